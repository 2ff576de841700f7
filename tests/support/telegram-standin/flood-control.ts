/** Messages that Telegram lets a bot send. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export interface FloodLimits {
  /** Least time between two messages to one chat. */
  readonly chatIntervalMs: number;
  /** Messages a minute to one group. */
  readonly groupPerMinute: number;
  /** Requests a second that send or change messages, to all chats. */
  readonly overallPerSecond: number;
}

/** Limits stated in Telegram's FAQ, linked above. */
export const DOCUMENTED_LIMITS: FloodLimits = {
  chatIntervalMs: 1000,
  groupPerMinute: 20,
  overallPerSecond: 30,
};

/** Timers count whole milliseconds, this clock counts less. Nothing else is forgiven. */
const TOLERANCE_MS = 5;
const COUNTED = /^(send(?!ChatAction)|edit|copy|forward)/;
/** The requests that an embargo holds off; it costs nothing else. */
const HELD_OFF = /^(send|edit|copy|forward)/;
const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** A request that came too early. */
export interface TooFast {
  readonly scope: 'chat' | 'group' | 'overall';
  readonly waitS: number;
}

/** A request that sent or changed messages. */
interface Sent {
  readonly chatId: number;
  readonly atMs: number;
  /** An album is several. */
  readonly messages: number;
}

/** The densest that a bot ever sent. */
export interface Busiest {
  /** Least time between two requests to one chat. */
  readonly chatGapMs: number;
  /** Most messages in any minute to one group. */
  readonly groupMinute: number;
  /** Most messages in any second, all chats together. */
  readonly overallSecond: number;
}

/** Answers which requests come too fast, as Telegram's flood control does. */
export class FloodControl {
  /** All that was let through, oldest first. */
  readonly sent: Sent[] = [];
  readonly #limits: FloodLimits;
  readonly #now: () => number;
  readonly #embargoUntilMs = new Map<number, number>();

  constructor(limits: FloodLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** How long to wait, where this request comes too early. Counts the request otherwise. */
  check(method: string, chatId: number | undefined, messages = 1): TooFast | undefined {
    if (chatId === undefined || !COUNTED.test(method)) return undefined;
    const { chatIntervalMs, groupPerMinute, overallPerSecond } = this.#limits;
    const atMs = this.#now();
    const lastMinute = this.sent.filter((one) => atMs - one.atMs < MINUTE_MS - TOLERANCE_MS);
    const here = lastMinute.filter((one) => one.chatId === chatId);
    const last = here.at(-1);
    if (last !== undefined && atMs - last.atMs < chatIntervalMs - TOLERANCE_MS) {
      return { scope: 'chat', waitS: 1 };
    }
    if (chatId < 0 && countOf(here) + messages > groupPerMinute) {
      return { scope: 'group', waitS: 30 };
    }
    const lastSecond = lastMinute.filter((one) => atMs - one.atMs < SECOND_MS - TOLERANCE_MS);
    if (countOf(lastSecond) + messages > overallPerSecond) return { scope: 'overall', waitS: 1 };
    this.sent.push({ chatId, atMs, messages });
    return undefined;
  }

  /** The most messages within any second and any minute. */
  get busiest(): Busiest {
    const byChat = new Map<number, Sent[]>();
    for (const one of this.sent) {
      byChat.set(one.chatId, [...(byChat.get(one.chatId) ?? []), one]);
    }
    const gaps = [...byChat.values()].flatMap((sent) =>
      sent.slice(1).map(({ atMs }, index) => atMs - (sent[index]?.atMs ?? 0)),
    );
    const groups = [...byChat].filter(([chatId]) => chatId < 0).map(([, sent]) => sent);
    return {
      chatGapMs: Math.min(Infinity, ...gaps),
      groupMinute: Math.max(0, ...groups.map((sent) => mostWithin(sent, MINUTE_MS))),
      overallSecond: mostWithin(this.sent, SECOND_MS),
    };
  }

  /** After a 429: nothing to this chat for so long. */
  embargo(chatId: number, seconds: number): void {
    this.#embargoUntilMs.set(chatId, this.#now() + seconds * 1000);
  }

  /** True if a request ignores an announced `retry_after`. */
  isEmbargoed(method: string, chatId: number | undefined): boolean {
    if (chatId === undefined || !HELD_OFF.test(method)) return false;
    return this.#now() < (this.#embargoUntilMs.get(chatId) ?? 0) - TOLERANCE_MS;
  }
}

function countOf(sent: readonly Sent[]): number {
  return sent.reduce((sum, { messages }) => sum + messages, 0);
}

function mostWithin(sent: readonly Sent[], windowMs: number): number {
  const counts = sent.map(({ atMs: from }) =>
    countOf(sent.filter(({ atMs }) => atMs >= from && atMs < from + windowMs - TOLERANCE_MS)),
  );
  return Math.max(0, ...counts);
}
