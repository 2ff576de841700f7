import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiRefusal } from './api-error.js';
import { BotSettings } from './bot-settings.js';
import { loadBotApiDescription } from './bot-api-description.js';
import { checkLimits } from './check-limits.js';
import { checkParameters } from './check-value.js';
import { ChatWorld, type WireMessage, type WireUser } from './chat-world.js';
import { Faults } from './faults.js';
import {
  DOCUMENTED_LIMITS,
  FloodControl,
  type Busiest,
  type FloodLimits,
} from './flood-control.js';
import { MESSAGE_METHODS } from './message-methods.js';
import { Queries } from './queries.js';
import { readApiRequest, type ApiRequest, type Parameters } from './read-request.js';
import { UpdateFeed } from './update-feed.js';

/** One request the bot made, with what it got. */
export interface RecordedCall {
  readonly method: string;
  readonly parameters: Parameters;
  readonly uploads: boolean;
  readonly status: number;
  readonly atMs: number;
  readonly result: unknown;
}

/** For tests of flood control itself; everybody else starts the stand-in without options. */
export interface StandinOptions {
  /** Flood limits to enforce; the documented ones unless told. */
  readonly flood?: FloodLimits;
  /** The clock that flood control reads, in milliseconds. */
  readonly now?: () => number;
}

const TOKEN = '123456:standin-AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';

/** Telegram on loopback: what the real client talks to through `apiRoot`, checked and limited. */
export class TelegramStandin {
  readonly token = TOKEN;
  readonly bot: WireUser = {
    id: 123456,
    is_bot: true,
    first_name: 'Mugen Gacha',
    username: 'mugen_test_bot',
  };
  readonly world = new ChatWorld(this.bot);
  readonly settings = new BotSettings();
  readonly queries = new Queries();
  readonly faults = new Faults();
  readonly calls: RecordedCall[] = [];
  /** Requests that disagree with the description or with a documented limit. Tests want none. */
  readonly violations: string[] = [];
  readonly updates: UpdateFeed;
  /** The address of the bot's webhook server, as the reverse proxy in front of it knows it. */
  webhookTarget: string | undefined;
  readonly #description = loadBotApiDescription();
  readonly #flood: FloodControl;
  readonly #now: () => number;
  readonly #server: Server;
  readonly #watchers = new Set<() => void>();

  private constructor(options: StandinOptions) {
    this.#now = options.now ?? (() => performance.now());
    this.#flood = new FloodControl(options.flood ?? DOCUMENTED_LIMITS, this.#now);
    this.updates = new UpdateFeed(() => this.webhookTarget);
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.violations.push(`stand-in failed: ${String(error)}`);
        response.destroy();
      });
    });
  }

  /** Resolves once it listens on a free port of loopback; `stop` it after the test. */
  static async start(options: StandinOptions = {}): Promise<TelegramStandin> {
    const standin = new TelegramStandin(options);
    standin.#server.listen(0, '127.0.0.1');
    await once(standin.#server, 'listening');
    return standin;
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How densely the bot sent at most, by the stand-in's clock. */
  get busiest(): Busiest {
    return this.#flood.busiest;
  }

  /**
   * The bot's requests so far to this method, or to those that match, in the order in which they
   * ended.
   */
  callsOf(method: string | RegExp): RecordedCall[] {
    return this.calls.filter((call) =>
      typeof method === 'string' ? call.method === method : method.test(call.method),
    );
  }

  /** Everything the bot has in a chat now, oldest first. */
  botMessages(chatId: number): WireMessage[] {
    const messages = this.world.chats.get(chatId)?.messages.values() ?? [];
    return [...messages].filter((message) => message.from?.id === this.bot.id);
  }

  /** Waits until `find` finds something, looking again after each request and now and then. */
  async waitFor<T>(
    find: () => T | undefined | false,
    what = 'what the test waits for',
    patienceMs = 40_000,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        clearInterval(again);
        this.#watchers.delete(look);
        const last = this.calls.slice(-8).map((call) => `${call.method} ${call.status}`);
        reject(new Error(`${what} did not happen; last requests: ${last.join(', ')}`));
      }, patienceMs);
      const look = (): void => {
        const found = find();
        if (found === undefined || found === false) return;
        clearTimeout(timer);
        clearInterval(again);
        this.#watchers.delete(look);
        resolve(found);
      };
      // Not everything that a test waits for is a request.
      const again = setInterval(() => look(), 20);
      this.#watchers.add(look);
      look();
    });
  }

  /** Ends long polls and cuts every connection; resolves when the port is free. */
  async stop(): Promise<void> {
    this.updates.close();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(path);
    if (file?.[1] === TOKEN) {
      response.end(this.world.files.get(decodeURIComponent(file[2] ?? '')));
      return;
    }
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (method === undefined || token !== TOKEN) {
      answer(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
      return;
    }
    const call = await readApiRequest(request, method, this.#description);
    const fault = this.faults.take(method, chatIdOf(call));
    if (fault?.kind === 'hang') {
      this.#record(call, 0, undefined);
      return;
    }
    if (fault?.kind === 'bad-gateway') {
      this.#record(call, 502, undefined);
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');
      return;
    }
    const hangUp = () => this.updates.hangUp();
    if (method === 'getUpdates') request.socket.once('close', hangUp);
    const { status, body } = await this.#answerTo(call, fault);
    request.socket.off('close', hangUp);
    if (fault?.kind === 'lose-answer') response.destroy();
    else answer(response, status, body);
    this.#record(call, status, (body as { result?: unknown }).result);
  }

  async #answerTo(
    call: ApiRequest,
    fault: ReturnType<Faults['take']>,
  ): Promise<{ status: number; body: object }> {
    try {
      const chatId = chatIdOf(call);
      this.#refuseEmbargoed(call.method, chatId);
      if (fault?.kind === 'refuse') {
        if (fault.retryAfterS !== undefined && chatId !== undefined) {
          this.#flood.embargo(chatId, fault.retryAfterS);
        }
        throw new ApiRefusal(fault.status, fault.description, {
          ...(fault.retryAfterS === undefined ? {} : { retry_after: fault.retryAfterS }),
          ...(fault.migrateTo === undefined ? {} : { migrate_to_chat_id: fault.migrateTo }),
        });
      }
      await this.#check(call);
      this.#limit(call, chatId);
      return { status: 200, body: { ok: true, result: await this.#perform(call) } };
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      const { status, message, parameters } = error;
      const body = { ok: false, error_code: status, description: message };
      return { status, body: parameters === undefined ? body : { ...body, parameters } };
    }
  }

  async #check(call: ApiRequest): Promise<void> {
    const problems = await checkLimits(call);
    if (this.#description !== undefined) {
      problems.push(...checkParameters(this.#description, call.method, call.parameters));
    }
    if (problems.length === 0) return;
    this.violations.push(...problems);
    throw new ApiRefusal(400, `Bad Request: ${problems.join('; ')}`);
  }

  #refuseEmbargoed(method: string, chatId: number | undefined): void {
    if (!this.#flood.isEmbargoed(method, chatId)) return;
    this.violations.push(`${method}: came before retry_after had passed`);
    throw new ApiRefusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
  }

  #limit({ method, parameters }: ApiRequest, chatId: number | undefined): void {
    const { media } = parameters;
    const messages = Array.isArray(media) ? media.length : 1;
    const tooFast = this.#flood.check(method, chatId, messages);
    if (tooFast === undefined || chatId === undefined) return;
    const { scope, waitS } = tooFast;
    this.#flood.embargo(chatId, waitS);
    this.violations.push(`${method}: too fast for its ${scope}`);
    throw new ApiRefusal(429, `Too Many Requests: retry after ${waitS}`, { retry_after: waitS });
  }

  async #perform(call: ApiRequest): Promise<unknown> {
    const { method, parameters } = call;
    const message = MESSAGE_METHODS[method];
    if (message !== undefined) return message(this.world, call);
    switch (method) {
      case 'getMe':
        return { ...this.bot, can_join_groups: true, supports_inline_queries: true };
      case 'getUpdates':
        return this.#getUpdates(parameters);
      case 'setWebhook':
        return this.#setWebhook(parameters);
      case 'deleteWebhook':
        this.updates.webhook = undefined;
        return true;
      case 'getMyDescription':
        return this.settings.getText('description', parameters);
      case 'setMyDescription':
        return this.settings.setText('description', parameters);
      case 'getMyShortDescription':
        return this.settings.getText('short_description', parameters);
      case 'setMyShortDescription':
        return this.settings.setText('short_description', parameters);
      case 'getMyCommands':
        return this.settings.getCommands(parameters);
      case 'setMyCommands':
        return this.settings.setCommands(parameters);
      case 'answerCallbackQuery':
        return this.queries.answerTap(parameters);
      case 'answerInlineQuery':
        return this.queries.answerInline(parameters, this.world);
      case 'getChatMember':
        return this.world.memberOf(Number(parameters['chat_id']), Number(parameters['user_id']));
      case 'getFile': {
        const id = String(parameters['file_id']);
        if (!this.world.files.has(id)) throw new ApiRefusal(400, 'Bad Request: invalid file_id');
        return { file_id: id, file_unique_id: id.slice(-12), file_path: encodeURIComponent(id) };
      }
      default:
        throw new ApiRefusal(404, `Not Found: the stand-in has no ${method}`);
    }
  }

  async #getUpdates(parameters: Parameters): Promise<unknown> {
    if (this.updates.webhook !== undefined) {
      throw new ApiRefusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first",
      );
    }
    const updates = await this.updates.poll(parameters);
    if (updates !== 'conflict') return updates;
    throw new ApiRefusal(
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    );
  }

  #setWebhook(parameters: Parameters): true {
    const url = String(parameters['url']);
    if (!url.startsWith('https://')) {
      throw new ApiRefusal(400, 'Bad Request: bad webhook: An HTTPS URL must be provided');
    }
    const secret = parameters['secret_token'];
    if (secret !== undefined && !/^[\w-]{1,256}$/.test(String(secret))) {
      throw new ApiRefusal(400, 'Bad Request: secret token contains unallowed characters');
    }
    this.updates.allow(parameters['allowed_updates']);
    this.updates.webhook = { url, secretToken: secret as string | undefined };
    this.updates.wake();
    return true;
  }

  #record(call: ApiRequest, status: number, result: unknown): void {
    const { method, parameters } = call;
    const uploads =
      call.attachments.size > 0 ||
      Object.values(parameters).some((value) => value instanceof Uint8Array);
    this.calls.push({ method, parameters, uploads, status, atMs: this.#now(), result });
    for (const look of this.#watchers) look();
  }
}

function chatIdOf(call: ApiRequest): number | undefined {
  const id = call.parameters['chat_id'];
  return id === undefined ? undefined : Number(id);
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
