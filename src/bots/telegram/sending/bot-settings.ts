import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isRefusal, type TelegramRefusal } from './refusal.js';
import type { Payload, TelegramApi } from './telegram-api.js';

/** Something that Telegram shows of a bot, such as its menu of commands in one language. */
export interface BotSetting {
  /** The suffix of its two methods, after `get` and `set`. */
  readonly name: 'MyCommands' | 'MyDescription' | 'MyShortDescription';
  /** For which language and chat. */
  readonly key: Payload;
  readonly value: Payload;
}

interface BotSettingsParts {
  readonly api: TelegramApi;
  readonly log: Logger;
  readonly requestTimeoutMs: number;
  /** Waits before the next try; the last one repeats. */
  readonly backoffMs: readonly number[];
}

/**
 * Sets what Telegram shows of the bot, and only what differs: Telegram allows few changes and then
 * refuses them for many minutes. Nobody who writes to the bot waits for it.
 */
export class BotSettings {
  readonly #parts: BotSettingsParts;

  constructor(parts: BotSettingsParts) {
    this.#parts = parts;
  }

  /** One try. @throws TelegramRefusal */
  async set({ name, key, value }: BotSetting): Promise<void> {
    const { api, requestTimeoutMs } = this.#parts;
    const current = await api.call<object>(`get${name}`, key, requestTimeoutMs);
    const known = Array.isArray(current) ? { commands: current } : current;
    if (isDeepStrictEqual(known, value)) return;
    await api.call(`set${name}`, { ...value, ...key }, requestTimeoutMs);
  }

  /** Sets one after another, each as often as it takes, until `signal` aborts. Never throws. */
  async setAll(settings: readonly BotSetting[], signal: AbortSignal): Promise<void> {
    for (const setting of settings) await this.#persist(setting, signal);
  }

  async #persist(setting: BotSetting, signal: AbortSignal): Promise<void> {
    const { log, backoffMs } = this.#parts;
    for (let tries = 1; !signal.aborted; tries += 1) {
      try {
        await this.set(setting);
        return;
      } catch (error) {
        const { name, key } = setting;
        if (!isRefusal(error, 'flood', 'unreachable', 'unanswered')) {
          log.warn({ err: error, name, ...key }, 'telegram: setting refused');
          return;
        }
        const { retryAfterMs } = error as TelegramRefusal;
        const waitMs = retryAfterMs ?? backoffMs[Math.min(tries, backoffMs.length) - 1] ?? 1000;
        log.info({ err: error, name, ...key, waitMs }, 'telegram: setting not set yet');
        await sleep(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }
}
