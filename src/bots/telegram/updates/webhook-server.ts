import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Logger } from 'pino';
import type { Telegraf } from 'telegraf';

/** Updates are small; anything larger is not Telegram's. */
const MOST_BYTES = 1_000_000;

/** The public address of the webhook, and the bot's own address behind the reverse proxy. */
export interface WebhookAddress {
  /** The public HTTPS address that Telegram posts to. Its path is the one answered here. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Telegram sends it along; without it nothing is taken. */
  readonly secret: string;
}

/** Takes updates that Telegram posts, as the far end of a reverse proxy that does the TLS. */
export class WebhookServer {
  /** Deadline after which Telegram is asked to redeliver. */
  isReady = false;
  readonly #server: Server;
  readonly #address: WebhookAddress;

  constructor(bot: Telegraf, address: WebhookAddress, log: Logger) {
    this.#address = address;
    const { pathname } = new URL(address.url);
    // telegraf also takes a body that was read already, as bytes, but types only what it makes of it.
    const take = bot.webhookCallback(pathname, { secretToken: address.secret }) as unknown as Take;
    const listen: RequestListener = (request, response) => {
      if (!this.isReady) {
        response.writeHead(503, { connection: 'close' }).end();
        return;
      }
      serve(request, response, take).catch((error: unknown) => {
        log.warn({ err: error }, 'telegram: webhook request not taken');
        if (!response.headersSent) response.writeHead(400);
        response.end();
      });
    };
    this.#server = createServer(listen);
  }

  /** @throws where the port is taken */
  async listen(): Promise<void> {
    this.#server.listen(this.#address.port, this.#address.host);
    await once(this.#server, 'listening');
  }

  /** The address it listens on; differs from the settings when they left the port to the system. */
  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : this.#address.port;
  }

  /** Takes no more and lets go of open connections. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeIdleConnections();
    const timer = setTimeout(() => this.#server.closeAllConnections(), 1000);
    await closed;
    clearTimeout(timer);
  }
}

type Take = (
  request: IncomingMessage & { body?: Buffer },
  response: ServerResponse,
) => Promise<void>;

// telegraf would read the body chunk by chunk and break characters that lie across two of them.
async function serve(
  request: IncomingMessage & { body?: Buffer },
  response: ServerResponse,
  take: Take,
): Promise<void> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) {
      response.writeHead(413, { connection: 'close' }).end();
      return;
    }
    chunks.push(chunk);
  }
  request.body = Buffer.concat(chunks);
  await take(request, response);
}
