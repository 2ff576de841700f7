import { existsSync } from 'node:fs';
import { createWebFrontEnd, type WebFrontEnd } from '../../../src/bots/web/web-front-end.js';
import type { WireEvent, WireReply } from '../../../src/bots/web/wire.js';
import { createMessages } from '../../../src/messages/messages.js';
import type { Game } from '../../../src/game/game.js';
import { BUILT_PAGE as pageFolder } from './built-page.js';

const messages = createMessages();

/** The page's server on a free port, and what it logged. */
export interface WebStage {
  readonly web: WebFrontEnd;
  readonly faults: readonly object[];
}

/** On a free port unless one is given. @throws when the page has not been built, which `npm test` does */
export async function startWeb(game: Promise<Game>, port = 0): Promise<WebStage> {
  if (!existsSync(pageFolder)) throw new Error('build the page first: npm run build');
  const faults: object[] = [];
  const note = (fields: object) => void faults.push(fields);
  const log = { error: note, warn: note, info: () => undefined };
  const settings = { host: '127.0.0.1', port, pageFolder };
  const web = createWebFrontEnd({ game, messages, log, settings });
  await web.start();
  return { web, faults };
}

/** Somebody with a browser: their cookie, and requests as the page sends them. */
export class Visitor {
  readonly #address: string;
  readonly #language: string;
  #cookie = '';

  constructor(address: string, language = 'en') {
    this.#address = address;
    this.#language = language;
  }

  /** Sends their cookie and language along, and keeps the cookie that comes back. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(`${this.#address}${path}`, {
      ...init,
      headers: {
        cookie: this.#cookie,
        'accept-language': this.#language,
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? '';
    return response;
  }

  /** Posts JSON, as the page does. */
  post(path: string, body: unknown, init: RequestInit = {}): Promise<Response> {
    return this.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      ...init,
      headers: { 'content-type': 'application/json', ...(init.headers as Record<string, string>) },
    });
  }

  /** Every event of an action. */
  async events(action: string, input: unknown): Promise<readonly WireEvent[]> {
    const response = await this.post(`/api/do/${action}`, input);
    return readEvents(await response.text());
  }

  /** The last reply of an action; fails with what the server said when it refused. */
  async reply<Kind extends WireReply['kind']>(
    kind: Kind,
    action: string,
    input: unknown,
  ): Promise<Extract<WireReply, { kind: Kind }>> {
    const events = await this.events(action, input);
    const last = events.findLast((event) => event.type === 'reply');
    if (last?.type === 'reply' && last.reply.kind === kind) {
      return last.reply as Extract<WireReply, { kind: Kind }>;
    }
    throw new Error(`expected ${kind}, got ${JSON.stringify(events.at(-1))}`);
  }

  /** The server's refusal. */
  async refusal(action: string, input: unknown): Promise<{ code: string; text: string }> {
    const last = (await this.events(action, input)).at(-1);
    if (last?.type === 'failed') return { code: last.code, text: last.text };
    throw new Error(`expected a refusal, got ${JSON.stringify(last)}`);
  }
}

/** Parses the server-sent events of a whole answer. */
export function readEvents(text: string): readonly WireEvent[] {
  return text
    .split('\n\n')
    .filter((part) => part.startsWith('data: '))
    .map((part) => JSON.parse(part.slice(6)) as WireEvent);
}
