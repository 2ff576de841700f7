import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from '../../../src/inference/create-generator.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { createGame } from '../../../src/game/create-game.js';
import type { GameSettings } from '../../../src/game/game-settings.js';
import type { Game } from '../../../src/game/game.js';
import type { Person, Platform } from '../../../src/game/people/person.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { Storage } from '../../../src/storage/storage.js';
import { workerEntry } from '../compiled.js';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A whole game: real storage, real tiny model. */
export interface TestGame {
  readonly game: Game;
  readonly storage: Storage;
  /** Moves the game's clock. */
  advance(milliseconds: number): void;
  /** Somebody new on each call, unless a name is given. */
  meet(name?: string, platform?: Platform): Promise<Person>;
  /**
   * Ends the game and its storage and removes the SQLite file; the generator stays, it is the
   * caller's.
   */
  close(): Promise<void>;
}

interface TestGameOptions {
  readonly generator: PortraitGenerator;
  /** Default: a fresh SQLite file. */
  readonly url?: string;
  readonly settings?: Partial<GameSettings>;
}

/** The tiny model on one worker process; close it after the tests. */
export function startTinyGenerator(): Promise<PortraitGenerator> {
  const modelsFolder = fileURLToPath(new URL('../../fixtures', import.meta.url));
  const settings = { modelsFolder, model: 'tiny-model', device: 'cpu', workers: 1 } as const;
  return createGenerator({ settings, log: SILENT, workerEntry: workerEntry() });
}

/**
 * Starts a game whose clock stands at noon on 23 November 2026 until the test moves it; close it
 * afterwards.
 */
export async function startTestGame(options: TestGameOptions): Promise<TestGame> {
  const folder = mkdtempSync(join(tmpdir(), 'mugen-game-'));
  const storage = await openStorage(options.url ?? `file:${join(folder, 'mugen.db')}`);
  let now = Date.parse('2026-11-23T12:00:00Z');
  let newcomers = 0;
  const game = createGame({
    generator: options.generator,
    storage,
    log: SILENT,
    clock: () => new Date(now),
    settings: options.settings ?? {},
  });
  return {
    game,
    storage,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    meet: (name, platform = 'discord') => {
      newcomers += 1;
      return game.people.meet({ platform, platformId: name ?? `newcomer-${newcomers}` });
    },
    close: async () => {
      await game.close();
      await storage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
