import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ChatThrottle, type ThrottleLimits } from './chat-throttle.js';
import { TelegramRefusal } from './refusal.js';
import type { Payload, TelegramApi } from './telegram-api.js';

/** Dependencies, rate limits and retries of the outbox. */
export interface OutboxOptions {
  readonly api: TelegramApi;
  readonly log: Logger;
  readonly pace: ThrottleLimits;
  /** Patience with one request. */
  readonly requestTimeoutMs: number;
  /** Waits before the next try where Telegram cannot be reached; the last one repeats. */
  readonly backoffMs: readonly number[];
  /** A group got a new id. */
  readonly onMigrated: (from: number, to: number) => void;
}

/** A second. In a crowd messages come before hints that they will come. */
const MOST_HINTS = 8;

/** A request, and what makes one try of it. */
interface Job<Result> {
  readonly method: string;
  readonly payload: Payload;
  readonly mostTries: number;
  readonly request: (payload: Payload) => Promise<Result>;
}

/** A message that goes to a chat. */
export type ChatPayload = Payload & { readonly chat_id: number };

/** Tries, about ten minutes of them, before a message is given up. */
const MOST_TRIES = 24;
/** An answer to a press is worth nothing later. */
const MOST_ANSWER_TRIES = 4;
/**
 * Tries of a new message that Telegram took without our hearing of it, or never had. The Bot API has
 * no key to tell, so one more try may show it twice, and none may lose it; twice is the lesser evil.
 */
const MOST_UNANSWERED = 2;
/** Doing these once more changes nothing. */
const REPEATABLE = /^(edit|delete|answer|set|get)/;

/**
 * Everything that leaves the bot. Messages keep their order in a chat, wait their turn and are
 * tried again until Telegram takes them or refuses them for good.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #chats: ChatThrottle;
  /** When the newest hints went out. */
  #hints: readonly number[] = [];
  readonly #newIds = new Map<number, number>();
  /** Chats to which a message is on its way. */
  readonly #inFlight = new Set<number>();
  /** Until when Telegram wants to hear nothing for a chat. */
  readonly #floodedUntilMs = new Map<number, number>();
  readonly #closing = new AbortController();
  readonly #going = new Set<Promise<unknown>>();

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#chats = new ChatThrottle(options.pace);
    setMaxListeners(0, this.#closing.signal); // one listener per waiting message
  }

  /** Messages to a chat that wait. */
  waiting(chatId: number): number {
    return this.#chats.waiting(chatId);
  }

  /** True if Telegram wants to hear nothing for a chat now. */
  isFlooded(chatId: number): boolean {
    const untilMs = this.#floodedUntilMs.get(chatId);
    if (untilMs === undefined) return false;
    if (untilMs > performance.now()) return true;
    this.#floodedUntilMs.delete(chatId);
    return false;
  }

  /**
   * Sends or changes a message; `weight` counts the messages of an album. It is tried until Telegram
   * has it or refuses it; a new message whose answer was lost is tried once more, so that it comes
   * at most twice. @throws TelegramRefusal
   */
  send<Result>(method: string, payload: ChatPayload, weight = 1): Promise<Result> {
    const request = (current: Payload): Promise<Result> => {
      const chatId = Number(current['chat_id']);
      return this.#chats.pass(chatId, weight, async () => {
        this.#inFlight.add(chatId);
        try {
          return await this.#call<Result>(method, current);
        } finally {
          this.#inFlight.delete(chatId);
        }
      });
    };
    const sending = this.#chats.inOrder(payload.chat_id, () =>
      this.#persist<Result>({ method, payload, mostTries: MOST_TRIES, request }),
    );
    return this.#follow(sending);
  }

  /** Answers a query, or asks for something: at once, and without a place in any line. */
  ask<Result>(method: string, payload: Payload): Promise<Result> {
    const request = (current: Payload): Promise<Result> => this.#call(method, current);
    const asking = this.#persist({ method, payload, mostTries: MOST_ANSWER_TRIES, request });
    return this.#follow(asking);
  }

  /** "… is sending a photo": one try, and no harm when it fails. */
  async hint(payload: ChatPayload): Promise<void> {
    const now = performance.now();
    const recent = this.#hints.filter((atMs) => now - atMs < 1000);
    if (recent.length >= MOST_HINTS) return;
    const chat_id = this.#newIds.get(payload.chat_id) ?? payload.chat_id;
    // Beside a message it says nothing new, and that may be the one after which Telegram wants silence.
    if (this.#inFlight.has(chat_id) || this.isFlooded(chat_id)) return;
    this.#hints = [...recent, now];
    try {
      await this.#call('sendChatAction', { ...payload, chat_id });
    } catch (error) {
      this.#options.log.debug({ err: error, chatId: chat_id }, 'chat action not shown');
    }
  }

  /** Waits for what is on its way, at most so long, and takes nothing more. */
  async close(patienceMs: number): Promise<void> {
    const all = Promise.allSettled(this.#going);
    await Promise.race([all, sleep(patienceMs, undefined, { ref: false })]);
    this.#closing.abort();
    this.#chats.close();
  }

  #follow<Result>(going: Promise<Result>): Promise<Result> {
    const settled = going.catch(() => undefined).finally(() => this.#going.delete(settled));
    this.#going.add(settled);
    return going;
  }

  #call<Result>(method: string, payload: Payload): Promise<Result> {
    return this.#options.api.call<Result>(method, payload, this.#options.requestTimeoutMs);
  }

  async #persist<Result>(progress: Job<Result>): Promise<Result> {
    const { method, payload, mostTries, request } = progress;
    let unanswered = 0;
    for (let tries = 1; ; tries += 1) {
      try {
        return await request(this.#readdress(payload));
      } catch (error) {
        if (!(error instanceof TelegramRefusal) || tries >= mostTries) throw error;
        if (error.kind === 'unanswered' && !REPEATABLE.test(method)) unanswered += 1;
        if (unanswered >= MOST_UNANSWERED) throw error;
        const waitMs = this.#waitAfter(error, payload, tries);
        if (waitMs === undefined || this.#closing.signal.aborted) throw error;
        this.#options.log.warn(
          { err: error, method, chatId: payload['chat_id'], waitMs, tries },
          'telegram: will try again',
        );
        await this.#rest(waitMs);
      }
    }
  }

  /** How long to wait before the next try; undefined where another try would not help. */
  #waitAfter(refusal: TelegramRefusal, payload: Payload, tries: number): number | undefined {
    const { backoffMs, onMigrated } = this.#options;
    const { migratedTo } = refusal;
    if (migratedTo !== undefined) {
      const from = Number(payload['chat_id']);
      if (this.#newIds.get(from) === migratedTo) return undefined;
      this.#newIds.set(from, migratedTo);
      onMigrated(from, migratedTo);
      return 0;
    }
    if (refusal.kind === 'flood') {
      const waitMs = refusal.retryAfterMs ?? 1000;
      const chatId = Number(this.#readdress(payload)['chat_id']);
      this.#floodedUntilMs.set(chatId, performance.now() + waitMs);
      return waitMs;
    }
    if (refusal.kind !== 'unreachable' && refusal.kind !== 'unanswered') return undefined;
    return backoffMs[Math.min(tries, backoffMs.length) - 1] ?? 1000;
  }

  #readdress(payload: Payload): Payload {
    const newId = this.#newIds.get(Number(payload['chat_id']));
    return newId === undefined ? payload : { ...payload, chat_id: newId };
  }

  async #rest(waitMs: number): Promise<void> {
    // An abort only cuts the wait short; what follows fails by itself.
    await sleep(waitMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }
}
