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
  /** As it was given to {@link Updates.claim}. */
  readonly content: string;
  /** How often its handling began, without ever finishing. */
  readonly tries: number;
}

/**
 * Which updates were handled, so that one delivered twice is handled once; and which are not yet, so
 * that none is lost with the process that was at it. Kept for two days.
 */
export interface Updates {
  /**
   * True for the first to ask, across processes; false for everybody after. With `content` the update
   * is held for `holdMs` and waits for {@link finish}; without, it counts as finished at once.
   */
  claim(
    update: UpdateAddress & { readonly content?: string; readonly holdMs?: number },
  ): Promise<boolean>;
  /**
   * Its turn has come: counts a try, so that an update is known at which processes die. One that only
   * waited in line when its process died has no try.
   */
  begin(update: UpdateAddress): Promise<void>;
  /** Extends the lease of unfinished updates, however many; 0 releases them. */
  hold(updates: readonly UpdateAddress[], holdMs: number): Promise<void>;
  /** Releases updates that began and were stopped in good order, which is no failed try of theirs. */
  putBack(updates: readonly UpdateAddress[]): Promise<void>;
  /** Handled, with all that it set off. What it said is forgotten. */
  finish(update: UpdateAddress): Promise<void>;
  /** Unfinished updates that nobody holds any more, oldest first; the caller holds them from now. */
  takeOver(
    bot: Omit<UpdateAddress, 'updateId'>,
    holdMs: number,
  ): Promise<readonly UnfinishedUpdate[]>;
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

/** Lets a picture be shown again without sending its bytes again. */
export interface RemoteFiles {
  /**
   * What to send in place of the bytes; undefined: upload them, then {@link remember} their name.
   */
  find(file: RemoteFile): Promise<string | undefined>;
  /** Replaces an earlier name. Does nothing when the portrait is gone. */
  remember(file: RemoteFile, remoteId: string): Promise<void>;
  /** The platform no longer takes it. */
  forget(file: RemoteFile): Promise<void>;
}
