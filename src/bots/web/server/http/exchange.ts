import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Messages } from '../../../../messages/messages.js';
import type { Game } from '../../../../game/game.js';
import type { Channels } from '../channels.js';
import type { FloodGate } from '../protection/flood-gate.js';
import type { PageFile } from './page-files.js';
import type { ErrorLog } from '../../../../errors/failure-policy.js';

/** The page's address, and the files it serves. */
export interface WebSettings {
  /** The interface to listen on; on a loopback one, requests under foreign names are refused. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** How it is reached from outside, behind a reverse proxy: its name and origin are the page's own as well. */
  readonly publicUrl?: string;
  /** The token that a visitor must know; absent: whoever reaches the page may use it. */
  readonly token?: string;
  /** Names under which an open page is asked for, beside its public one, this machine's and addresses. */
  readonly allowedHosts?: readonly string[];
  /** Proxies before the page whose word on where a request comes from is taken; default: none. */
  readonly trustedProxies?: number;
  /** Requests of one network per minute, where the page is open to others; default 3000. */
  readonly requestsPerMinute?: number;
  /** Folder of the built page; default: beside the compiled server. */
  readonly pageFolder?: string;
}

/** State shared by all requests while the server runs. */
export interface WebContext {
  /** Resolves when the model is ready, rejects when it cannot be. */
  readonly game: Promise<Game>;
  readonly messages: Messages;
  readonly log: ErrorLog;
  readonly settings: WebSettings;
  readonly files: ReadonlyMap<string, PageFile>;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
  readonly channels: Channels;
  readonly gate: FloodGate;
}

/** A request with what every route needs to know of it. */
export interface Exchange {
  readonly context: WebContext;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** The network that it comes from, for limits. */
  readonly network: string;
  /** Aborted when the visitor has gone away or the server stops. */
  readonly signal: AbortSignal;
}
