import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { PacedChats, type Pace } from './pace.js';
import { TelegramRefusal } from './refusal.js';
import type { Payload, TelegramApi } from './telegram-api.js';

export interface OutboxOptions {
  readonly api: TelegramApi;
  readonly log: Logger;
  readonly pace: Pace;
  /** Patience with one request. */
  readonly requestTimeoutMs: number;
  /** Waits before the next try where Telegram cannot be reached; the last one repeats. */
  readonly backoffMs: readonly number[];
  /** A group got a new id. */
  readonly onMigrated: (from: number, to: number) => void;
}

/** In a crowd messages come before hints that they will come. */
const MOST_HINTS = 8;

/** A message that goes to a chat. */
export type ChatPayload = Payload & { readonly chat_id: number };

/** Tries, about ten minutes of them, before a message is given up. */
const MOST_TRIES = 24;
/** An answer to a tap is worth nothing later. */
const MOST_ANSWER_TRIES = 4;

/**
 * Everything that leaves the bot. Messages keep their order in a chat, wait their turn and are
 * tried again until Telegram takes them or refuses them for good.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #chats: PacedChats;
  #hints = 0;
  readonly #newIds = new Map<number, number>();
  readonly #closing = new AbortController();
  readonly #going = new Set<Promise<unknown>>();

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#chats = new PacedChats(options.pace);
  }

  /** Messages to a chat that wait. */
  waiting(chatId: number): number {
    return this.#chats.waiting(chatId);
  }

  /**
   * Sends or changes a message; `weight` counts the messages of an album. A try whose answer was
   * lost is repeated, so that a message may come twice but none is lost.
   * @throws TelegramRefusal
   */
  send<Result>(method: string, payload: ChatPayload, weight = 1): Promise<Result> {
    const sending = this.#chats.schedule(payload.chat_id, weight, () =>
      this.#persist<Result>(method, payload, MOST_TRIES),
    );
    return this.#follow(sending);
  }

  /** Answers a query, or asks for something: at once, and without a place in any line. */
  ask<Result>(method: string, payload: Payload): Promise<Result> {
    return this.#follow(this.#persist<Result>(method, payload, MOST_ANSWER_TRIES));
  }

  /** "… is sending a photo": one try, and no harm when it fails. */
  async hint(payload: ChatPayload): Promise<void> {
    if (this.#hints >= MOST_HINTS) return;
    this.#hints += 1;
    const chat_id = this.#newIds.get(payload.chat_id) ?? payload.chat_id;
    try {
      await this.#call('sendChatAction', { ...payload, chat_id });
    } catch (error) {
      this.#options.log.debug({ err: error, chatId: chat_id }, 'chat action not shown');
    } finally {
      this.#hints -= 1;
    }
  }

  /** Waits for what is on its way, at most so long, and takes nothing more. */
  async close(patienceMs: number): Promise<void> {
    const all = Promise.allSettled(this.#going);
    await Promise.race([all, sleep(patienceMs, undefined, { ref: false })]);
    this.#closing.abort();
    await this.#chats.close();
  }

  #follow<Result>(going: Promise<Result>): Promise<Result> {
    const settled = going.catch(() => undefined).finally(() => this.#going.delete(settled));
    this.#going.add(settled);
    return going;
  }

  #call<Result>(method: string, payload: Payload): Promise<Result> {
    return this.#options.api.call<Result>(method, payload, this.#options.requestTimeoutMs);
  }

  async #persist<Result>(method: string, payload: Payload, mostTries: number): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#call<Result>(method, this.#readdress(payload));
      } catch (error) {
        if (!(error instanceof TelegramRefusal) || tries >= mostTries) throw error;
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
    if (refusal.kind === 'flood') return refusal.retryAfterMs ?? 1000;
    if (refusal.kind !== 'unreachable') return undefined;
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
