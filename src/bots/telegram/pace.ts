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

/** A hair below what Telegram allows, as requests bunch up on their way. */
export const TELEGRAM_PACE: Pace = {
  chatIntervalMs: 1050,
  groupPerMinute: 20,
  overallPerSecond: 29,
};

const MINUTE_MS = 60_500;

/** Schedules messages within a {@link Pace}: in order in a chat, chats beside one another. */
export class PacedChats {
  readonly #chats: Bottleneck.Group;
  readonly #groups: Bottleneck.Group;
  readonly #waiting = new Map<number, number>();
  readonly #refills = new Set<NodeJS.Timeout>();

  constructor(pace: Pace) {
    const overall = new Bottleneck({ minTime: Math.ceil(1000 / pace.overallPerSecond) });
    const perChat = { maxConcurrent: 1, minTime: pace.chatIntervalMs };
    this.#chats = new Bottleneck.Group(perChat);
    this.#groups = new Bottleneck.Group({ ...perChat, reservoir: pace.groupPerMinute });
    for (const group of [this.#chats, this.#groups]) {
      group.on('created', (limiter: Bottleneck) => limiter.chain(overall));
    }
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
    const isGroup = chatId < 0;
    const limiter = (isGroup ? this.#groups : this.#chats).key(String(chatId));
    this.#count(chatId, 1);
    try {
      return await limiter.schedule({ weight: isGroup ? weight : 1 }, () => {
        if (isGroup) this.#refillLater(limiter, weight);
        return job();
      });
    } finally {
      this.#count(chatId, -1);
    }
  }

  /** Lets go of the timers. Nothing may be scheduled any more. */
  async close(): Promise<void> {
    for (const timer of this.#refills) clearTimeout(timer);
    await Promise.all([this.#chats.disconnect(false), this.#groups.disconnect(false)]);
  }

  // A refresh at fixed times would let 40 through around it; giving each one back after its own
  // minute keeps to 20 in any minute.
  #refillLater(limiter: Bottleneck, weight: number): void {
    const timer = setTimeout(() => {
      this.#refills.delete(timer);
      void limiter.incrementReservoir(weight);
    }, MINUTE_MS);
    timer.unref();
    this.#refills.add(timer);
  }

  #count(chatId: number, by: number): void {
    const left = this.waiting(chatId) + by;
    if (left > 0) this.#waiting.set(chatId, left);
    else this.#waiting.delete(chatId);
  }
}
