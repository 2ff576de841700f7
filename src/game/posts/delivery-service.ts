import type {
  RemoteFile,
  RemoteFiles,
  UnfinishedUpdate,
  UpdateAddress,
  Updates,
} from './delivery.js';
import type { GameContext } from '../game-context.js';

/** Remembers which updates were handled, and which are not yet. */
export class UpdateService implements Updates {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  claim(update: Parameters<Updates['claim']>[0]): Promise<boolean> {
    const { content, holdMs = 0 } = update;
    const hold = content === undefined ? undefined : { content, until: this.#after(holdMs) };
    return this.#updates.claim(toUpdate(update), this.#context.clock(), hold);
  }

  begin(update: UpdateAddress): Promise<void> {
    return this.#updates.begin(toUpdate(update));
  }

  putBack(updates: readonly UpdateAddress[]): Promise<void> {
    return this.#updates.putBack(updates.map(toUpdate), this.#after(0));
  }

  hold(updates: readonly UpdateAddress[], holdMs: number): Promise<void> {
    return this.#updates.hold(updates.map(toUpdate), this.#after(holdMs));
  }

  finish(update: UpdateAddress): Promise<void> {
    return this.#updates.finish(toUpdate(update));
  }

  takeOver(
    { platform, account }: Omit<UpdateAddress, 'updateId'>,
    holdMs: number,
  ): Promise<readonly UnfinishedUpdate[]> {
    const bot = { platform, account };
    return this.#updates.takeOver(bot, this.#context.clock(), this.#after(holdMs));
  }

  get #updates(): GameContext['storage']['updates'] {
    return this.#context.storage.updates;
  }

  #after(holdMs: number): Date {
    return new Date(this.#context.clock().getTime() + holdMs);
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

function toUpdate({ platform, account, updateId }: UpdateAddress): UpdateAddress {
  return { platform, account, updateId };
}
