import PQueue from 'p-queue';

/** How fast messages may go out. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export interface ThrottleLimits {
  /** Least time between two messages to one chat. */
  readonly chatIntervalMs: number;
  /** Messages in any minute to one group. */
  readonly groupPerMinute: number;
  /** Messages in any second, all chats together. */
  readonly overallPerSecond: number;
}

/** Telegram's limits. */
export const TELEGRAM_LIMITS: ThrottleLimits = {
  chatIntervalMs: 1000,
  groupPerMinute: 20,
  overallPerSecond: 30,
};

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** At most `places` in flight; a slot frees `backAfterMs` after the response. */
interface Limit {
  readonly places: number;
  readonly backAfterMs: number;
}

/**
 * Keeps requests within a {@link ThrottleLimits}, as the far end sees them arrive: each takes its place before
 * it goes out and gives it back a second (a minute, in a group) after its answer is there. However
 * long it was on its way, it arrived in between, so no window ever holds more than the pace allows.
 */
export class ChatThrottle {
  readonly #chat: Limit;
  readonly #group: Limit;
  readonly #overall: Limit;
  readonly #all: PQueue;
  /** A message and all tries of it before the next one. */
  readonly #orders = new Map<number, PQueue>();
  readonly #chats = new Map<number, PQueue>();
  readonly #groups = new Map<number, PQueue>();
  readonly #waiting = new Map<number, number>();
  readonly #resting = new Set<() => void>();
  #isClosed = false;

  constructor({ chatIntervalMs, groupPerMinute, overallPerSecond }: ThrottleLimits) {
    this.#chat = { places: 1, backAfterMs: chatIntervalMs };
    this.#group = { places: groupPerMinute, backAfterMs: MINUTE_MS };
    this.#overall = { places: overallPerSecond, backAfterMs: SECOND_MS };
    this.#all = new PQueue({ concurrency: overallPerSecond });
  }

  /** Messages to a chat that have not gone out yet. */
  waiting(chatId: number): number {
    return this.#waiting.get(chatId) ?? 0;
  }

  /** Runs jobs for one chat one after another, chats beside one another. */
  async inOrder<Result>(chatId: number, job: () => Promise<Result>): Promise<Result> {
    this.#count(chatId, 1);
    try {
      return await queueOf(this.#orders, chatId, 1).add(job);
    } finally {
      this.#count(chatId, -1);
    }
  }

  /** Makes a request as soon as the pace allows; `weight` is the number of messages it sends. */
  pass<Result>(chatId: number, weight: number, request: () => Promise<Result>): Promise<Result> {
    const inAll = (): Promise<Result> =>
      this.#taking(this.#all, { ...this.#overall, weight }, request);
    const inGroup = (): Promise<Result> => {
      const group = queueOf(this.#groups, chatId, this.#group.places);
      return this.#taking(group, { ...this.#group, weight }, inAll);
    };
    const chat = queueOf(this.#chats, chatId, this.#chat.places);
    return this.#taking(chat, { ...this.#chat, weight: 1 }, chatId < 0 ? inGroup : inAll);
  }

  /**
   * Lets go of the timers. What has not gone out is refused instead of going out all at once, and so
   * is whatever comes later.
   */
  close(): void {
    this.#isClosed = true;
    for (const wake of this.#resting) wake();
  }

  /** Takes places in a queue, all of them before the request, and gives them back later. */
  async #taking<Result>(
    queue: PQueue,
    { places, backAfterMs, weight }: Limit & { readonly weight: number },
    request: () => Promise<Result>,
  ): Promise<Result> {
    let giveBack = (): void => undefined;
    const isBack = new Promise<void>((resolve) => {
      giveBack = resolve;
    });
    // First come, first served, and all at once: nobody waits with half of what they need.
    const taken = Array.from({ length: Math.min(weight, places) }, () => takePlace(queue, isBack));
    await Promise.all(taken);
    try {
      if (this.#isClosed) throw new Error('expected to be sent before the bot stopped');
      return await request();
    } finally {
      void this.#rest(backAfterMs).then(giveBack);
    }
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

/** The queue of a chat, forgotten as soon as it is empty. */
function queueOf(queues: Map<number, PQueue>, chatId: number, concurrency: number): PQueue {
  const known = queues.get(chatId);
  if (known !== undefined) return known;
  const queue = new PQueue({ concurrency });
  queue.on('idle', () => queues.delete(chatId));
  queues.set(chatId, queue);
  return queue;
}

/** Resolves when a place is had; it is taken until `isBack`. */
function takePlace(queue: PQueue, isBack: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const task = (): Promise<void> => {
      resolve();
      return isBack;
    };
    queue.add(task).catch(reject);
  });
}
