import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { StorageError } from '../errors/app-error.js';
import type {
  DatabaseClient,
  DatabaseConnector,
  TransactionClient,
} from './drivers/database-client.js';
import { classifyFailure, toStorageError } from './storage-failure.js';

/** How long a transaction may wait for a connection, and then take. */
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 20_000 } as const;
/** Waits between tries of work that lost against other work, in milliseconds. */
const CONFLICT_WAITS = [5, 20, 60, 150, 400] as const;

/**
 * One database: connects when first needed and again after it was lost, repeats what lost against
 * others, and lets nothing but StorageErrors out.
 */
export class Database {
  readonly #connector: DatabaseConnector;
  #client: Promise<DatabaseClient> | undefined;
  readonly #queue: PQueue;
  #isClosed = false;

  constructor(connector: DatabaseConnector) {
    this.#connector = connector;
    this.#queue = new PQueue({ concurrency: connector.concurrency });
  }

  /** Single statements. Work may be run more than once, so it must do nothing but talk to the client. */
  run<Result>(work: (client: DatabaseClient) => Promise<Result>): Promise<Result> {
    return this.#queue.add(() => this.#persist(work));
  }

  /**
   * For Prisma's upserts, which look first and then write: the loser of two at once is told of a
   * duplicate, and finds the winner's row on its second try.
   */
  async upsert<Result>(work: (client: DatabaseClient) => Promise<Result>): Promise<Result> {
    try {
      return await this.run(work);
    } catch (error) {
      if (classifyFailure(error) !== 'duplicate') throw error;
      return this.run(work);
    }
  }

  /** All or nothing. As {@link run}, the work may be run more than once. */
  transaction<Result>(work: (client: TransactionClient) => Promise<Result>): Promise<Result> {
    return this.run((client) => client.$transaction(work, TRANSACTION_LIMITS));
  }

  /** Leaves nothing that was deleted in the files beside the database, and gives its room back. */
  async compact(): Promise<void> {
    // A piece at a time, so that nobody waits long for their turn.
    for (let isMore = true; isMore;) {
      // oxlint-disable-next-line no-await-in-loop -- each begins where the last one ended
      isMore = await this.run((client) => this.#connector.compact(client));
    }
  }

  /** Finishes work that runs, refuses all other with `storage-unreachable`. Safe to call twice. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue.onIdle();
    await this.#disconnect();
  }

  async #persist<Result>(work: (client: DatabaseClient) => Promise<Result>): Promise<Result> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work(await this.#connect());
      } catch (error) {
        const wait = CONFLICT_WAITS[attempt];
        if (classifyFailure(error) !== 'conflict' || wait === undefined) {
          await this.#recover(error);
          throw toStorageError(error);
        }
        await sleep(wait * (0.5 + Math.random()));
      }
    }
  }

  async #connect(): Promise<DatabaseClient> {
    if (this.#isClosed) {
      throw new StorageError('storage-unreachable', 'the storage was closed before this request');
    }
    this.#connector.check();
    this.#client ??= this.#connector.connect();
    return this.#client;
  }

  /**
   * A connection that failed is not trusted again: SQLite's may be left in a transaction that the
   * adapter no longer ends. PostgreSQL's pool replaces its connections by itself.
   */
  async #recover(error: unknown): Promise<void> {
    const failure = classifyFailure(error);
    if (failure === 'duplicate' || failure === 'reference') return;
    if (this.#connector.concurrency === 1) await this.#disconnect();
  }

  async #disconnect(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // A connection that could not be opened or closed is as gone as one that could.
    await client?.then((open) => open.$disconnect()).catch(() => undefined);
  }
}
