import type { GameContext } from '../game-context.js';
import type { RemoteFile } from './delivery.js';

/** Lets a picture be shown again without sending its bytes again. */
export class RemoteFileService {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  /**
   * The id to send in place of the bytes; undefined: upload them, then {@link remember} their name.
   */
  find(file: RemoteFile): Promise<string | undefined> {
    return this.#context.storage.remoteFiles.find(toAddress(file));
  }

  /** Replaces an earlier name. Does nothing when the portrait is gone. */
  remember(file: RemoteFile, remoteId: string): Promise<void> {
    return this.#context.storage.remoteFiles.save(toAddress(file), remoteId);
  }

  /** The platform no longer takes it. */
  forget(file: RemoteFile): Promise<void> {
    return this.#context.storage.remoteFiles.remove(toAddress(file));
  }
}

function toAddress({ platform, account, portraitId, variant }: RemoteFile): RemoteFile {
  return { platform, account, portraitId, variant };
}
