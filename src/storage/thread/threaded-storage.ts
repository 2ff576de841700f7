import { Worker } from 'node:worker_threads';
import { StorageError } from '../../errors/app-error.js';
import { fromWireError } from '../../errors/wire-error.js';
import type { Storage } from '../storage.js';
import type { RequestMessage, ResponseMessage, ThreadSetup } from './thread-messages.js';

/** The stores of a storage; what a thread is asked names one of them. */
const TABLES = [
  'people',
  'portraits',
  'favorites',
  'posts',
  'servers',
  'conversations',
  'updates',
  'remoteFiles',
  'allowances',
  'endlessRuns',
  'owner',
] as const satisfies readonly (keyof Storage)[];

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One thread with a database. One that dies takes what it was asked along; the next question begins another. */
class StorageThread {
  readonly #setup: ThreadSetup;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #lastId = 0;
  #closing: Promise<void> | undefined;

  constructor(setup: ThreadSetup) {
    this.#setup = setup;
  }

  /** @throws what opening the database throws */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pending.set(0, { resolve: () => resolve(), reject });
      this.#begin();
    });
  }

  ask(table: string, method: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#closing !== undefined) return Promise.reject(unreachable('it was closed before'));
    return this.#post(table, method, args);
  }

  /** Finishes what runs, then ends the thread. Safe to call twice. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    await this.#post('', 'close', []).catch(() => undefined);
    await worker.terminate();
  }

  #post(table: string, method: string, args: readonly unknown[]): Promise<unknown> {
    const worker = this.#worker ?? this.#begin();
    this.#lastId += 1;
    const request: RequestMessage = { id: this.#lastId, table, method, args };
    return new Promise((resolve, reject) => {
      this.#pending.set(request.id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(request);
    });
  }

  #begin(): Worker {
    const worker = startWorker(this.#setup);
    this.#worker = worker;
    let cause: unknown;
    worker.on('message', (response: ResponseMessage) => this.#settle(response));
    worker.on('error', (error) => (cause = error));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
      const error = unreachable('its thread ended', cause);
      for (const { reject } of this.#pending.values()) reject(error);
      this.#pending.clear();
    });
    return worker;
  }

  #settle(response: ResponseMessage): void {
    const pending = this.#pending.get(response.id);
    this.#pending.delete(response.id);
    if ('error' in response) pending?.reject(fromWireError(response.error));
    else pending?.resolve(response.value);
  }
}

/**
 * Opens a database in a thread of its own.
 * @throws StorageError, as opening it in this one does
 */
export async function openInThread(url: string, patienceMs: number): Promise<Storage> {
  const thread = new StorageThread({ url, patienceMs });
  try {
    await thread.open();
  } catch (error) {
    await thread.close();
    throw error;
  }
  const tables = TABLES.map((table) => [table, askedBy(thread, table)]);
  const whole = {
    compact: () => thread.ask('', 'compact', []),
    close: () => thread.close(),
  };
  return { ...Object.fromEntries(tables), ...whole } as Storage;
}

/** Every method of a store is a question to the thread. */
function askedBy(thread: StorageThread, table: string): object {
  return new Proxy(
    {},
    {
      get: (_, method) =>
        // Whoever awaits the store itself asks for this, and it is no promise.
        typeof method === 'string' && method !== 'then'
          ? (...args: readonly unknown[]) => thread.ask(table, method, args)
          : undefined,
    },
  );
}

/** Node starts no thread from TypeScript, so sources go through tsx, as everything that runs from them does. */
function startWorker(workerData: ThreadSetup): Worker {
  if (import.meta.url.endsWith('.js')) {
    return new Worker(new URL('./storage-thread.js', import.meta.url), { workerData });
  }
  const entry = new URL('./storage-thread.ts', import.meta.url).href;
  const script = `import('tsx/esm/api').then(({ register }) => {
    register();
    return import(${JSON.stringify(entry)});
  });`;
  return new Worker(script, { eval: true, workerData });
}

function unreachable(why: string, cause?: unknown): StorageError {
  return new StorageError('storage-unreachable', `the database did not answer: ${why}`, { cause });
}
