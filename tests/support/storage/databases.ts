import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needs, type Need } from '../needs.js';
import { startPostgres, type PostgresServer } from './postgres-server.js';

/** One of the two databases that the program runs on, for tests that hold for both. */
export interface TestDatabase {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** The requirement on the machine, for `describeWith`; undefined if `npm install` suffices. */
  readonly need: Need | undefined;
  /** Begins; call once before all tests. */
  start(): Promise<void>;
  /** The URL of an empty database. */
  create(): Promise<string>;
  /** Removes everything. */
  remove(): Promise<void>;
}

class SqliteFiles implements TestDatabase {
  readonly name = 'SQLite';
  readonly need = undefined;
  #folder = '';
  #count = 0;

  async start(): Promise<void> {
    this.#folder = mkdtempSync(join(tmpdir(), 'mugen-sqlite-'));
  }

  async create(): Promise<string> {
    this.#count += 1;
    return `file:${join(this.#folder, `${this.#count}`, 'mugen.db')}`;
  }

  async remove(): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

class PostgresDatabases implements TestDatabase {
  readonly name = 'PostgreSQL';
  readonly need = needs.postgres;
  #server: PostgresServer | undefined;

  async start(): Promise<void> {
    this.#server = await startPostgres();
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
export function listDatabases(): readonly TestDatabase[] {
  return [new SqliteFiles(), new PostgresDatabases()];
}
