import type { Platform } from './person.js';
import type { PortraitId } from './portrait.js';

/** Which updates were handled, so that one delivered twice is handled once. Kept for two days. */
export interface Updates {
  /** True for the first to ask, across processes; false for everybody after. */
  claim(update: {
    readonly platform: Platform;
    /** The bot's own id: two bots may share a database. */
    readonly account: string;
    readonly updateId: string;
  }): Promise<boolean>;
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
  find(file: RemoteFile): Promise<string | undefined>;
  remember(file: RemoteFile, remoteId: string): Promise<void>;
  /** The platform no longer takes it. */
  forget(file: RemoteFile): Promise<void>;
}
