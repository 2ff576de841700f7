import { THUMBNAIL_PX } from '../../src/game/portraits/picture-size.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PortraitGenerator } from '../../src/inference/portrait-generator.js';
import { createGame } from '../../src/game/create-game.js';
import type { Game } from '../../src/game/game.js';
import type { Person } from '../../src/game/people/person.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { percentile, round } from './statistics.js';

/** As many as the bots show on a page. */
const PAGE_SIZE = 10;
const SIZES = ['thumbnail', 'portrait'] as const;
const BATCH = 50;

/** How much is kept, and how often its first page is asked for. */
export interface FavoritesOptions {
  readonly favorites: number;
  readonly calls: number;
}

/** How long the bots wait for the first page of `/favorites`, with its sheet, of somebody who keeps many. */
export async function measureFavorites(
  generator: PortraitGenerator,
  { favorites, calls }: FavoritesOptions,
) {
  const folder = await mkdtemp(path.join(tmpdir(), 'mugen-bench-'));
  const storage = await openStorage(`file:${path.join(folder, 'bench.db')}`);
  const game = createGame({ storage, generator, log: console, settings: {} });
  try {
    const person = await game.people.meet({ platform: 'discord', platformId: 'bench' });
    await keepMany({ game, storage, person }, favorites);
    const latencies: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      const started = performance.now();
      const page = await game.favorites.list(person, { pageSize: PAGE_SIZE, withSheet: true });
      latencies.push(performance.now() - started);
      if (page.total === favorites && page.sheet) continue;
      throw new Error(`expected a page of ${favorites} favourites, got one of ${page.total}`);
    }
    return {
      favorites,
      calls,
      firstMs: round(latencies[0] ?? 0),
      p50Ms: round(percentile(latencies, 0.5)),
      p95Ms: round(percentile(latencies, 0.95)),
    };
  } finally {
    await game.close();
    await storage.close();
    await rm(folder, { recursive: true });
  }
}

interface Collector {
  readonly game: Game;
  readonly storage: Storage;
  readonly person: Person;
}

/** One face many times over, each with the two pictures that keeping stores. */
async function keepMany({ game, storage, person }: Collector, count: number): Promise<void> {
  const { portraits } = await game.gacha.pull({ person, prompt: { description: 'blonde' } });
  const id = portraits[0]?.id ?? '';
  const record = await storage.portraits.find(id);
  if (!record) throw new Error('expected the face to be stored');
  const pictures = await Promise.all(
    SIZES.map(async (size) => {
      const { bytes } = await game.portraits.picture(person, id, { size });
      const sizePx = size === 'thumbnail' ? THUMBNAIL_PX : game.model.portraitSizePx;
      return { sizePx, format: 'webp' as const, bytes };
    }),
  );
  const copies = Array.from({ length: count }, (_, at) => ({
    portrait: { ...record, id: `${id}-${at + 1}` },
    pictures,
  }));
  for (let at = 0; at < count; at += BATCH) {
    await storage.portraits.add(copies.slice(at, at + BATCH));
  }
  const now = new Date();
  for (const { portrait } of copies) await storage.favorites.keep(person.id, portrait.id, now);
}
