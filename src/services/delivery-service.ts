import type { RemoteFile, RemoteFiles, Updates } from './delivery.js';
import type { GameContext } from './game-context.js';

/** Remembers which updates were handled. */
export class UpdateService implements Updates {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  claim({ platform, account, updateId }: Parameters<Updates['claim']>[0]): Promise<boolean> {
    const { storage, clock } = this.#context;
    return storage.updates.claim({ platform, account, updateId }, clock());
  }
}

/** Remembers what platforms call pictures that they already have. */
export class RemoteFileService implements RemoteFiles {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  find(file: RemoteFile): Promise<string | undefined> {
    return this.#context.storage.remoteFiles.find(toAddress(file));
  }

  remember(file: RemoteFile, remoteId: string): Promise<void> {
    return this.#context.storage.remoteFiles.save(toAddress(file), remoteId);
  }

  forget(file: RemoteFile): Promise<void> {
    return this.#context.storage.remoteFiles.remove(toAddress(file));
  }
}

function toAddress({ platform, account, portraitId, variant }: RemoteFile): RemoteFile {
  return { platform, account, portraitId, variant };
}
