import type { Update } from 'telegraf/types';
import type { UpdateAddress } from '../../../game/posts/delivery.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';

/** How long an update of a process that fell silent stays its own. */
export const HOLD_MS = 15_000;

const MOST_RECENT = 2000;
/** An update that three processes died of, or could not finish, is no longer tried. */
const MOST_TRIES = 3;

/** Handles an update once more. */
type Redo = (update: Update) => void;

/**
 * Updates from their arrival until they are handled. Each is written down before Telegram is told
 * that it came, and struck out when all that it set off is done: so none is lost with a process that
 * dies, and none is handled twice by processes that live.
 */
export class UpdateInbox {
  readonly #context: TelegramContext;
  readonly #holdMs: number;
  readonly #recent = new Set<number>();
  /** Those that this process is at. */
  readonly #held = new Set<number>();
  /** Those that were cut short: their time runs out, and they come again. */
  readonly #left = new Set<number>();
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
    this.#remember(id);
    const content = isPassing ? {} : { content: JSON.stringify(update), holdMs: this.#holdMs };
    try {
      const isFirst = await this.#context.game.updates.claim({
        ...this.#addressOf(id),
        ...content,
      });
      if (isFirst && !isPassing) this.#held.add(id);
      return isFirst;
    } catch (error) {
      // The handler will tell the person what is wrong; dropping the update would be silence.
      this.#context.log.warn({ err: error, updateId: id }, 'telegram: update not recorded');
      return true;
    }
  }

  /** Strikes an update out. One that was cut short comes back when its time is up. */
  async close(id: number, isDone: boolean): Promise<void> {
    if (!this.#held.delete(id)) return;
    if (!isDone) {
      this.#left.add(id);
      return;
    }
    try {
      await this.#context.game.updates.finish(this.#addressOf(id));
    } catch (error) {
      this.#context.log.warn({ err: error, updateId: id }, 'telegram: update not struck out');
    }
  }

  /** Takes up what was left lying, now and from now on. */
  async start(redo: Redo): Promise<void> {
    const beat = (): void => {
      this.#beating = this.#beat(redo);
    };
    this.#timer = setInterval(beat, this.#holdMs / 3).unref();
    beat();
    await this.#beating;
  }

  /** Leaves what is not done to the next process, at once. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    const left = [...this.#held, ...this.#left].map((id) => this.#addressOf(id));
    this.#held.clear();
    if (left.length === 0) return;
    this.#context.log.info({ count: left.length }, 'telegram: updates left for the next start');
    await this.#hold(left, 0);
  }

  async #beat(redo: Redo): Promise<void> {
    const { game, me, log } = this.#context;
    await this.#hold(
      [...this.#held].map((id) => this.#addressOf(id)),
      this.#holdMs,
    );
    try {
      const bot = { platform: PLATFORM, account: String(me.id) } as const;
      const left = await game.updates.takeOver(bot, this.#holdMs);
      const inOrder = left.toSorted((one, other) => Number(one.updateId) - Number(other.updateId));
      for (const { updateId, content, tries } of inOrder) {
        const id = Number(updateId);
        if (this.#held.has(id)) continue;
        this.#remember(id);
        this.#left.delete(id);
        this.#held.add(id);
        if (tries > MOST_TRIES) {
          log.error({ updateId, tries }, 'telegram: update given up');
          await this.close(id, true);
          continue;
        }
        log.warn({ updateId, tries }, 'telegram: unfinished update taken up again');
        redo(JSON.parse(content) as Update);
      }
    } catch (error) {
      log.warn({ err: error }, 'telegram: unfinished updates not looked for');
    }
  }

  async #hold(updates: readonly UpdateAddress[], holdMs: number): Promise<void> {
    try {
      await this.#context.game.updates.hold(updates, holdMs);
    } catch (error) {
      this.#context.log.warn({ err: error }, 'telegram: updates not held');
    }
  }

  #addressOf(id: number): UpdateAddress {
    return { platform: PLATFORM, account: String(this.#context.me.id), updateId: String(id) };
  }

  #remember(id: number): void {
    this.#recent.add(id);
    const [oldest] = this.#recent;
    if (this.#recent.size > MOST_RECENT && oldest !== undefined) this.#recent.delete(oldest);
  }
}
