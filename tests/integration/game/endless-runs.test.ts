import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { EndlessRun } from '../../../src/game/endless/endless.js';
import { describeWith } from '../../support/describe-with.js';
import { startTestGame, startTinyGenerator, type TestGame } from '../../support/game/test-game.js';
import { listDatabases } from '../../support/storage/databases.js';

const settings = { endlessIntervalMs: 1, endlessLimit: 50 };
const minute = 60_000;
const prompt = { description: 'blue hair' };
const [account, where] = ['discord:1', { channelId: 'gacha', serverId: 'server' }];

async function pullSome(run: EndlessRun, count: number): Promise<void> {
  const pulls = run.results[Symbol.asyncIterator]();
  for (let pulled = 0; pulled < count; pulled += 1) await pulls.next();
}

async function pullAll(run: EndlessRun): Promise<number> {
  let pulls = 0;
  for await (const { portraits } of run.results) pulls += portraits.length;
  return pulls;
}

describe.each(listDatabases())('endless runs over processes on $name', (database) => {
  describeWith(database.need, 'which all share it', { timeout: 240_000 }, () => {
    let generator: PortraitGenerator;
    let first: TestGame;
    let second: TestGame;
    let url: string;

    beforeAll(async () => {
      generator = await startTinyGenerator();
      await database.start();
      url = await database.create();
      first = await startTestGame({ generator, url, settings });
      second = await startTestGame({ generator, url, settings });
    });
    afterAll(async () => {
      await first?.close();
      await second?.close();
      await generator?.close();
      await database.remove();
    });

    it('allow one a person, whichever process it is asked of', async () => {
      const person = await first.meet('Ann');
      const run = await first.game.endless.start({ person, prompt });
      for (const { game } of [first, second]) {
        await expect(game.endless.start({ person, prompt })).rejects.toMatchObject({
          code: 'endless-already-running',
        });
      }
      expect(await first.game.endless.stop({ person })).toBe(true);
      expect(await pullAll(run)).toBe(0);
      const next = await second.game.endless.start({ person, prompt });
      await second.game.endless.stop({ person, runId: next.id });
    });

    it('let one of two starts at the same moment win', async () => {
      const person = await first.meet('Twice');
      const starts = [first, second, first].map(({ game }) =>
        game.endless.start({ person, prompt }),
      );
      const outcomes = await Promise.allSettled(starts);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await second.game.endless.stop({ person })).toBe(true);
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') expect(await pullAll(outcome.value)).toBe(0);
      }
    });

    it('are stopped from another process, by their owner or a moderator', async () => {
      const [person, stranger] = [await first.meet('Bob'), await second.meet('Eve')];
      const run = await first.game.endless.start({ person, prompt });
      const stop = { person: stranger, runId: run.id };
      await expect(second.game.endless.stop(stop)).rejects.toMatchObject({ code: 'not-yours' });
      await pullSome(run, 2);
      expect(await second.game.endless.stop({ ...stop, isModerator: true })).toBe(true);
      expect(await pullAll(run)).toBe(0);
      expect(run.ending()).toBe('stopped');
      expect(await second.game.endless.stop(stop)).toBe(false);
    });

    it('are told of by the process that comes in place of one that died, and go on', async () => {
      const person = await first.meet('Cleo');
      const holder = { account, slot: '0' };
      const asked = { person, prompt, where, holder };
      const died = await first.game.endless.start({ ...asked, language: 'ja' });
      await died.announcedAt({ channelId: 'gacha', messageId: '77' });
      await pullSome(died, 3);
      const inItsPlace = await startTestGame({ generator, url, settings });
      const [cutOff, ...others] = await inItsPlace.game.endless.takeCutOff(holder);
      expect(others).toEqual([]);
      expect(cutOff).toMatchObject({
        id: died.id,
        pulled: 2,
        language: 'ja',
        messageId: '77',
        serverId: 'server',
        person: { platformId: 'Cleo' },
      });
      expect(await inItsPlace.game.endless.takeCutOff(holder)).toEqual([]);
      await inItsPlace.game.endless.settle(died.id);
      const pullId = cutOff?.pullId ?? '';
      const goneOn = await inItsPlace.game.endless.start({ person, pullId, where, holder });
      for await (const { description } of goneOn.results) {
        expect(description).toBe('blue hair');
        break;
      }
      expect(await pullAll(died)).toBe(0);
      await inItsPlace.close();
    });

    it('are told of by any process once theirs gives no sign of life', async () => {
      const person = await first.meet('Dora');
      const run = await first.game.endless.start({
        person,
        prompt,
        where,
        holder: { account, slot: '7' },
      });
      const other = { account, slot: '1' };
      expect(await second.game.endless.takeCutOff(other)).toEqual([]);
      second.advance(minute);
      expect(await second.game.endless.takeCutOff({ ...other, account: 'discord:2' })).toEqual([]);
      const told = await second.game.endless.takeCutOff(other);
      expect(told.map(({ id }) => id)).toEqual([run.id]);
      second.advance(minute);
      const toldAgain = await second.game.endless.takeCutOff(other);
      expect(toldAgain.map(({ id }) => id)).toEqual([run.id]);
      await second.game.endless.settle(run.id);
      second.advance(minute);
      expect(await second.game.endless.takeCutOff(other)).toEqual([]);
      expect(await pullAll(run)).toBe(0);
    });

    it('are left to be told of when their process ends, and forgotten with their person', async () => {
      const person = await second.meet('Fay');
      const holder = { account, slot: '3' };
      const run = await second.game.endless.start({ person, prompt, where, holder });
      await pullSome(run, 1);
      run.cutOff();
      expect(run.ending()).toBe('cut-off');
      expect(await second.game.endless.takeCutOff(holder)).toEqual([]);
      const { token } = await second.game.privacy.requestErasure(person);
      await second.game.privacy.erase(person, token);
      second.advance(minute);
      expect(await second.game.endless.takeCutOff(holder)).toEqual([]);
    });

    it('are told of though their person has begun another meanwhile', async () => {
      const person = await first.meet('Hana');
      const old = { person, prompt, where: { channelId: 'gacha' }, holder: { account, slot: '8' } };
      const died = await first.game.endless.start(old);
      await died.announcedAt({ channelId: 'gacha', messageId: '88' });
      await pullSome(died, 2);
      second.advance(minute);
      const holder = { account, slot: '1' };
      const elsewhere = { person, prompt, holder, where: { channelId: 'elsewhere' } };
      const next = await second.game.endless.start(elsewhere);
      await next.announcedAt({ channelId: 'elsewhere', messageId: '1' });
      const told = await second.game.endless.takeCutOff(holder);
      expect(told).toMatchObject([{ id: died.id, pulled: 1, channelId: 'gacha', messageId: '88' }]);
      await pullSome(next, 1);
      expect(await pullAll(died)).toBe(0);
      await second.game.endless.settle(died.id);
      second.advance(minute);
      expect(await second.game.endless.takeCutOff(holder)).toEqual([]);
      expect(await second.game.endless.stop({ person })).toBe(true);
      expect(await pullAll(next)).toBe(0);
    });

    it('leave no trace where no message says that they go on', async () => {
      const person = await first.meet('Iris');
      const died = await first.game.endless.start({
        person,
        prompt,
        holder: { account, slot: '9' },
      });
      second.advance(minute);
      const holder = { account, slot: '1' };
      const next = await second.game.endless.start({ person, prompt, holder });
      expect(await second.game.endless.takeCutOff(holder)).toEqual([]);
      expect(await second.game.endless.stop({ person, runId: next.id })).toBe(true);
      expect(await second.game.endless.stop({ person, runId: died.id })).toBe(false);
      expect(await pullAll(died)).toBe(0);
    });

    it('keep nothing where they may not begin', async () => {
      const person = await first.meet('Gil');
      const asked = { person, prompt: { description: 'qwxyz vbnmk' } };
      await expect(first.game.endless.start(asked)).rejects.toMatchObject({
        code: 'description-not-understood',
      });
      const pullId = 'nobody';
      await expect(first.game.endless.start({ person, pullId })).rejects.toMatchObject({
        code: 'pull-not-found',
      });
      expect(await first.game.endless.stop({ person })).toBe(false);
    });
  });
});
