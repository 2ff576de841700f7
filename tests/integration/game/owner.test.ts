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
      expect(await run('/announce Maintenance at noon')).toEqual({
        kind: 'announce',
        text: 'Maintenance at noon',
        channelIds: ['5'],
      });
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
