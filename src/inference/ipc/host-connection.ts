import { connect, type Socket } from 'node:net';
import { InferenceError } from '../../errors/app-error.js';
import { fromWireError } from '../../errors/wire-error.js';
import type { DrawOptions } from '../portrait-generator.js';
import {
  receiveMessages,
  sendMessage,
  type InstalledModels,
  type RequestMessage,
  type ResponseMessage,
} from './generator-messages.js';

type Numbered = Exclude<RequestMessage, { type: 'cancel' }>;
type WithoutId<Message> = Message extends unknown ? Omit<Message, 'id'> : never;

/** A request to the host; the connection numbers it. */
export type DrawRequest = WithoutId<Numbered>;
/** The answer to a request that succeeded; one that failed is thrown instead. */
export type DrawAnswer = Extract<ResponseMessage, { type: 'drawn' | 'composed' | 'read' }>;

interface Waiting {
  readonly resolve: (answer: DrawAnswer) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: DrawOptions['onProgress'];
}

/** How a connection is made and ends. */
export interface ConnectionOptions {
  /** The socket on which the host listens. */
  readonly address: string;
  /** How long closing lets what waits finish. */
  readonly drainMs: number;
}

/** Asks the process that has the workers; many questions at once, each with its number. */
export class HostConnection {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #drainMs: number;
  /** The host's models. @throws InferenceError `worker-not-started` if nobody answers */
  readonly greeting: Promise<InstalledModels>;
  #count = 0;
  #closed: Promise<void> | undefined;
  #onDrained: (() => void) | undefined;

  constructor({ address, drainMs }: ConnectionOptions) {
    this.#drainMs = drainMs;
    this.#socket = connect(address);
    this.greeting = new Promise((resolve, reject) => {
      const refuse = (cause?: Error): void => {
        reject(new InferenceError('worker-not-started', `nobody draws at ${address}`, { cause }));
      };
      this.#socket.on('error', refuse);
      // A host that is closing may take the connection and leave without a word.
      this.#socket.on('close', () => {
        refuse();
      });
      receiveMessages<ResponseMessage>(this.#socket, (message) => {
        if (message.type === 'models') resolve(message);
        else this.#receive(message);
      });
    });
    this.#socket.on('close', () => {
      this.#failAll(lost());
    });
  }

  /**
   * Sends a request and waits for its answer; an abort also cancels it at the host.
   * @throws what the host threw; the signal's reason on abort; InferenceError `worker-died` when the host
   * goes, `shutting-down` once closing
   */
  ask(request: DrawRequest, { signal, onProgress }: DrawOptions): Promise<DrawAnswer> {
    this.#count += 1;
    const id = this.#count;
    return new Promise<DrawAnswer>((resolve, reject) => {
      if (this.#closed) throw shuttingDown();
      if (this.#socket.destroyed) throw lost();
      signal?.throwIfAborted();
      const cancel = () => {
        sendMessage(this.#socket, { type: 'cancel', id });
        this.#forget(id);
        reject(signal?.reason as Error);
      };
      const settled =
        <Value>(then: (value: Value) => void) =>
        (value: Value) => {
          signal?.removeEventListener('abort', cancel);
          then(value);
        };
      signal?.addEventListener('abort', cancel, { once: true });
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject), onProgress });
      sendMessage(this.#socket, { ...request, id });
    });
  }

  /**
   * Takes no more, waits for what was asked within `drainMs`, then hangs up; what is not there by then
   * fails with `shutting-down`. Safe to call twice.
   */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#drained();
    this.#failAll(shuttingDown());
    if (this.#socket.destroyed) return;
    await new Promise<void>((resolve) => {
      this.#socket.once('close', () => {
        resolve();
      });
      // What is on its way out, such as a cancellation, is sent first.
      this.#socket.destroySoon();
    });
  }

  #drained(): Promise<void> {
    if (this.#waiting.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#drainMs);
      this.#onDrained = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Whatever takes a request off the list calls this, or {@link #failAll}. */
  #forget(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#onDrained?.();
  }

  #failAll(error: InferenceError): void {
    for (const [id, { reject }] of this.#waiting) {
      this.#forget(id);
      reject(error);
    }
  }

  /** Responses to cancelled requests are dropped. */
  #receive(message: Exclude<ResponseMessage, { type: 'models' }>): void {
    const waiting = this.#waiting.get(message.id);
    if (message.type === 'progress') {
      waiting?.onProgress?.(message.progress);
      return;
    }
    this.#forget(message.id);
    if (message.type === 'failed') waiting?.reject(fromWireError(message.error));
    else waiting?.resolve(message);
  }
}

function lost(): InferenceError {
  return new InferenceError('worker-died', 'the process that draws has gone');
}

function shuttingDown(): InferenceError {
  return new InferenceError(
    'shutting-down',
    'expected to draw, but this process is shutting down; try again when it is back',
  );
}
