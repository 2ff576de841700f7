/** Messages that Telegram lets a bot send. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export interface FloodLimits {
  /** Least time between two messages to one chat. */
  readonly chatIntervalMs: number;
  /** Messages a minute to one group. */
  readonly groupPerMinute: number;
  /** Requests a second that send or change messages, to all chats. */
  readonly overallPerSecond: number;
}

export const DOCUMENTED_LIMITS: FloodLimits = {
  chatIntervalMs: 1000,
  groupPerMinute: 20,
  overallPerSecond: 30,
};

/** Requests on their way may bunch up by this much; Telegram allows short bursts too. */
const JITTER_MS = 250;
const COUNTED = /^(send(?!ChatAction)|edit|copy|forward)/;

/** A request that came too early. */
export interface TooFast {
  readonly scope: 'chat' | 'group' | 'overall';
  readonly waitS: number;
}

/** Answers which requests come too fast, as Telegram's flood control does. */
export class FloodControl {
  readonly #limits: FloodLimits;
  readonly #now: () => number;
  readonly #nextAllowedMs = new Map<number, number>();
  readonly #groupTimesMs = new Map<number, number[]>();
  readonly #embargoUntilMs = new Map<number, number>();
  #timesMs: number[] = [];

  constructor(limits: FloodLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** How long to wait, where this request comes too early. Counts the request otherwise. */
  check(method: string, chatId: number | undefined): TooFast | undefined {
    if (chatId === undefined || !COUNTED.test(method)) return undefined;
    const now = this.#now();
    const next = this.#nextAllowedMs.get(chatId) ?? 0;
    if (now < next - JITTER_MS) return { scope: 'chat', waitS: 1 };
    const inGroup = within(this.#groupTimesMs.get(chatId) ?? [], now, 60_000 - JITTER_MS);
    if (chatId < 0 && inGroup.length >= this.#limits.groupPerMinute)
      return { scope: 'group', waitS: 30 };
    this.#timesMs = within(this.#timesMs, now, 1000 - JITTER_MS);
    if (this.#timesMs.length >= this.#limits.overallPerSecond) {
      return { scope: 'overall', waitS: 1 };
    }
    this.#timesMs.push(now);
    this.#groupTimesMs.set(chatId, [...inGroup, now]);
    this.#nextAllowedMs.set(chatId, Math.max(now, next) + this.#limits.chatIntervalMs);
    return undefined;
  }

  /** After a 429: nothing to this chat for so long. */
  embargo(chatId: number, seconds: number): void {
    this.#embargoUntilMs.set(chatId, this.#now() + seconds * 1000);
  }

  /** Whether a request breaks an embargo that `retry_after` announced. */
  isEmbargoed(method: string, chatId: number | undefined): boolean {
    if (chatId === undefined || !COUNTED.test(method)) return false;
    return this.#now() < (this.#embargoUntilMs.get(chatId) ?? 0);
  }
}

function within(times: readonly number[], now: number, windowMs: number): number[] {
  return times.filter((time) => now - time < windowMs);
}
