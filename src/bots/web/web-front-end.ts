import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Messages } from '../../messages/messages.js';
import type { Game } from '../../game/game.js';
import type { WebSettings } from './server/http/exchange.js';
import { Channels } from './server/channels.js';
import { FloodGate, type FloodLimits } from './server/protection/flood-gate.js';
import { isOpenToOthers } from './server/protection/guard.js';
import { IMPATIENCE, limitConnections } from './server/protection/limit-connections.js';
import { loadPageFiles } from './server/http/page-files.js';
import { createRequestHandler } from './server/request-handler.js';
import type { ErrorLog } from '../../errors/failure-policy.js';

/** Dependencies of the page; it does not close the game when it stops. */
export interface WebFrontEndOptions {
  /** The page is served at once; what needs the game waits for it. */
  readonly game: Promise<Game>;
  readonly messages: Messages;
  readonly log: ErrorLog;
  readonly settings: WebSettings;
}

/** The local page as the program sees it: started once and stopped once. */
export interface WebFrontEnd {
  /** Address to open in a browser; empty unless it listens. */
  readonly address: string;
  /** @throws when the port is taken or the page has not been built */
  start(): Promise<void>;
  /** Takes no more requests, ends running ones. Safe to call twice. */
  stop(): Promise<void>;
}

/** Of one network: a page follows a dragged slider with some thirty requests per second. */
const LIMITS: FloodLimits = { requestsPerMinute: 3000, newcomersPerMinute: 60, streams: 64 };
const CONNECTIONS = 1000;
const CONNECTIONS_OF_NETWORK = 200;
const CLOSE_GRACE_MS = 2000;

/** The local page and its server. */
export function createWebFrontEnd(options: WebFrontEndOptions): WebFrontEnd {
  const { settings } = options;
  const stopping = new AbortController();
  let server: Server | undefined;
  return {
    get address() {
      return server?.listening === true ? addressOf(server, settings.host) : '';
    },
    start: async () => {
      const pageFolder = settings.pageFolder ?? builtPageFolder();
      const files = loadPageFiles(pageFolder);
      const handle = createRequestHandler({
        ...options,
        files,
        stopping: stopping.signal,
        channels: new Channels(),
        gate: new FloodGate(limitsOf(settings)),
      });
      server = createServer(IMPATIENCE, (request, response) => void handle(request, response));
      // A proxy has all of its visitors' connections.
      const ofNetwork = settings.publicUrl === undefined ? CONNECTIONS_OF_NETWORK : undefined;
      limitConnections(server, { all: CONNECTIONS, ofNetwork });
      await listen(server, settings);
    },
    stop: async () => {
      stopping.abort();
      if (server?.listening === true) await close(server);
    },
  };
}

/** A page of this machine alone needs none. */
function limitsOf(settings: WebSettings): FloodLimits | undefined {
  if (!isOpenToOthers(settings)) return undefined;
  const { requestsPerMinute = LIMITS.requestsPerMinute } = settings;
  return { ...LIMITS, requestsPerMinute };
}

/** `dist/bots/web/page`, from the compiled file and from its source alike. */
function builtPageFolder(): string {
  const isSource = import.meta.url.endsWith('.ts');
  const path = isSource ? '../../../dist/bots/web/page' : './page';
  return fileURLToPath(new URL(path, import.meta.url));
}

function listen(server: Server, { host, port }: WebSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Streams have ended with `stopping`; what is still open is idle or will not finish by itself.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS).unref();
  });
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
