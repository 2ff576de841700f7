import Bottleneck from 'bottleneck';

/** How fast messages may go out. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export interface Pace {
  /** Least time between two messages to one chat. */
  readonly chatIntervalMs: number;
  /** Messages in any minute to one group. */
  readonly groupPerMinute: number;
  /** Messages in any second, all chats together. */
  readonly overallPerSecond: number;
}

/** What Telegram allows. */
export const TELEGRAM_PACE: Pace = {
  chatIntervalMs: 1000,
  groupPerMinute: 20,
  overallPerSecond: 30,
};

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/**
 * Keeps requests within a {@link Pace}, as the far end sees them arrive: each takes its place before
 * it goes out and gives it back a second (a minute, in a group) after its answer is there. However
 * long it was on its way, it arrived in between, so no window ever holds more than the pace allows.
 */
export class PacedChats {
  readonly #pace: Pace;
  readonly #overall: Bottleneck;
  /** A message and all tries of it before the next one. */
  readonly #orders = new Bottleneck.Group({ maxConcurrent: 1 });
  readonly #chats = new Bottleneck.Group({ maxConcurrent: 1 });
  readonly #groups: Bottleneck.Group;
  readonly #waiting = new Map<number, number>();
  readonly #resting = new Set<() => void>();
  #isClosed = false;

  constructor(pace: Pace) {
    const { overallPerSecond, groupPerMinute } = pace;
    this.#pace = pace;
    this.#overall = new Bottleneck({
      reservoir: overallPerSecond,
      minTime: Math.floor(SECOND_MS / overallPerSecond),
    });
    this.#groups = new Bottleneck.Group({ reservoir: groupPerMinute });
  }

  /** Messages to a chat that have not gone out yet. */
  waiting(chatId: number): number {
    return this.#waiting.get(chatId) ?? 0;
  }

  /** Runs jobs for one chat one after another, chats beside one another. */
  async inOrder<Result>(chatId: number, job: () => Promise<Result>): Promise<Result> {
    this.#count(chatId, 1);
    try {
      return await this.#orders.key(String(chatId)).schedule(job);
    } finally {
      this.#count(chatId, -1);
    }
  }

  /** Makes a request as soon as the pace allows; `weight` is the number of messages it sends. */
  pass<Result>(chatId: number, weight: number, request: () => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const turn = async (): Promise<void> => {
        await this.#inGroup(chatId, weight, () => this.#inAll(weight, request)).then(
          resolve,
          reject,
        );
        await this.#rest(this.#pace.chatIntervalMs);
      };
      this.#chats.key(String(chatId)).schedule(turn).catch(reject);
    });
  }

  /** Lets go of the timers. Nothing may be scheduled any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const wake of this.#resting) wake();
    const all = [this.#orders, this.#chats, this.#groups];
    await Promise.all(all.map((each) => each.disconnect(false)));
  }

  #inAll<Result>(weight: number, request: () => Promise<Result>): Promise<Result> {
    return this.#taking(this.#overall, { weight, backAfterMs: SECOND_MS }, request);
  }

  #inGroup<Result>(
    chatId: number,
    weight: number,
    request: () => Promise<Result>,
  ): Promise<Result> {
    if (chatId >= 0) return request();
    const limiter = this.#groups.key(String(chatId));
    return this.#taking(limiter, { weight, backAfterMs: MINUTE_MS }, request);
  }

  #taking<Result>(
    limiter: Bottleneck,
    { weight, backAfterMs }: { readonly weight: number; readonly backAfterMs: number },
    request: () => Promise<Result>,
  ): Promise<Result> {
    return limiter.schedule({ weight }, async () => {
      try {
        return await request();
      } finally {
        void this.#rest(backAfterMs).then(() => limiter.incrementReservoir(weight));
      }
    });
  }

  #rest(ms: number): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#resting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      timer.unref();
      this.#resting.add(wake);
    });
  }

  #count(chatId: number, by: number): void {
    const left = this.waiting(chatId) + by;
    if (left > 0) this.#waiting.set(chatId, left);
    else this.#waiting.delete(chatId);
  }
}
