import type { PortraitGenerator } from '../inference/portrait-generator.js';
import type { Storage } from '../storage/storage.js';
import type { GameSettings } from './game-settings.js';

/** What pino offers and the game uses. */
export interface GameLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What every use case is built of; given from outside, so that tests give their own. */
export interface GameContext {
  readonly generator: PortraitGenerator;
  readonly storage: Storage;
  readonly log: GameLog;
  readonly clock: () => Date;
  readonly settings: GameSettings;
}
