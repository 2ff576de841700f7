import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiDescription } from './api-description.js';
import { ApiError, refusals } from './api-error.js';
import type { Fault, Faults } from './faults.js';
import { readBody } from './request-body.js';
import type { Router } from './routes/router.js';
import type { Json } from './world.js';

const prefix = '/api/v10';

/** One request of the bot's as it came in, for tests that count. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly json: unknown;
  status: number;
}

interface HttpServerParts {
  readonly router: Router;
  readonly description: ApiDescription;
  readonly faults: Faults;
  readonly token: string;
  readonly report: (problem: string) => void;
  readonly changed: () => void;
  /** Uploaded files; Discord's CDN needs no token. */
  readonly files: ReadonlyMap<string, { readonly bytes: Uint8Array }>;
}

/** Discord's REST API on loopback. */
export class HttpServer {
  readonly seen: SeenRequest[] = [];
  readonly #parts: HttpServerParts;
  readonly server: Server;

  constructor(parts: HttpServerParts) {
    this.#parts = parts;
    this.server = createServer((request, response) => {
      void this.#answer(request, response);
    });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Resolves once it listens on loopback; `port` can be read from then on. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  /** Cuts every connection, answered or not; resolves when the port is free. */
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname;
    const method = request.method ?? 'GET';
    const fileId = /^\/files\/(?<id>\d+)\//.exec(path)?.groups?.['id'];
    if (fileId !== undefined) {
      const file = this.#parts.files.get(fileId);
      response.writeHead(file === undefined ? 404 : 200).end(file?.bytes);
      return;
    }
    const seen: SeenRequest = { method, path, json: undefined, status: 0 };
    this.seen.push(seen);
    try {
      const body = await readBody(request);
      Object.assign(seen, { json: body.json });
      const fault = this.#parts.faults.take(method, path);
      if (fault !== undefined && fault.afterwards !== true) {
        seen.status = playFault(fault, response);
        return;
      }
      const result = this.#handle({ method, path, url, body, request });
      if (fault !== undefined) {
        seen.status = playFault(fault, response);
        return;
      }
      seen.status = send(response, result === undefined ? 204 : 200, result);
    } catch (error) {
      seen.status = this.#refuse(response, { error, method, path });
    } finally {
      this.#parts.changed();
    }
  }

  #handle(given: {
    method: string;
    path: string;
    url: URL;
    body: Awaited<ReturnType<typeof readBody>>;
    request: IncomingMessage;
  }): Json | Json[] | undefined {
    const { method, path, url, body, request } = given;
    const usesToken = /^\/(interactions|webhooks)\//.test(path);
    if (!usesToken && request.headers.authorization !== `Bot ${this.#parts.token}`) {
      throw new ApiError(401, 0, '401: Unauthorized');
    }
    const problems = this.#parts.description.check({ method, path, ...body });
    for (const problem of problems) this.#parts.report(problem);
    if (problems.length > 0) throw refusals.invalidBody();
    const route = this.#parts.router.find(method, path);
    if (route === undefined) throw new Error(`the stand-in has no ${method} ${path}`);
    return route.handle({ ...body, params: route.params, query: url.searchParams });
  }

  #refuse(
    response: ServerResponse,
    refused: { error: unknown; method: string; path: string },
  ): number {
    const { error, method, path } = refused;
    if (error instanceof ApiError) {
      return send(response, error.status, { code: error.code, message: error.message });
    }
    this.#parts.report(`${method} ${path}: ${String(error)}`);
    return send(response, 500, { code: 0, message: 'Internal Server Error' });
  }
}

function send(response: ServerResponse, status: number, body: unknown): number {
  if (body === undefined) {
    response.writeHead(status).end();
    return status;
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
  return status;
}

function playFault(fault: Fault, response: ServerResponse): number {
  if (fault.hangUp === true) {
    response.destroy();
    return 0;
  }
  if (fault.status === 429) {
    const retryAfter = fault.retryAfter ?? 0.05;
    response.setHeader('retry-after', String(retryAfter));
    response.setHeader('x-ratelimit-scope', 'user');
    return send(response, 429, {
      message: 'You are being rate limited.',
      retry_after: retryAfter,
      global: false,
    });
  }
  const { code = 0, message = `${fault.status}: from a test` } = fault;
  return send(response, fault.status, { code, message });
}
