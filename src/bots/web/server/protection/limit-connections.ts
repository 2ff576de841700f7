import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './client-address.js';

/** Connections at once; undefined: as many of one network as of all. */
export interface ConnectionLimits {
  readonly all: number;
  readonly ofNetwork: number | undefined;
}

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const CHECK_MS = 2000;

/** For `createServer`: how soon a connection that says nothing is ended. */
export const IMPATIENCE = {
  headersTimeout: HEADERS_TIMEOUT_MS,
  requestTimeout: REQUEST_TIMEOUT_MS,
  connectionsCheckingInterval: CHECK_MS,
} as const;

/** Ends connections past the limits at once, so that idle ones of one network do not lock all others out. */
export function limitConnections(server: Server, { all, ofNetwork }: ConnectionLimits): void {
  const open = new Map<string, number>();
  server.maxConnections = all;
  server.on('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress ?? '');
    const count = (open.get(network) ?? 0) + 1;
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
    if (ofNetwork !== undefined && count > ofNetwork) socket.destroy();
  });
}
