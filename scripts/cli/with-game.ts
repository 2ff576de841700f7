import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadSettings } from '../../src/config/env.js';
import { gameSettings, inferenceSettings } from '../../src/config/parts.js';
import { createGenerators } from '../../src/inference/create-generator.js';
import { RoutingGenerator } from '../../src/inference/routing-generator.js';
import { createGame } from '../../src/game/create-game.js';
import type { Game } from '../../src/game/game.js';
import type { Person } from '../../src/game/people/person.js';
import { LOG_SERIALIZERS } from '../../src/errors/log-error.js';
import { openStorage } from '../../src/storage/open-storage.js';

/** Arguments of a command: a game, and the one person who plays it. */
export interface Seat {
  readonly game: Game;
  readonly person: Person;
}

/**
 * Sets a game up for one errand. It keeps its records in a database of its own that is gone
 * afterwards: the tools leave pictures behind and nothing else, and need no database to be there.
 */
export async function withGame(
  workers: number,
  errand: (seat: Seat) => Promise<void>,
): Promise<void> {
  const settings = loadSettings();
  const log = pino({ level: 'error', serializers: LOG_SERIALIZERS }, pino.destination(2));
  const folder = await mkdtemp(join(tmpdir(), 'mugen-'));
  const closing: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const inference = inferenceSettings(settings);
    const opening = openStorage(`file:${join(folder, 'errand.db')}`);
    const loading = createGenerators({ settings: { workers, ...inference }, log }).then(
      ({ own, others }) => new RoutingGenerator(own, others),
    );
    await Promise.allSettled([
      opening.then((storage) => closing.push(() => storage.close())),
      loading.then((generator) => closing.push(() => generator.close())),
    ]);
    const [storage, generator] = await Promise.all([opening, loading]);
    const game = createGame({ storage, generator, log, settings: gameSettings(settings) });
    closing.push(() => game.close());
    await errand({
      game,
      person: await game.people.meet({ platform: 'cli', platformId: 'local' }),
    });
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}
