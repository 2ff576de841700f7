import type { Update } from 'telegraf/types';
import type { UpdateAddress } from '../../../game/posts/delivery.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';

/** How long an update of a process that fell silent stays its own. */
export const HOLD_MS = 15_000;

const MOST_RECENT = 2000;
/** An update that began so often, because processes died of it or could not finish, ends there. */
const MOST_TRIES = 3;
/** Updates that wait for the database to come back; the oldest leave first. */
const MOST_UNRECORDED = 1000;

/** Recovery of updates that were left unfinished. */
export interface Leftovers {
  /** Handles an update once more. */
  readonly redo: (update: Update) => void;
  /** Tells of an update that is not tried any more. */
  readonly giveUp: (update: Update) => void;
}

/**
 * Updates from their arrival until they are handled. Each is written down before Telegram is told
 * that it came, and struck out when all that it set off is done: so none is lost with a process that
 * dies, and none is handled twice by processes that live.
 */
export class UpdateInbox {
  readonly #context: TelegramContext;
  readonly #holdMs: number;
  readonly #recent = new Set<number>();
  /** Updates that this process handles, and whether their turn has come. */
  readonly #held = new Map<number, { hasBegun: boolean }>();
  /** Updates that were cut short: their lease runs out, and they come again. */
  readonly #left = new Set<number>();
  /** Updates that are done but not struck out yet. */
  readonly #done = new Set<number>();
  /** Updates that this process struck out lately; a takeover may have read them just before. */
  readonly #struckOut = new Set<number>();
  /** Updates that could not be stored, with their content. */
  readonly #unrecorded = new Map<number, { readonly update: Update; isCutShort: boolean }>();
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> = Promise.resolve();

  constructor(context: TelegramContext, holdMs: number) {
    this.#context = context;
    this.#holdMs = holdMs;
  }

  /** True where this process is the one to handle it. `isPassing`: worth nothing later. */
  async take(update: Update, { isPassing }: { readonly isPassing: boolean }): Promise<boolean> {
    const { update_id: id } = update;
    if (this.#recent.has(id)) return false;
    remember(this.#recent, id);
    try {
      return await this.#claim(update, isPassing);
    } catch (error) {
      // The handler will tell the person what is wrong; dropping the update would be silence.
      this.#context.log.warn({ err: error, updateId: id }, 'telegram: update not recorded');
      if (!isPassing) this.#unrecorded.set(id, { update, isCutShort: false });
      const [oldest] = this.#unrecorded.keys();
      if (this.#unrecorded.size > MOST_UNRECORDED && oldest !== undefined) {
        this.#unrecorded.delete(oldest);
      }
      return true;
    }
  }

  /** The turn of an update has come. */
  async begin(id: number): Promise<void> {
    const held = this.#held.get(id);
    if (held === undefined) return;
    held.hasBegun = true;
    try {
      await this.#context.game.updates.begin(this.#addressOf(id));
    } catch (error) {
      this.#context.log.warn({ err: error, updateId: id }, 'telegram: try not counted');
    }
  }

  /** Strikes an update out. One that was cut short comes back when its time is up. */
  async close(id: number, isDone: boolean): Promise<void> {
    const unrecorded = this.#unrecorded.get(id);
    if (unrecorded !== undefined) {
      if (isDone) this.#unrecorded.delete(id);
      else unrecorded.isCutShort = true;
      return;
    }
    // Cut short by the end of this process, which is no try of it: `stop` puts it back.
    if (!isDone && this.#context.work.closing.aborted) return;
    if (!this.#held.delete(id)) return;
    if (isDone) {
      this.#done.add(id);
      await this.#strikeOut(id);
    } else this.#left.add(id);
  }

  /** Takes up what was left lying, now and from now on. */
  async start(leftovers: Leftovers): Promise<void> {
    const beat = (): void => {
      this.#beating = this.#beating.then(() => this.#beat(leftovers));
    };
    this.#timer = setInterval(beat, this.#holdMs / 3).unref();
    beat();
    await this.#beating;
  }

  /** Leaves what is not done to the next process, at once. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    for (const id of this.#done) await this.#strikeOut(id);
    const { game, log } = this.#context;
    const begun = [...this.#held].filter(([, { hasBegun }]) => hasBegun).map(([id]) => id);
    const waiting = [...this.#held].filter(([, { hasBegun }]) => !hasBegun).map(([id]) => id);
    this.#held.clear();
    const count = begun.length + waiting.length + this.#left.size;
    if (count === 0) return;
    log.info({ count }, 'telegram: updates left for the next start');
    await this.#hold([...waiting, ...this.#left], 0);
    try {
      await game.updates.putBack(begun.map((id) => this.#addressOf(id)));
    } catch (error) {
      log.warn({ err: error }, 'telegram: updates not put back');
    }
  }

  /** @throws StorageError */
  async #claim(update: Update, isPassing: boolean): Promise<boolean> {
    const { update_id: id } = update;
    const hold = isPassing ? {} : { content: JSON.stringify(update), holdMs: this.#holdMs };
    const isFirst = await this.#context.game.updates.claim({ ...this.#addressOf(id), ...hold });
    if (isFirst && !isPassing) this.#held.set(id, { hasBegun: false });
    return isFirst;
  }

  async #strikeOut(id: number): Promise<void> {
    try {
      await this.#context.game.updates.finish(this.#addressOf(id));
      remember(this.#struckOut, id);
      this.#done.delete(id);
    } catch (error) {
      // Held on, and tried again: another process would do all of it once more.
      this.#context.log.warn({ err: error, updateId: id }, 'telegram: update not struck out');
    }
  }

  async #beat(leftovers: Leftovers): Promise<void> {
    for (const id of this.#done) await this.#strikeOut(id);
    await this.#hold([...this.#held.keys(), ...this.#done], this.#holdMs);
    try {
      await this.#recordLate(leftovers);
      await this.#takeOver(leftovers);
    } catch (error) {
      this.#context.log.warn({ err: error }, 'telegram: unfinished updates not looked for');
    }
  }

  /** Handles updates that came while there was no database. @throws StorageError */
  async #recordLate({ redo }: Leftovers): Promise<void> {
    for (const [id, { update, isCutShort }] of this.#unrecorded) {
      if (!isCutShort) continue;
      const isFirst = await this.#claim(update, false);
      this.#unrecorded.delete(id);
      if (isFirst) redo(update);
    }
  }

  /** @throws StorageError */
  async #takeOver({ redo, giveUp }: Leftovers): Promise<void> {
    const { game, me, log } = this.#context;
    const bot = { platform: PLATFORM, account: String(me.id) } as const;
    const left = await game.updates.takeOver(bot, this.#holdMs);
    const inOrder = left.toSorted((one, other) => Number(one.updateId) - Number(other.updateId));
    for (const { updateId, content, tries } of inOrder) {
      const id = Number(updateId);
      if (this.#held.has(id) || this.#done.has(id) || this.#struckOut.has(id)) continue;
      remember(this.#recent, id);
      this.#left.delete(id);
      this.#held.set(id, { hasBegun: false });
      const update = JSON.parse(content) as Update;
      if (tries >= MOST_TRIES) {
        log.error({ updateId, tries }, 'telegram: update given up');
        giveUp(update);
      } else {
        log.warn({ updateId, tries }, 'telegram: unfinished update taken up again');
        redo(update);
      }
    }
  }

  async #hold(ids: readonly number[], holdMs: number): Promise<void> {
    try {
      await this.#context.game.updates.hold(
        ids.map((id) => this.#addressOf(id)),
        holdMs,
      );
    } catch (error) {
      this.#context.log.warn({ err: error }, 'telegram: updates not held');
    }
  }

  #addressOf(id: number): UpdateAddress {
    return { platform: PLATFORM, account: String(this.#context.me.id), updateId: String(id) };
  }
}

function remember(ids: Set<number>, id: number): void {
  ids.add(id);
  const [oldest] = ids;
  if (ids.size > MOST_RECENT && oldest !== undefined) ids.delete(oldest);
}
