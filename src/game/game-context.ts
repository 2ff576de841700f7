import type { PortraitGenerator } from '../inference/portrait-generator.js';
import type { Storage } from '../storage/storage.js';
import type { GameSettings } from './game-settings.js';

/** The methods of pino that the game uses. */
export interface GameLog {
  /** Went as it should. `fields` become properties of the line. */
  info(fields: object, message: string): void;
  /** Went wrong and is made good by itself or later; the error is `fields.err`. */
  warn(fields: object, message: string): void;
}

/** Dependencies of every use case; injected, so that tests can pass their own. */
export interface GameContext {
  readonly generator: PortraitGenerator;
  readonly storage: Storage;
  readonly log: GameLog;
  /** Now; tests give their own, to let time pass at will. */
  readonly clock: () => Date;
  readonly settings: GameSettings;
}
