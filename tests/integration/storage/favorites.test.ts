import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { Storage } from '../../../src/storage/storage.js';
import { describeWith } from '../../support/describe-with.js';
import { listDatabases } from '../../support/storage/databases.js';
import { NOON, stock } from '../../support/storage/portraits.js';

describe.each(listDatabases())('favourites in $name', (database) => {
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

    it('gives exactly 50 favourites when 50 people react to one post at once', async () => {
      const { ids } = await stock(storage, 1, 'crowd');
      const [id = ''] = ids;
      const people = await Promise.all(
        Array.from({ length: 50 }, (_, at) => {
          return storage.people.findOrCreate('discord', `crowd-${at}`, NOON);
        }),
      );
      // Each three times at once, as impatient people do.
      const hands = [...people, ...people, ...people];
      const kept = await Promise.all(
        hands.map((person) => storage.favorites.keep(person.id, id, NOON)),
      );
      expect(kept.filter((result) => result?.isNew)).toHaveLength(50);
      const counts = await Promise.all(people.map(({ id: one }) => storage.favorites.count(one)));
      expect(counts).toEqual(people.map(() => 1));
      expect(new Set(kept.map((result) => result?.favorite.number))).toEqual(new Set([1]));
    });

    it('numbers a burst of one person without gaps or doubles', async () => {
      const { person, ids } = await stock(storage, 30, 'burst');
      await Promise.all(ids.map((id) => storage.favorites.keep(person.id, id, NOON)));
      const names = await storage.favorites.listNames(person.id);
      expect(names.map(({ number }) => number)).toEqual(ids.map((_, at) => ids.length - at));
    });

    it('drops by a reaction only what a reaction alone kept, without name and tags', async () => {
      const { person, ids } = await stock(storage, 4, 'react');
      const [loose = '', firm = '', named = '', tagged = ''] = ids;
      for (const id of ids) await storage.favorites.keepReaction(person.id, id, NOON);
      expect((await storage.favorites.keep(person.id, firm, NOON))?.favorite.byReaction).toBe(
        false,
      );
      await storage.favorites.keepReaction(person.id, firm, NOON);
      await storage.favorites.rename(person.id, 3, { name: 'Aya', nameKey: 'aya' });
      await storage.favorites.setTags(person.id, 4, ['blue']);
      for (const id of [firm, named, tagged]) {
        expect(await storage.favorites.dropReaction(person.id, id, NOON)).toBeUndefined();
      }
      expect((await storage.favorites.dropReaction(person.id, loose, NOON))?.number).toBe(1);
      expect(await storage.favorites.count(person.id)).toBe(3);
    });

    it('gives no number to another portrait, and the one let go its own again', async () => {
      const { person, ids } = await stock(storage, 3, 'gap');
      const [a = '', b = '', c = ''] = ids;
      await storage.favorites.keep(person.id, a, NOON);
      await storage.favorites.keep(person.id, b, NOON);
      await storage.favorites.rename(person.id, 2, { name: 'Beni', nameKey: 'beni' });
      await storage.favorites.setTags(person.id, 2, ['bold']);
      const dropped = await storage.favorites.drop(person.id, { number: 2 }, NOON);
      const next = await storage.favorites.keep(person.id, c, NOON);
      expect([dropped?.portrait.id, next?.favorite.number]).toEqual([b, 3]);
      const again = await storage.favorites.keep(person.id, b, NOON);
      expect(again).toMatchObject({
        isNew: true,
        favorite: { number: 2, name: 'Beni', tags: ['bold'] },
      });
      await storage.favorites.drop(person.id, { number: 2 }, NOON);
      await storage.favorites.rename(person.id, 3, { name: 'Beni', nameKey: 'beni' });
      const nameless = await storage.favorites.keep(person.id, b, NOON);
      expect(nameless?.favorite).toMatchObject({ number: 2, name: null });
    });

    it('sweeps what was let go only when that is long ago too', async () => {
      const { person, ids } = await stock(storage, 1, 'let-go');
      const [id = ''] = ids;
      const [day, later] = [1, 2].map((days) => new Date(NOON.getTime() + days * 86_400_000)) as [
        Date,
        Date,
      ];
      await storage.favorites.keep(person.id, id, NOON);
      await storage.favorites.drop(person.id, { number: 1 }, day);
      await storage.portraits.sweep(day, 1000);
      expect((await storage.portraits.findMany([id])).length).toBe(1);
      await storage.portraits.sweep(later, 1000);
      expect((await storage.portraits.findMany([id])).length).toBe(0);
    });

    it('meets one newcomer once, however many of their events arrive', async () => {
      const people = await Promise.all(
        Array.from({ length: 20 }, () => storage.people.findOrCreate('telegram', '77', NOON)),
      );
      expect(new Set(people.map(({ id }) => id)).size).toBe(1);
    });

    it('handles an update that comes ten times once', async () => {
      const update = { platform: 'telegram', account: 'bot', updateId: '5' };
      const claims = await Promise.all(
        Array.from({ length: 10 }, () => storage.updates.claim(update, NOON)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('keeps nothing for a person who was forgotten meanwhile', async () => {
      const { person, ids } = await stock(storage, 1, 'forgotten');
      const late = await storage.people.findOrCreate('web', 'forgotten-late', NOON);
      await storage.people.requestErasure(late.id, 'token', new Date(NOON.getTime() + 1));
      expect(await storage.people.erase(late.id, 'token', NOON)).toBe('erased');
      expect(await storage.favorites.keep(late.id, ids[0] ?? '', NOON)).toBeUndefined();
      expect((await storage.favorites.keep(person.id, ids[0] ?? '', NOON))?.isNew).toBe(true);
    });

    it('sweeps what nobody keeps, and nothing else', async () => {
      const { person, ids } = await stock(storage, 4, 'sweep');
      await storage.favorites.keep(person.id, 'sweep2', NOON);
      const swept = await storage.portraits.sweep(new Date(NOON.getTime() + 1), 1000);
      expect(swept).toBeGreaterThanOrEqual(3);
      const left = await storage.portraits.findMany(ids);
      expect(left.map(({ id }) => id)).toEqual(['sweep2']);
      expect(await storage.portraits.findPicture('sweep2', 256)).toBeDefined();
    });

    it('erases a person, and leaves what others keep without their words', async () => {
      const { person, ids } = await stock(storage, 2, 'erase');
      const [own = '', shared = ''] = ids;
      const friend = await storage.people.findOrCreate('web', 'friend', NOON);
      await storage.favorites.keep(person.id, own, NOON);
      await storage.favorites.keep(friend.id, shared, NOON);
      await storage.people.requestErasure(person.id, 'token', new Date(NOON.getTime() + 1000));
      expect(await storage.people.erase(person.id, 'other', NOON)).toBe('not-confirmed');
      const late = new Date(NOON.getTime() + 2000);
      expect(await storage.people.erase(person.id, 'token', late)).toBe('not-confirmed');
      expect(await storage.people.erase(person.id, 'token', NOON)).toBe('erased');
      expect(await storage.people.find(person.id)).toBeUndefined();
      expect(await storage.portraits.find(own)).toBeUndefined();
      const left = await storage.portraits.find(shared);
      expect(left).toMatchObject({ personId: null, description: '' });
      // Its file carries the words in its metadata.
      expect(await storage.portraits.findPicture(shared, 256)).toBeUndefined();
      expect(await storage.favorites.count(friend.id)).toBe(1);
    });

    it('keeps hostile texts as they are and lets them do nothing', async () => {
      const { person, ids } = await stock(storage, 1, 'hostile');
      await storage.favorites.keep(person.id, ids[0] ?? '', NOON);
      const names = [
        `'; DROP TABLE favorite; --`,
        `" OR 1=1 --`,
        '`**||@everyone||**` [x](javascript:alert(1))',
        '%_\\%',
        '\u202etxt.exe',
        '名'.repeat(10_000),
      ];
      for (const name of names) {
        const nameKey = name.toLowerCase();
        await storage.favorites.rename(person.id, 1, { name, nameKey });
        const found = await storage.favorites.find(person.id, { nameKey });
        expect(found?.name).toBe(name);
      }
      expect(await storage.favorites.find(person.id, { nameKey: '%' })).toBeUndefined();
    });
  });
});
