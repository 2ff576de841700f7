import { expect, it } from 'vitest';
import type { Person } from '../../../src/game/people/person.js';
import { describeGame, type GameStage } from '../../support/game/describe-game.js';
import { NOON } from '../../support/storage/portraits.js';

const MANY = 300;

/** Somebody who keeps many faces, each with its thumbnail stored as keeping stores it. */
async function collect({ game, storage, meet }: GameStage): Promise<Person> {
  const person = await meet();
  const { portraits } = await game.gacha.pull({ person, prompt: { description: 'blonde' } });
  const id = portraits[0]?.id ?? '';
  const { bytes } = await game.portraits.picture(person, id, { size: 'thumbnail' });
  const face = await storage.portraits.find(id);
  if (!face) throw new Error('expected the face to be stored');
  const pictures = [{ sizePx: 64, format: 'webp', bytes }];
  const copies = Array.from({ length: MANY }, (_, at) => ({
    portrait: { ...face, id: `${id}-${at + 1}` },
    pictures,
  }));
  for (let at = 0; at < MANY; at += 50) await storage.portraits.add(copies.slice(at, at + 50));
  for (const { portrait } of copies) await storage.favorites.keep(person.id, portrait.id, NOON);
  return person;
}

describeGame('hundreds of favourites', (stage) => {
  it('show their first page with thumbnails, their last one, and those that a number finds', async () => {
    const person = await collect(stage);
    const page = await stage.game.favorites.list(person, {
      pageSize: 12,
      withThumbnails: true,
      withSheet: true,
    });
    expect(page).toMatchObject({ total: MANY, pageCount: 25 });
    expect(page.items.map(({ favorite }) => favorite.number)).toEqual(
      Array.from({ length: 12 }, (_, at) => MANY - at),
    );
    expect(page.items.every(({ thumbnail }) => thumbnail !== undefined)).toBe(true);
    const last = await stage.game.favorites.list(person, { page: 25, pageSize: 12 });
    expect(last.items.map(({ favorite }) => favorite.number)).toEqual([
      12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1,
    ]);
    const found = await stage.game.favorites.list(person, { search: '30' });
    expect(found.items.map(({ favorite }) => favorite.number)).toEqual([300, 30]);
  });
});
