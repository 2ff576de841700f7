import { afterAll, beforeAll, describe } from 'vitest';
import type { GameSettings } from '../../../src/game/game-settings.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { describeWith } from '../describe-with.js';
import { listDatabases } from '../storage/databases.js';
import { startTestGame, startTinyGenerator, type TestGame } from './test-game.js';

/** A game that is there while a test runs. */
export type GameStage = Omit<TestGame, 'close'> & { readonly generator: PortraitGenerator };

/** Tells the same stories of a whole game on SQLite and, where it is installed, on PostgreSQL. */
export function describeGame(
  title: string,
  tell: (stage: GameStage) => void,
  settings: Partial<GameSettings> = {},
): void {
  describe.each(listDatabases())(`${title} on $name`, (database) => {
    describeWith(database.need, 'with a real database', { timeout: 240_000 }, () => {
      let generator: PortraitGenerator;
      let test: TestGame;

      beforeAll(async () => {
        await database.start();
        generator = await startTinyGenerator();
        test = await startTestGame({ generator, url: await database.create(), settings });
      });
      afterAll(async () => {
        await test?.close();
        await generator?.close();
        await database.remove();
      });

      tell({
        get game() {
          return test.game;
        },
        get storage() {
          return test.storage;
        },
        get generator() {
          return generator;
        },
        advance: (milliseconds) => test.advance(milliseconds),
        meet: (name, platform) => test.meet(name, platform),
      });
    });
  });
}
