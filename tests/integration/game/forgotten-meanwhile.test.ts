import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../../src/errors/app-error.js';
import type { Game } from '../../../src/game/game.js';
import type { Person } from '../../../src/game/people/person.js';
import { describeGame } from '../../support/game/describe-game.js';
import { startTestGame, startTinyGenerator } from '../../support/game/test-game.js';

async function forget(game: Game, person: Person): Promise<void> {
  const { token } = await game.privacy.requestErasure(person);
  await game.privacy.erase(person, token);
}

describeGame('a person who is forgotten while they are drawn for', (test) => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is told so, and leaves nothing behind', async () => {
    const { game, generator, storage } = test;
    const person = await test.meet('hasty');
    const draw = generator.draw.bind(generator);
    vi.spyOn(generator, 'draw').mockImplementationOnce(async (recipes, options) => {
      await forget(game, person);
      return draw(recipes, options);
    });
    const pull = game.gacha.pull({ person, prompt: { description: 'silver hair' } });
    await expect(pull).rejects.toMatchObject({ family: 'notFound', code: 'person-not-found' });
    const returned = await test.meet('hasty');
    const listed = [person, returned].map(({ id }) => storage.portraits.listOwn(id, 0, 10));
    expect(await Promise.all(listed)).toEqual([[], []]);
    expect((await game.gacha.pull({ person: returned, prompt: {} })).portraits).toHaveLength(1);
  });

  it('gets no post either', async () => {
    const { game } = test;
    const person = await test.meet();
    const { portraits } = await game.gacha.pull({ person, prompt: {} });
    const post = await game.posts.open({ person, kind: 'pull', portraits });
    await forget(game, person);
    const at = { channelId: 'c', messageId: 'late' };
    const gone = { code: 'person-not-found' };
    const late = { person, kind: 'pull', portraits } as const;
    await expect(game.posts.open(late)).rejects.toMatchObject(gone);
    await expect(game.posts.record({ ...late, at })).rejects.toMatchObject(gone);
    await expect(game.posts.publish(post.id, at)).rejects.toMatchObject({ code: 'post-not-found' });
    await expect(game.endless.start({ person, prompt: {} })).rejects.toMatchObject(gone);
  });
});

describe('what a person said, in the files of SQLite', { timeout: 120_000 }, () => {
  it('is out of them with the person, at the latest with the next sweep', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mugen-traces-'));
    const generator = await startTinyGenerator();
    const url = `file:${join(folder, 'mugen.db')}`;
    const stage = await startTestGame({ generator, url });
    const { game, storage } = stage;
    const isIn = (words: string): boolean =>
      readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(words));
    try {
      const [anna, ben] = [await stage.meet(), await stage.meet()];
      await game.gacha.pull({
        person: anna,
        prompt: { description: 'silver hair, Annas own words' },
      });
      await game.gacha.pull({
        person: ben,
        prompt: { description: 'silver hair, Bens own words' },
      });
      expect([isIn('Annas own'), isIn('Bens own')]).toEqual([true, true]);
      await forget(game, anna);
      expect([isIn('Annas own'), isIn('Bens own')]).toEqual([false, true]);
      const unreachable = new StorageError('storage-unreachable', 'for a moment');
      vi.spyOn(storage, 'compact').mockRejectedValueOnce(unreachable);
      await forget(game, ben);
      expect(await storage.people.find(ben.id)).toBeUndefined();
      await game.housekeeping.sweep();
      expect(isIn('Bens own')).toBe(false);
    } finally {
      await stage.close();
      await generator.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
