import { expect, it } from 'vitest';
import { describeGame } from '../../support/game/describe-game.js';

describeGame(
  'the owner of the installation',
  (test) => {
    const owner = () => test.meet('1001');
    const run = async (text: string) => test.game.owner.run(await owner(), text);

    it('sees what there is', async () => {
      const person = await test.meet('2002');
      const where = { channelId: '5', serverId: '4' };
      const { portraits } = await test.game.gacha.pull({ person, prompt: {}, where });
      await test.game.favorites.keep(person, { portraitId: portraits[0]?.id ?? '' });
      const at = { ...where, messageId: '6' };
      await test.game.posts.record({ person, kind: 'portrait', portraits, at });
      expect(await run('/stats')).toMatchObject({
        kind: 'stats',
        servers: 1,
        favorites: 1,
        pullsOfDay: 1,
        waiting: 0,
        blocks: 0,
      });
    });

    it('announces in the latest channel of each server, on every platform', async () => {
      const posted: string[] = [];
      const post = async (
        platform: 'discord' | 'telegram',
        { at, ...where }: { at: string; channelId: string; serverId: string },
      ) => {
        const person = await test.meet('2002', platform);
        const { portraits } = await test.game.gacha.pull({ person, prompt: {}, where });
        const place = { ...where, messageId: at };
        await test.game.posts.record({ person, kind: 'portrait', portraits, at: place });
      };
      await post('discord', { serverId: '4', channelId: '5', at: '7' });
      await post('telegram', { serverId: '-7', channelId: '-7', at: '8' });
      const announce = () => run('/announce Maintenance at noon');
      expect(await announce()).toEqual({ kind: 'announced', sent: 0, all: 2 });
      test.game.owner.announceBy('discord', async (channelId, text) => {
        posted.push(`${channelId}: ${text}`);
      });
      test.game.owner.announceBy('telegram', () => Promise.reject(new Error('kicked')));
      expect(await announce()).toEqual({ kind: 'announced', sent: 1, all: 2 });
      test.game.owner.announceBy('telegram', async (channelId) => void posted.push(channelId));
      expect(await announce()).toEqual({ kind: 'announced', sent: 2, all: 2 });
      expect(posted.toSorted()).toEqual(['-7', '5: Maintenance at noon', '5: Maintenance at noon']);
    });

    it('keeps a group blocked that became a supergroup', async () => {
      const person = await test.meet('3003', 'telegram');
      const block = { platform: 'telegram', kind: 'server' } as const;
      const now = new Date();
      const { owner: owners, servers } = test.storage;
      await owners.block({ ...block, platformId: '-9' }, now);
      for (let times = 0; times < 2; times += 1) await servers.move('telegram', '-9', '-1009');
      const where = { channelId: '-1009', serverId: '-1009' };
      const pull = test.game.gacha.pull({ person, prompt: {}, where });
      await expect(pull).rejects.toMatchObject({ code: 'server-blocked' });
      expect(await owners.unblock({ ...block, platformId: '-9' })).toBe(false);
      expect(await owners.unblock({ ...block, platformId: '-1009' })).toBe(true);
    });

    it('blocks a person and a server, and lets them in again', async () => {
      const person = await test.meet('2002');
      const other = await test.meet('3003');
      const where = { channelId: '5', serverId: '4' };
      const pull = (who = person) => test.game.gacha.pull({ person: who, prompt: {}, where });
      expect(await run('/block person 2002')).toEqual({ kind: 'blocked', id: '2002' });
      await expect(pull()).rejects.toMatchObject({ code: 'person-blocked' });
      expect((await pull(other)).portraits).toHaveLength(1);
      await run('/block server 4');
      await expect(pull(other)).rejects.toMatchObject({ code: 'server-blocked' });
      const elsewhere = await test.meet('2002', 'telegram');
      expect(
        (await test.game.gacha.pull({ person: elsewhere, prompt: {} })).portraits,
      ).toHaveLength(1);
      expect(await run('/unblock server 4')).toEqual({ kind: 'unblocked', id: '4' });
      expect(await run('/unblock person 2002')).toEqual({ kind: 'unblocked', id: '2002' });
      expect(await run('/unblock person 2002')).toEqual({ kind: 'not-blocked', id: '2002' });
      expect((await pull()).portraits).toHaveLength(1);
    });

    it('is told how to say it', async () => {
      for (const text of ['/block', '/block person ann', '/announce']) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        expect(await run(text)).toEqual({ kind: 'usage' });
      }
      expect(await run('/gacha blonde')).toBeUndefined();
      expect(await run('stats')).toBeUndefined();
    });

    it('is nobody else', async () => {
      const [person, namesake] = [await test.meet('2002'), await test.meet('1001', 'telegram')];
      expect(await test.game.owner.run(person, '/stats')).toBeUndefined();
      expect(await test.game.owner.run(namesake, '/stats')).toBeUndefined();
    });
  },
  { owners: ['discord:1001'] },
);
