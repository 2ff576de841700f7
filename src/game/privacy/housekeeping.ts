import type { SweepResult } from '../game.js';
import type { GameContext } from '../game-context.js';

const HOUR_MS = 3_600_000;
/** Telegram delivers an update again for a day at most. */
const UPDATE_AGE_MS = 48 * HOUR_MS;
/** Whoever has come and gone without drawing anything is forgotten after a day. */
const NEWCOMER_AGE_MS = 24 * HOUR_MS;
/** Rows that one statement drops, so that nobody waits long for the database meanwhile. */
const BATCH = 200;

/** Repeats until there is less than a whole batch; gives the sum. */
async function inBatches(drop: (limit: number) => Promise<number>): Promise<number> {
  let sum = 0;
  for (let dropped = BATCH; dropped === BATCH; sum += dropped) {
    dropped = await drop(BATCH);
  }
  return sum;
}

/** Drops what nobody needs any more. */
export class Housekeeping {
  readonly #context: GameContext;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(context: GameContext) {
    this.#context = context;
  }

  /**
   * Deletes what is older than its term; allowances that are whole again go too, uncounted. Then clears
   * traces of what was deleted, also by others. @throws StorageError
   */
  async sweep(): Promise<SweepResult> {
    const { storage, clock, settings } = this.#context;
    const now = clock();
    const before = new Date(now.getTime() - settings.retentionMs);
    const postsBefore = new Date(now.getTime() - settings.postRetentionMs);
    const portraits = await inBatches((limit) => storage.portraits.sweep(before, limit));
    const posts = await inBatches((limit) => storage.posts.sweep(postsBefore, limit));
    await storage.endlessRuns.removeBefore(before);
    const pulls = await storage.portraits.sweepPulls(before);
    const metBefore = new Date(now.getTime() - NEWCOMER_AGE_MS);
    const people = await inBatches((limit) => storage.people.sweep(metBefore, limit));
    const updates = await storage.updates.removeBefore(new Date(now.getTime() - UPDATE_AGE_MS));
    const conversations = await storage.conversations.removeExpired(now);
    await storage.allowances.removeBefore(now.getTime());
    await storage.compact();
    return { portraits, posts, pulls, people, updates, conversations };
  }

  /** Once soon, then every hour. Does not keep the process alive. */
  start(): void {
    if (this.#timer) return;
    this.#timer = setInterval(() => this.#sweepAndLog(), HOUR_MS).unref();
    this.#sweepAndLog();
  }

  /**
   * Ends the hourly sweeps and waits for the last of them, but not for a {@link sweep} asked for
   * directly.
   */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#running;
  }

  #sweepAndLog(): void {
    const { log } = this.#context;
    this.#running = this.sweep().then(
      (swept) => log.info(swept, 'dropped what nobody kept'),
      (error: unknown) => log.warn({ err: error }, 'could not sweep; trying again in an hour'),
    );
  }
}
