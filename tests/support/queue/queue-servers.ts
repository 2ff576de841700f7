import { needs, type Need } from '../needs.js';
import { startPostgres, type PostgresServer } from '../storage/postgres-server.js';
import { startRedis, type RedisServer } from './redis-server.js';

/** One of the two stores that a queue may lie in, for tests that hold for both. */
export interface QueueServer {
  readonly name: 'Redis' | 'PostgreSQL';
  /** The requirement on the machine, for `describeWith`. */
  readonly need: Need;
  /** Begins, or begins again after a stop: Redis empty, PostgreSQL with what it had. */
  start(): Promise<void>;
  /** Ends it without a warning to anybody. */
  stop(): Promise<void>;
  /** The URL of an empty store. */
  create(): Promise<string>;
  /** Removes everything. */
  remove(): Promise<void>;
}

class RedisQueues implements QueueServer {
  readonly name = 'Redis';
  readonly need = needs.redis;
  #server: RedisServer | undefined;
  #count = 0;

  async start(): Promise<void> {
    if (this.#server) await this.#server.start();
    else this.#server = await startRedis();
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  /** Redis has 16 databases from the start. */
  async create(): Promise<string> {
    this.#count += 1;
    return `${this.#server?.url}/${this.#count % 16}`;
  }

  async remove(): Promise<void> {
    await this.#server?.remove();
  }
}

class PostgresQueues implements QueueServer {
  readonly name = 'PostgreSQL';
  readonly need = needs.postgres;
  #server: PostgresServer | undefined;

  async start(): Promise<void> {
    if (this.#server) await this.#server.start();
    else this.#server = await startPostgres();
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  async create(): Promise<string> {
    if (!this.#server) throw new Error('start() comes first');
    return this.#server.createDatabase();
  }

  async remove(): Promise<void> {
    await this.#server?.remove();
  }
}

/** A fresh pair a test file. */
export function listQueueServers(): readonly QueueServer[] {
  return [new RedisQueues(), new PostgresQueues()];
}
