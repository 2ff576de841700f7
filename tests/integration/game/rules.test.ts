import { afterEach, expect, it, vi } from 'vitest';
import type { Person } from '../../../src/game/people/person.js';
import { describeGame } from '../../support/game/describe-game.js';

/** Unsigned 32-bit. */
const LAST_SEED = 0xffffffff;

describeGame('a rule of the game', (test) => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  async function keepSome(person: Person, count: number): Promise<void> {
    const { game } = test;
    const { portraits } = await game.gacha.pull({ person, prompt: {}, count });
    for (const { id } of portraits) {
      // oxlint-disable-next-line no-await-in-loop -- numbers follow the order
      await game.favorites.keep(person, { portraitId: id });
    }
  }

  it('sets the tags of one favourite of one person and of no other', async () => {
    const { game } = test;
    const [anna, ben] = [await test.meet(), await test.meet()];
    for (const person of [anna, ben]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await keepSome(person, 2);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await game.favorites.tag(person, 1, ['first']);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await game.favorites.tag(person, 2, ['second']);
    }
    await game.favorites.tag(anna, 1, ['changed']);
    const tagsOf = async (person: Person) => {
      const { items } = await game.favorites.list(person, { order: 'oldest' });
      return items.map(({ favorite }) => favorite.tags);
    };
    expect(await tagsOf(anna)).toEqual([['changed'], ['second']]);
    expect(await tagsOf(ben)).toEqual([['first'], ['second']]);
  });

  it('gives back what a drawing that failed was charged', async () => {
    const { game, generator } = test;
    const person = await test.meet();
    const pull = { person, prompt: {}, count: 10 } as const;
    for (let failed = 0; failed < 4; failed += 1) {
      vi.spyOn(generator, 'compose').mockRejectedValueOnce(new Error('no picture'));
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect(game.gacha.pull(pull)).rejects.toThrow('no picture');
    }
    // Thirty per minute are allowed: forty that failed must not count.
    expect((await game.gacha.pull(pull)).portraits).toHaveLength(10);
  });

  it('lets nobody blend with what stands in a channel of another platform', async () => {
    const { game } = test;
    const [anna, ben] = [await test.meet(), await test.meet()];
    const carl = await test.meet(undefined, 'telegram');
    const { portraits } = await game.gacha.pull({ person: anna, prompt: {} });
    const at = { channelId: 'shared-id', messageId: 'blend' };
    await game.posts.record({ person: anna, kind: 'portrait', portraits, at });
    const blend = async (person: Person) => {
      const own = await game.gacha.pull({ person, prompt: {} });
      return game.blends.blend({
        person,
        where: { channelId: 'shared-id' },
        first: { portraitId: own.portraits[0]?.id ?? '' },
        second: { portraitId: portraits[0]?.id ?? '' },
      });
    };
    await expect(blend(ben)).resolves.toMatchObject({ ratio: 0.5 });
    await expect(blend(carl)).rejects.toMatchObject({ code: 'not-yours' });
  });

  it('shows the last page for a page past the end', async () => {
    const { game } = test;
    const person = await test.meet();
    await keepSome(person, 4);
    const list = (page: number) => game.favorites.list(person, { page, pageSize: 2 });
    const numbers = async (page: number) =>
      (await list(page)).items.map(({ favorite }) => favorite.number);
    expect(await numbers(2)).toEqual([2, 1]);
    expect(await numbers(3)).toEqual([2, 1]);
    expect(await list(3)).toMatchObject({ page: 2, pageCount: 2, total: 4 });
  });

  it('starts again at 0 after the last seed', async () => {
    const person = await test.meet();
    const pull = { person, prompt: {}, count: 3, seed: LAST_SEED } as const;
    const { portraits } = await test.game.gacha.pull(pull);
    expect(portraits.map(({ seed }) => seed)).toEqual([LAST_SEED, 0, 1]);
  });

  it('keeps every part of an export within its limit', async () => {
    const { game } = test;
    const person = await test.meet();
    const { portraits } = await game.gacha.pull({ person, prompt: {}, count: 8 });
    const pictures = await Promise.all(
      portraits.map(({ id }) => game.portraits.picture(person, id)),
    );
    const largest = Math.max(...pictures.map(({ bytes }) => bytes.length));
    const maxBytes = 3 * largest + 20_000;
    const { files } = await game.privacy.export(person, { maxBytes });
    expect(files.length).toBeGreaterThan(1);
    for (const { bytes } of files) expect(bytes.length).toBeLessThanOrEqual(maxBytes);
  });

  it('erases a person only after what is being drawn for their favourites', async () => {
    const { game, generator, storage } = test;
    const person = await test.meet();
    const drawing = { size: 'thumbnail' } as const;
    const { portraits } = await game.gacha.pull({ person, prompt: {}, drawing });
    const order: string[] = [];
    const draw = generator.draw.bind(generator);
    vi.spyOn(generator, 'draw').mockImplementationOnce(async (recipes, options) => {
      const pictures = await draw(recipes, options);
      order.push('drawn');
      return pictures;
    });
    const erase = storage.people.erase.bind(storage.people);
    vi.spyOn(storage.people, 'erase').mockImplementationOnce((...args) => {
      order.push('erased');
      return erase(...args);
    });
    await game.favorites.keep(person, { portraitId: portraits[0]?.id ?? '' });
    const { token } = await game.privacy.requestErasure(person);
    await game.privacy.erase(person, token);
    expect(order).toEqual(['drawn', 'erased']);
  });

  it('waits between the pulls of an endless run', async () => {
    const { game } = test;
    const [runner, other] = [await test.meet(), await test.meet()];
    const run = await game.endless.start({ person: runner, prompt: {} });
    const results = run.results[Symbol.asyncIterator]();
    await results.next();
    let isSecondDrawn = false;
    const second = results.next().then(() => {
      isSecondDrawn = true;
    });
    // The queue serves person after person: a second pull without a pause would come before these.
    await game.gacha.pull({ person: other, prompt: {}, count: 4 });
    expect(isSecondDrawn).toBe(false);
    await game.endless.stop({ person: runner });
    await second;
  });
});
