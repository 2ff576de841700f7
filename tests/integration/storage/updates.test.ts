import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { Storage } from '../../../src/storage/storage.js';
import { describeWith } from '../../support/describe-with.js';
import { listDatabases } from '../../support/storage/databases.js';
import { NOON } from '../../support/storage/portraits.js';

const after = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);

describe.each(listDatabases())('updates in $name', (database) => {
  describeWith(database.need, 'on a real database', { timeout: 240_000 }, () => {
    let storage: Storage;
    beforeAll(async () => {
      await database.start();
      storage = await openStorage(await database.create());
    });
    afterAll(async () => {
      await storage?.close();
      await database.remove();
    });

    const botOf = (account: string) => ({ platform: 'telegram', account });
    const claim = (account: string, updateId: string): Promise<boolean> =>
      storage.updates.claim({ ...botOf(account), updateId }, NOON, {
        content: `said ${updateId}`,
        until: after(15),
      });

    it('come again when whoever was at them is silent for too long', async () => {
      await claim('1', '5');
      expect(await storage.updates.takeOver(botOf('1'), after(14), after(30))).toEqual([]);
      expect(await storage.updates.takeOver(botOf('1'), after(15), after(30))).toEqual([
        { updateId: '5', content: 'said 5', tries: 0 },
      ]);
      expect(await storage.updates.takeOver(botOf('1'), after(16), after(30))).toEqual([]);
      const again = await storage.updates.takeOver(botOf('1'), after(30), after(45));
      expect(again).toEqual([{ updateId: '5', content: 'said 5', tries: 0 }]);
    });

    it('count how often they began, not how often they were taken over or put back', async () => {
      await claim('5', '7');
      const update = { ...botOf('5'), updateId: '7' };
      await storage.updates.begin(update);
      await storage.updates.begin(update);
      const taken = await storage.updates.takeOver(botOf('5'), after(20), after(40));
      expect(taken).toEqual([{ updateId: '7', content: 'said 7', tries: 2 }]);
      await storage.updates.putBack([update], after(20));
      const again = await storage.updates.takeOver(botOf('5'), after(20), after(40));
      expect(again).toEqual([{ updateId: '7', content: 'said 7', tries: 1 }]);
    });

    it('are held however many there are', async () => {
      const ids = Array.from({ length: 1200 }, (_, at) => String(at));
      for (const updateId of ['0', '600', '1199']) await claim('6', updateId);
      const updates = ids.map((updateId) => ({ ...botOf('6'), updateId }));
      await storage.updates.hold(updates, after(60));
      expect(await storage.updates.takeOver(botOf('6'), after(59), after(90))).toEqual([]);
    });

    it('stay with whoever goes on holding them, and come at once when let go', async () => {
      await claim('2', '5');
      const update = { ...botOf('2'), updateId: '5' };
      await storage.updates.hold([update], after(60));
      expect(await storage.updates.takeOver(botOf('2'), after(59), after(90))).toEqual([]);
      await storage.updates.hold([update], after(1));
      expect(await storage.updates.takeOver(botOf('2'), after(1), after(90))).toHaveLength(1);
    });

    it('are over once finished, and are still known', async () => {
      await claim('3', '5');
      await storage.updates.finish({ ...botOf('3'), updateId: '5' });
      await storage.updates.hold([{ ...botOf('3'), updateId: '5' }], after(1));
      expect(await storage.updates.takeOver(botOf('3'), after(99), after(199))).toEqual([]);
      expect(await claim('3', '5')).toBe(false);
    });

    it('go to one of many that would take them over at once', async () => {
      await Promise.all(['1', '2', '3', '4'].map((updateId) => claim('4', updateId)));
      const takers = Array.from({ length: 5 }, () =>
        storage.updates.takeOver(botOf('4'), after(20), after(40)),
      );
      const taken = (await Promise.all(takers)).flat().map(({ updateId }) => updateId);
      expect(taken.toSorted()).toEqual(['1', '2', '3', '4']);
    });
  });
});
