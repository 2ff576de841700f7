import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Telegraf } from 'telegraf';
import type { UserFromGetMe } from 'telegraf/types';
import type { Messages } from '../../messages/messages.js';
import type { Game } from '../../game/game.js';
import { BackgroundWork } from './updates/background-work.js';
import { inviteLinks } from './deep-links.js';
import { PLATFORM } from './telegram-context.js';
import { OwnMenus, commandMenus, profileTexts } from './handlers/command-menu.js';
import { BotSettings } from './sending/bot-settings.js';
import { Outbox } from './sending/outbox.js';
import { TELEGRAM_LIMITS, type ThrottleLimits } from './sending/chat-throttle.js';
import { ConnectTimeoutAgent } from './sending/connect-timeout-agent.js';
import { PendingPosts } from './sending/pending-posts.js';
import { isRefusal, TelegramRefusal } from './sending/refusal.js';
import { TelegramApi } from './sending/telegram-api.js';
import { HOLD_MS } from './updates/update-inbox.js';
import { ALLOWED_UPDATES, UpdateRouter } from './updates/update-router.js';
import { WebhookServer } from './updates/webhook-server.js';

/** Settings of the Telegram front end; all but the token have defaults. */
export interface TelegramSettings {
  /** The token from @BotFather. */
  readonly token: string;
  /** Another Bot API server than Telegram's. */
  readonly apiRoot?: string;
  /** Absent: long polling. */
  readonly webhook?: {
    readonly url: string;
    /** Default all interfaces. */
    readonly host?: string;
    /** The port to listen on; 0 lets the system choose. */
    readonly port: number;
    /** 1 to 256 letters, digits, _ and -; drawn anew at each start when absent. */
    readonly secret?: string;
  };
  /** A chat that only the owner reads, for the pictures of inline mode; else each asker's own. */
  readonly storageChatId?: number;
  /** Default {@link TELEGRAM_LIMITS}. */
  readonly pace?: ThrottleLimits;
  /** Default 60 s: uploads are slow. */
  readonly requestTimeoutMs?: number;
  /** Waits before new tries; default 1 s to 30 s. */
  readonly backoffMs?: readonly number[];
  /** Pause in typing before inline mode draws; default 700 ms. */
  readonly inlinePauseMs?: number;
  /** How long an update of a process that died waits for another; default 15 s. */
  readonly holdMs?: number;
  /** How long {@link TelegramFrontEnd.stop} lets work finish, all of it together; default 5 s. */
  readonly stopPatienceMs?: number;
}

/** Dependencies of the bot; it does not close the game when it stops. */
export interface TelegramOptions {
  readonly game: Game;
  readonly messages: Messages;
  readonly log: Logger;
  readonly settings: TelegramSettings;
}

/** The Telegram bot as the program sees it: started once and stopped once. */
export interface TelegramFrontEnd {
  /**
   * Resolves once the bot answers, or once it is known that Telegram cannot be reached now: it then
   * goes on trying. @throws where the webhook's port is taken
   */
  start(): Promise<void>;
  /** Takes no more updates, finishes what it has, sends what waits. Safe to call twice. */
  stop(): Promise<void>;
  /** Why nobody is answered now, in a few words; undefined while updates come. */
  problem(): string | undefined;
  /** The port of the webhook's server; undefined with long polling. */
  readonly webhookPort: number | undefined;
}

const START_PATIENCE_MS = 5000;
/** Docker allows ten seconds for the whole program. */
const STOP_PATIENCE_MS = 5000;
const DEFAULT_BACKOFF_MS = [1000, 2000, 5000, 10_000, 30_000] as const;

/** The Telegram bot. */
export function createTelegramFrontEnd(options: TelegramOptions): TelegramFrontEnd {
  return new TelegramBot(options);
}

class TelegramBot implements TelegramFrontEnd {
  readonly #options: TelegramOptions;
  readonly #bot: Telegraf;
  readonly #api: TelegramApi;
  readonly #outbox: Outbox;
  readonly #settings: BotSettings;
  readonly #work: BackgroundWork;
  readonly #stopping = new AbortController();
  readonly #backoffMs: readonly number[];
  #webhook: WebhookServer | undefined;
  #router: UpdateRouter | undefined;
  #going: Promise<void> = Promise.resolve();
  #problem: string | undefined = 'not connected';

  constructor(options: TelegramOptions) {
    const { settings, log } = options;
    const { token, apiRoot, pace = TELEGRAM_LIMITS, requestTimeoutMs = 60_000 } = settings;
    this.#options = options;
    this.#backoffMs = settings.backoffMs ?? DEFAULT_BACKOFF_MS;
    this.#bot = new Telegraf(token, {
      telegram: {
        agent: new ConnectTimeoutAgent(),
        webhookReply: false,
        ...(apiRoot === undefined ? {} : { apiRoot }),
      },
    });
    this.#watchPolling();
    this.#api = new TelegramApi(this.#bot.telegram);
    this.#settings = new BotSettings({
      api: this.#api,
      log,
      requestTimeoutMs,
      backoffMs: this.#backoffMs,
    });
    this.#work = new BackgroundWork(log);
    this.#outbox = new Outbox({
      api: this.#api,
      log,
      pace,
      requestTimeoutMs,
      backoffMs: this.#backoffMs,
      onMigrated: (from, to) => this.#moveGroup(from, to),
    });
  }

  problem(): string | undefined {
    return this.#problem;
  }

  get webhookPort(): number | undefined {
    return this.#webhook?.port;
  }

  async start(): Promise<void> {
    const { settings, log } = this.#options;
    if (settings.webhook !== undefined) {
      const { url, host = '0.0.0.0', port } = settings.webhook;
      const secret = settings.webhook.secret ?? randomBytes(32).toString('base64url');
      this.#webhook = new WebhookServer(this.#bot, { url, host, port, secret }, log);
      await this.#webhook.listen();
      this.#takeUpdates = () => this.#takeWebhook(url, secret);
    }
    const connected = new Promise<void>((resolve, reject) => {
      this.#going = this.#run(resolve).catch((error: unknown) => {
        log.error({ err: error }, 'telegram: the bot is off');
        this.#problem = 'the bot is off';
        if (isRefusal(error)) resolve();
        else reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
    // The other front ends need not wait for a Telegram that does not answer.
    await Promise.race([connected, sleep(START_PATIENCE_MS, undefined, { ref: false })]);
  }

  async stop(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    this.#stopping.abort();
    const { stopPatienceMs = STOP_PATIENCE_MS } = this.#options.settings;
    const untilMs = performance.now() + stopPatienceMs;
    const left = (): number => Math.max(0, untilMs - performance.now());
    this.#stopPolling();
    await Promise.all([this.#webhook?.close(), this.#work.finish(stopPatienceMs)]);
    await this.#outbox.close(left());
    await this.#router?.stop();
    // telegraf may be in a wait of its own that it cannot leave early.
    await Promise.race([this.#going, sleep(Math.min(1000, left()), undefined, { ref: false })]);
  }

  #takeUpdates = (): Promise<void> => this.#poll();

  /** Connects, however often that takes, and then takes updates until the end. */
  async #run(onKnown: () => void): Promise<void> {
    const { log } = this.#options;
    for (let tries = 0; !this.#stopping.signal.aborted; tries += 1) {
      try {
        await this.#connect();
        onKnown();
        if (!this.#stopping.signal.aborted) await this.#takeUpdates();
        return;
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        const isForGood = !isRefusal(error) || isRefusal(error, 'unauthorized');
        if (isForGood) throw error;
        const waitMs = this.#backoffMs[Math.min(tries, this.#backoffMs.length - 1)] ?? 1000;
        log.warn({ err: error, waitMs }, 'telegram: not connected, will try again');
        onKnown();
        await this.#rest(waitMs);
      }
    }
  }

  /** Learns who the bot is and, the first time, begins to handle updates. */
  async #connect(): Promise<void> {
    const me = await this.#outbox.ask<UserFromGetMe>('getMe', {});
    this.#bot.botInfo = me;
    if (this.#router !== undefined) return;
    const { messages, log, settings } = this.#options;
    const router = this.#createRouter(me);
    this.#router = router;
    this.#bot.use((ctx) => router.route(ctx.update));
    this.#bot.catch((error, ctx) => {
      const { update_id: updateId } = ctx.update;
      log.error({ err: error, updateId }, 'telegram: update failed');
    });
    const mode = settings.webhook ? 'webhook' : 'polling';
    log.info({ username: me.username, mode, ...inviteLinks(me) }, 'telegram: connected');
    await router.start();
    const shown = [...commandMenus(messages), ...profileTexts(messages)];
    void this.#settings.setAll(shown, this.#stopping.signal);
  }

  #createRouter(me: UserFromGetMe): UpdateRouter {
    const { game, messages, log, settings } = this.#options;
    return new UpdateRouter(
      {
        game,
        messages,
        log,
        api: this.#api,
        outbox: this.#outbox,
        work: this.#work,
        pendingPosts: new PendingPosts(),
        menus: new OwnMenus({ settings: this.#settings, messages, log }),
        me,
        holder: { account: `${PLATFORM}:${me.id}`, slot: this.#slot() },
        storageChatId: settings.storageChatId,
      },
      { inlinePauseMs: settings.inlinePauseMs ?? 700, holdMs: settings.holdMs ?? HOLD_MS },
    );
  }

  /** One process can poll with a token; those that are called stand beside each other. */
  #slot(): string {
    return this.#webhook === undefined ? 'polling' : `${hostname()}:${this.#webhook.port}`;
  }

  /** telegraf polls on through trouble without telling anybody. */
  #watchPolling(): void {
    const { telegram } = this.#bot;
    const callApi = telegram.callApi.bind(telegram);
    telegram.callApi = async (method, ...rest) => {
      if (method !== 'getUpdates') return callApi(method, ...rest);
      try {
        const updates = await callApi(method, ...rest);
        this.#problem = undefined;
        return updates;
      } catch (error) {
        this.#problem = 'Telegram does not answer';
        throw error;
      }
    };
  }

  async #poll(): Promise<void> {
    // Resolves only when polling has ended.
    try {
      await this.#bot.launch({ allowedUpdates: [...ALLOWED_UPDATES] });
    } catch (error) {
      throw new TelegramRefusal('getUpdates', error);
    }
  }

  async #takeWebhook(url: string, secret: string): Promise<void> {
    if (this.#webhook !== undefined) this.#webhook.isReady = true;
    await this.#outbox.ask('setWebhook', {
      url,
      secret_token: secret,
      allowed_updates: ALLOWED_UPDATES,
    });
  }

  #stopPolling(): void {
    if (this.#webhook !== undefined) return;
    try {
      this.#bot.stop();
    } catch {
      // telegraf throws where polling had not begun: then there is nothing to stop.
    }
  }

  #moveGroup(from: number, to: number): void {
    const { game, log } = this.#options;
    this.#work.start(async () => {
      await game.servers.migrate({ platform: PLATFORM, serverId: String(from) }, String(to));
      log.info({ from, to }, 'telegram: group moved to a new id');
    });
  }

  async #rest(waitMs: number): Promise<void> {
    await sleep(waitMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}
