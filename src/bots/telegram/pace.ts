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

/** What Telegram allows; a little less in all, as requests bunch up on their way. */
export const TELEGRAM_PACE: Pace = {
  chatIntervalMs: 1000,
  groupPerMinute: 20,
  overallPerSecond: 28,
};

const MINUTE_MS = 60_000;

/** Schedules messages within a {@link Pace}: in order in a chat, chats beside one another. */
export class PacedChats {
  readonly #pace: Pace;
  readonly #overall: Bottleneck;
  /** One message at a time to a chat. */
  readonly #chats = new Bottleneck.Group({ maxConcurrent: 1 });
  readonly #groups: Bottleneck.Group;
  readonly #waiting = new Map<number, number>();
  readonly #resting = new Set<() => void>();
  #isClosed = false;

  constructor(pace: Pace) {
    this.#pace = pace;
    this.#overall = new Bottleneck({ minTime: Math.ceil(1000 / pace.overallPerSecond) });
    this.#groups = new Bottleneck.Group({ reservoir: pace.groupPerMinute });
  }

  /** Messages to a chat that have not gone out yet. */
  waiting(chatId: number): number {
    return this.#waiting.get(chatId) ?? 0;
  }

  /** Runs `job` when its turn comes; `weight` is the number of messages it sends. */
  async schedule<Result>(
    chatId: number,
    weight: number,
    job: () => Promise<Result>,
  ): Promise<Result> {
    this.#count(chatId, 1);
    try {
      return await new Promise<Result>((resolve, reject) => {
        const turn = async (): Promise<void> => {
          await this.#inGroup(chatId, weight, () => this.#overall.schedule(job)).then(
            resolve,
            reject,
          );
          // The interval counts from when Telegram had it: before that it may have been tried often.
          await this.#rest(this.#pace.chatIntervalMs);
        };
        this.#chats.key(String(chatId)).schedule(turn).catch(reject);
      });
    } finally {
      this.#count(chatId, -1);
    }
  }

  /** Lets go of the timers. Nothing may be scheduled any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const wake of this.#resting) wake();
    await Promise.all([this.#chats.disconnect(false), this.#groups.disconnect(false)]);
  }

  async #inGroup<Result>(
    chatId: number,
    weight: number,
    job: () => Promise<Result>,
  ): Promise<Result> {
    if (chatId >= 0) return job();
    const limiter = this.#groups.key(String(chatId));
    return limiter.schedule({ weight }, async () => {
      try {
        return await job();
      } finally {
        // A refresh at fixed times would let 40 through around it; giving each one back after its
        // own minute keeps to 20 in any minute.
        void this.#rest(MINUTE_MS).then(() => limiter.incrementReservoir(weight));
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
