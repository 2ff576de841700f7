import type { Parameters } from './read-request.js';

/** One update, as it goes over the wire. */
export type WireUpdate = Readonly<Record<string, unknown>> & { readonly update_id: number };

/** Kinds that come only to those who ask for them by name. */
const ON_REQUEST = new Set(['message_reaction', 'message_reaction_count', 'chat_member']);

interface Poll {
  readonly limit: number;
  readonly answer: (updates: readonly WireUpdate[]) => void;
  readonly conflict: () => void;
}

interface Webhook {
  readonly url: string;
  readonly secretToken: string | undefined;
}

/** Holds what the bot has not confirmed yet, and delivers it by polling or by webhook. */
export class UpdateFeed {
  /** Each update is delivered twice while this is set. */
  delivers: 'once' | 'twice' = 'once';
  /** HTTP statuses of the webhook's answers, in order. */
  readonly webhookStatuses: number[] = [];
  webhook: Webhook | undefined;
  readonly #forwardTo: () => string | undefined;
  #allowed: readonly string[] = [];
  #pending: WireUpdate[] = [];
  #nextId = 1000;
  #poll: Poll | undefined;
  #isPosting = false;
  #isClosed = false;

  /** `forwardTo`: where the reverse proxy in front of the bot sends what comes to its HTTPS URL. */
  constructor(forwardTo: () => string | undefined) {
    this.#forwardTo = forwardTo;
  }

  /** The kinds that the bot asked for last. */
  get allowed(): readonly string[] {
    return this.#allowed;
  }

  /** Takes the new list of wanted kinds; an empty one means all the usual kinds. */
  allow(kinds: unknown): void {
    if (Array.isArray(kinds)) this.#allowed = kinds as string[];
  }

  /** Queues an update for the bot; false where the bot did not ask for its kind. */
  push(kind: string, content: unknown): boolean {
    const isWanted =
      this.#allowed.length === 0 ? !ON_REQUEST.has(kind) : this.#allowed.includes(kind);
    if (!isWanted) return false;
    this.#pending.push({ update_id: this.#nextId++, [kind]: content });
    this.wake();
    return true;
  }

  /** Queues an update exactly as given, however odd. */
  pushRaw(content: Readonly<Record<string, unknown>>): void {
    this.#pending.push({ update_id: this.#nextId++, ...content });
    this.wake();
  }

  /** getUpdates: confirms what lies before `offset`, then waits for news. */
  poll(parameters: Parameters): Promise<readonly WireUpdate[] | 'conflict'> {
    this.#poll?.conflict();
    this.allow(parameters['allowed_updates']);
    const offset = Number(parameters['offset'] ?? 0);
    const limit = Number(parameters['limit'] ?? 100);
    this.#pending = this.#pending.filter((update) => update.update_id >= offset);
    return new Promise((resolve) => {
      const waitMs = Number(parameters['timeout'] ?? 0) * 1000;
      const timer = setTimeout(() => this.#poll?.answer([]), waitMs);
      const settle = (answer: readonly WireUpdate[] | 'conflict'): void => {
        clearTimeout(timer);
        this.#poll = undefined;
        resolve(answer);
      };
      this.#poll = { limit, answer: settle, conflict: () => settle('conflict') };
      if (this.#pending.length > 0) this.wake();
    });
  }

  /** Forgets a poll whose connection was dropped. */
  hangUp(): void {
    this.#poll?.answer([]);
  }

  /** Ends the poll that waits and the repeating of deliveries to a webhook that is down. */
  close(): void {
    this.#isClosed = true;
    this.#poll?.answer([]);
  }

  /** Delivers what waits, if somebody takes it. */
  wake(): void {
    if (this.webhook !== undefined) void this.#post();
    const poll = this.#poll;
    if (poll === undefined || this.#pending.length === 0) return;
    const batch = this.#pending.slice(0, poll.limit);
    poll.answer(this.delivers === 'twice' ? batch.flatMap((update) => [update, update]) : batch);
  }

  async #post(): Promise<void> {
    if (this.#isPosting) return;
    this.#isPosting = true;
    for (let update = this.#pending[0]; update !== undefined; update = this.#pending[0]) {
      const isTaken = await this.#deliver(update);
      if (this.delivers === 'twice') await this.#deliver(update);
      if (this.#isClosed || this.webhook === undefined) break;
      if (isTaken) this.#pending.shift();
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.#isPosting = false;
  }

  async #deliver(update: WireUpdate): Promise<boolean> {
    const { url, secretToken } = this.webhook ?? {};
    const target = this.#forwardTo();
    if (url === undefined || target === undefined) return false;
    const headers = new Headers({ 'content-type': 'application/json' });
    if (secretToken !== undefined) headers.set('x-telegram-bot-api-secret-token', secretToken);
    try {
      const response = await fetch(new URL(new URL(url).pathname, target), {
        method: 'POST',
        headers,
        body: JSON.stringify(update),
      });
      this.webhookStatuses.push(response.status);
      return response.ok;
    } catch {
      return false; // The bot is down: Telegram repeats the delivery later.
    }
  }
}
