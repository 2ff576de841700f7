import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.js';
import type { Readiness } from './readiness.js';

/** The endpoints for monitoring; never open to people. */
export interface OperationsSettings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** `/healthz`: it lives. `/readyz`: all its parts can do their work. `/metrics`: for Prometheus. */
export class OperationsServer {
  readonly #settings: OperationsSettings;
  readonly #readiness: Readiness;
  readonly #metrics: Metrics;
  readonly #server: Server;

  constructor(settings: OperationsSettings, readiness: Readiness, metrics: Metrics) {
    this.#settings = settings;
    this.#readiness = readiness;
    this.#metrics = metrics;
    this.#server = createServer(({ method, url }, response) => {
      const path = method === 'GET' || method === 'HEAD' ? url?.split('?')[0] : undefined;
      void this.#answer(path, response).catch(() => response.destroy());
    });
  }

  /** @returns its address. @throws when the port is taken */
  async start(): Promise<string> {
    const { host, port } = this.#settings;
    this.#server.listen(port, host);
    await once(this.#server, 'listening');
    const { port: taken } = this.#server.address() as AddressInfo;
    return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
  }

  /** Ends it at once: who watches asks again. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close();
    this.#server.closeAllConnections();
    await Promise.resolve();
  }

  async #answer(path: string | undefined, response: ServerResponse): Promise<void> {
    if (path === '/metrics') {
      const { type, body } = await this.#metrics.render();
      response.writeHead(200, { 'content-type': type }).end(body);
    } else if (path === '/healthz') {
      sendJson(response, 200, { status: 'alive' });
    } else if (path === '/readyz') {
      const problems = await this.#readiness.check();
      const isReady = Object.values(problems).every((problem) => problem === undefined);
      const parts = Object.fromEntries(
        Object.entries(problems).map(([part, problem]) => [part, problem ?? 'ready']),
      );
      sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', parts });
    } else {
      sendJson(response, 404, { status: 'there are /healthz, /readyz and /metrics' });
    }
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
