import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultRestOptions, Events, type Client } from 'discord.js';
import type { Logger } from 'pino';
import type { ConfigError } from '../../../errors/app-error.js';
import type { DiscordSettings } from '../settings.js';
import { checkToken } from './check-token.js';
import { createClient } from './client.js';
import { botRefused, closingOf, meaningOf, tokenRefused } from './refused.js';
import { createSendRequest, type SendRequest } from './send-request.js';

/** Between two attempts to connect; doubles from one to the next. */
const firstPauseMs = 1000;
const longestPauseMs = 300_000;
const attemptsRemembered = 1000;

interface ConnectionParts {
  readonly settings: DiscordSettings;
  readonly log: Logger;
  /** Once per client, before it connects. */
  readonly listen: (client: Client) => void;
  /** Once per client, when it has connected; what is opened waits for it. Never rejects. */
  readonly ready: () => Promise<void>;
  /** Discord will not have this bot any more: nothing is tried again. */
  readonly gaveUp: (error: Error) => void;
}

/**
 * A client that is connected, or is to be again. discord.js leaves some states only with a new
 * client: a start that failed, a token that it has forgotten, a gateway that refused it.
 */
export class Connection {
  readonly #parts: ConnectionParts;
  readonly #closing = new AbortController();
  /** By interaction, how often its first answer was sent. */
  readonly #attempts = new Map<string, number>();
  #client: Client;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#client = this.#createClient();
  }

  /** The client in use; another one after a reconnection that discord.js could not make. */
  get client(): Client {
    return this.#client;
  }

  /**
   * Tries until it is connected or closed.
   * @throws ConfigError where Discord refuses the token or what the bot asks for
   */
  async open(): Promise<void> {
    for (let pauseMs = firstPauseMs; !this.#closing.signal.aborted; pauseMs *= 2) {
      try {
        // One attempt after the other.
        // oxlint-disable-next-line no-await-in-loop
        await this.#connect();
        return;
      } catch (error) {
        // oxlint-disable-next-line no-await-in-loop
        const refused = await this.#refusal(error);
        if (refused !== undefined) throw refused;
        const waitMs = Math.min(pauseMs, longestPauseMs);
        this.#parts.log.error({ err: error, waitMs }, 'cannot reach Discord: trying again');
        // oxlint-disable-next-line no-await-in-loop
        await sleep(waitMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
        this.#client = this.#createClient();
      }
    }
  }

  /** Disconnects for good; an attempt under way ends. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client.destroy();
  }

  /** True if the first answer to an interaction was sent more than once. */
  isRepeated(interactionId: string): boolean {
    return (this.#attempts.get(interactionId) ?? 0) > 1;
  }

  #createClient(): Client {
    const { settings, listen } = this.#parts;
    const send: SendRequest = (url, init) => {
      this.#countAttempt(url);
      return DefaultRestOptions.makeRequest(url, init);
    };
    const client = createClient(
      settings,
      createSendRequest(() => checkToken(settings), send),
    );
    listen(client);
    return client;
  }

  #countAttempt(url: string): void {
    const id = /\/interactions\/(\d+)\/[^/]+\/callback/.exec(url)?.[1];
    if (id === undefined) return;
    this.#attempts.set(id, (this.#attempts.get(id) ?? 0) + 1);
    const [oldest] = this.#attempts.keys();
    if (this.#attempts.size > attemptsRemembered && oldest !== undefined) {
      this.#attempts.delete(oldest);
    }
  }

  async #connect(): Promise<void> {
    const client = this.#client;
    const isReady = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(this.#parts.settings.token);
    client.on(Events.ShardDisconnect, ({ code }) => {
      if (client === this.#client && !this.#closing.signal.aborted) void this.#reopen(code);
    });
    await isReady;
    await this.#parts.ready();
  }

  /** The gateway closed in a way that discord.js takes for the last word. Never rejects. */
  async #reopen(code: number): Promise<void> {
    const { log, gaveUp } = this.#parts;
    const refused = await this.#refusal(closingOf(code));
    if (refused !== undefined) {
      gaveUp(refused);
      return;
    }
    log.warn({ code }, 'the gateway let go of the bot: connecting anew');
    await this.#client.destroy();
    this.#client = this.#createClient();
    await this.open().catch((error: unknown) => {
      gaveUp(error instanceof Error ? error : new Error(String(error)));
    });
  }

  /** Undefined where another attempt may succeed. */
  async #refusal(error: unknown): Promise<ConfigError | undefined> {
    const meaning = meaningOf(error);
    if (meaning === 'hopeless') return botRefused(error);
    if (meaning !== 'token') return undefined;
    const state = await checkToken(this.#parts.settings);
    return state === 'refused' ? tokenRefused(error) : undefined;
  }
}
