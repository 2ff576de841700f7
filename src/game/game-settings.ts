import type { Platform } from './people/person.js';

/** Rules that whoever runs the game may set. Times in milliseconds. */
export interface GameSettings {
  /** Portraits that nobody keeps are dropped after this. */
  readonly retentionMs: number;
  /** Posts are forgotten after this: a reaction on them keeps nothing any more. */
  readonly postRetentionMs: number;
  /** Whoever runs the installation, as `platform:id`. */
  readonly owners: readonly string[];
  readonly personPicturesPerMinute: number;
  readonly serverPicturesPerMinute: number;
  /** The platforms on which the two limits hold; the page and the command line belong to whoever runs them. */
  readonly limitedPlatforms: readonly Platform[];
  /** Pulls of one endless run. */
  readonly endlessLimit: number;
  /** Least time between two pulls of an endless run. */
  readonly endlessIntervalMs: number;
}

const DAY_MS = 86_400_000;

/** The rules where nobody set others. */
export const DEFAULT_GAME_SETTINGS: GameSettings = {
  retentionMs: 30 * DAY_MS,
  postRetentionMs: 365 * DAY_MS,
  owners: [],
  personPicturesPerMinute: 30,
  serverPicturesPerMinute: 120,
  limitedPlatforms: ['discord', 'telegram'],
  endlessLimit: 50,
  endlessIntervalMs: 3000,
};
