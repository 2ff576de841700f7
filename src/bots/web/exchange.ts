import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Messages } from '../../messages/messages.js';
import type { Game } from '../../services/game.js';
import type { PageFile } from './page-files.js';
import type { WebLog } from './web-log.js';

export interface WebSettings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Folder of the built page; default: beside the compiled server. */
  readonly pageFolder?: string;
}

export interface ServerContext {
  readonly game: Promise<Game>;
  readonly messages: Messages;
  readonly log: WebLog;
  readonly settings: WebSettings;
  readonly files: ReadonlyMap<string, PageFile>;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
}

/** A request with what every route needs to know of it. */
export interface Exchange {
  readonly context: ServerContext;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** Aborted when the visitor has gone away or the server stops. */
  readonly signal: AbortSignal;
}
