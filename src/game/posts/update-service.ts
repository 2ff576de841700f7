import type { UnfinishedUpdate, UpdateAddress } from './delivery.js';
import type { GameContext } from '../game-context.js';

/**
 * Which updates were handled, so that one delivered twice is handled once; and which are not yet, so
 * that none is lost with the process that was at it. Kept for two days.
 */
export class UpdateService {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  /**
   * True for the first to ask, across processes; false for everybody after. With `content` the update
   * is held for `holdMs` and waits for {@link finish}; without, it counts as finished at once.
   */
  claim(
    update: UpdateAddress & { readonly content?: string; readonly holdMs?: number },
  ): Promise<boolean> {
    const { content, holdMs = 0 } = update;
    const hold = content === undefined ? undefined : { content, until: this.#after(holdMs) };
    return this.#updates.claim(toUpdate(update), this.#context.clock(), hold);
  }

  /**
   * Its turn has come: counts a try, so that an update is known at which processes die. One that only
   * waited in line when its process died has no try.
   */
  begin(update: UpdateAddress): Promise<void> {
    return this.#updates.begin(toUpdate(update));
  }

  /** Releases updates that began and were stopped in good order, which is no failed try of theirs. */
  putBack(updates: readonly UpdateAddress[]): Promise<void> {
    return this.#updates.putBack(updates.map(toUpdate), this.#after(0));
  }

  /** Extends the lease of unfinished updates, however many; 0 releases them. */
  hold(updates: readonly UpdateAddress[], holdMs: number): Promise<void> {
    return this.#updates.hold(updates.map(toUpdate), this.#after(holdMs));
  }

  /** Handled, with all that it set off. What it said is forgotten. */
  finish(update: UpdateAddress): Promise<void> {
    return this.#updates.finish(toUpdate(update));
  }

  /** Unfinished updates that nobody holds any more, oldest first; the caller holds them from now. */
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

function toUpdate({ platform, account, updateId }: UpdateAddress): UpdateAddress {
  return { platform, account, updateId };
}
