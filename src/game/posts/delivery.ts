import type { Platform } from '../people/person.js';
import type { PortraitId } from '../portraits/portrait.js';

/** Something a platform told a bot. */
export interface UpdateAddress {
  readonly platform: Platform;
  /** The bot's own id: two bots may share a database. */
  readonly account: string;
  readonly updateId: string;
}

/** An update that somebody took and never finished. */
export interface UnfinishedUpdate {
  readonly updateId: string;
  /** As it was given to `UpdateService.claim`. */
  readonly content: string;
  /** How often its handling began, without ever finishing. */
  readonly tries: number;
}

/** A file that a platform already has, under the platform's own name for it. */
export interface RemoteFile {
  readonly platform: Platform;
  /** The bot's own id: such names belong to one bot. */
  readonly account: string;
  readonly portraitId: PortraitId;
  /** For instance `photo` or `thumbnail`. */
  readonly variant: string;
}
