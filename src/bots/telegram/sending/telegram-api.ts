import type { Telegram } from 'telegraf';
import { TelegramRefusal } from './refusal.js';

/** Parameters of a Bot API method under Telegram's own names. */
export type Payload = Readonly<Record<string, unknown>>;

/** A file to upload. */
export interface Upload {
  readonly source: Buffer;
  readonly filename: string;
}

/** The one door to telegraf's client: every refusal comes out as a {@link TelegramRefusal}. */
export class TelegramApi {
  readonly #telegram: Telegram;

  constructor(telegram: Telegram) {
    this.#telegram = telegram;
  }

  /** @throws TelegramRefusal; `unreachable` also when `timeoutMs` has passed without an answer */
  async call<Result>(method: string, payload: Payload, timeoutMs: number): Promise<Result> {
    // telegraf types the methods of its day only, and its own AbortSignal shim.
    const callApi = this.#telegram.callApi.bind(this.#telegram) as unknown as (
      method: string,
      payload: Payload,
      options: { signal: AbortSignal },
    ) => Promise<Result>;
    try {
      return await callApi(method, payload, { signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      throw new TelegramRefusal(method, error);
    }
  }

  /**
   * Fetches a file that somebody sent, by the path that `getFile` gave.
   * @throws TelegramRefusal
   */
  async download(filePath: string, timeoutMs: number): Promise<Uint8Array> {
    const { apiRoot } = this.#telegram.options;
    try {
      const url = new URL(`/file/bot${this.#telegram.token}/${filePath}`, apiRoot);
      const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok) throw new Error(`file download: status ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      throw new TelegramRefusal('download', withoutToken(error, this.#telegram.token));
    }
  }
}

/** fetch puts the address into its messages, and the token is part of the address. */
function withoutToken(error: unknown, token: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(message.replaceAll(token, '[token]'));
}
