import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { StorageError } from '../../errors/app-error.js';
import type { DatabaseClient, DatabaseConnector } from './database-client.js';
import { sqlitePath } from './sqlite-path.js';
import { PrismaClient } from '../generated/sqlite/client.js';
import { findPending, loadMigrations, recordOf, type MigrationRow } from '../migrations.js';

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;

/** How long a statement waits for another process to let go of the file. */
const BUSY_TIMEOUT_MS = 5000;
/** Tries to become the one that migrates, 100 ms apart. */
const LOCK_ATTEMPTS = 300;

/**
 * WAL lets other processes read while one writes. FULL syncs each commit to the disk before it is
 * confirmed, so that neither kill -9 nor a power cut takes it back. What is deleted is overwritten.
 */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
`;

/** Of 4 KiB each: a few milliseconds. */
const PAGES_AT_ONCE = 1000;
/** The mode of `auto_vacuum` in which pages are given back when asked for. */
const INCREMENTAL = 2;

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/** A SQLite file, made with its folder when it is missing at the start. */
export class SqliteConnector implements DatabaseConnector {
  readonly concurrency = 1;
  readonly #path: string;
  #inode: number | undefined;

  /** @param url `file:…` or a path */
  constructor(url: string) {
    this.#path = sqlitePath(url);
  }

  async migrate(): Promise<void> {
    mkdirSync(dirname(this.#path), { recursive: true });
    const migrations = await loadMigrations('sqlite');
    const adapter = await this.#adapter().connect();
    try {
      await beginExclusively(adapter);
      await adapter.executeScript(MIGRATIONS_TABLE);
      for (const migration of findPending(migrations, await readRows(adapter))) {
        await adapter.executeScript(migration.sql);
        await execute(
          adapter,
          `INSERT INTO "_prisma_migrations"
            ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
            VALUES (?, ?, ?, ?, ?, 1)`,
          [...recordOf(migration), Date.now(), Date.now()],
        );
      }
      await adapter.executeScript('COMMIT');
      await this.#makeShrinkable(adapter);
    } finally {
      // Closing rolls back what was not committed.
      await adapter.dispose();
    }
    this.#inode = statSync(this.#path).ino;
  }

  async connect(): Promise<DatabaseClient> {
    const adapter = this.#adapter();
    const connect = adapter.connect.bind(adapter);
    adapter.connect = async () => {
      const connection = await connect();
      await connection.executeScript(SETTINGS);
      return connection;
    };
    const client = new PrismaClient({ adapter });
    await client.$connect();
    return client;
  }

  /** An open file that was moved away would take favourites that nobody finds again. */
  check(): void {
    if (this.#inode === undefined) return;
    const found = statSync(this.#path, { throwIfNoEntry: false })?.ino;
    if (found === this.#inode) return;
    if (found !== undefined) {
      // Another file was put in its place (a backup): that one is the database now.
      this.#inode = found;
      throw new StorageError('storage-unreachable', 'the database file was replaced; reopening it');
    }
    throw new StorageError('storage-unreachable', 'the database file is gone: put it back');
  }

  async compact(client: DatabaseClient): Promise<boolean> {
    const adapter = await this.#adapter().connect();
    try {
      // Prisma would step such a statement once, and each step frees one page.
      await adapter.executeScript(`PRAGMA incremental_vacuum(${PAGES_AT_ONCE})`);
      const { rows } = await adapter.queryRaw({
        sql: 'PRAGMA freelist_count',
        args: [],
        argTypes: [],
      });
      if (Number(rows[0]?.[0]) > 0) return true;
    } finally {
      await adapter.dispose();
    }
    // Another process may hold it up: then it happens with the next checkpoint.
    await client.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)');
    return false;
  }

  /** A file that was made before pages could be given back is written anew, once. */
  async #makeShrinkable(adapter: Adapter): Promise<void> {
    const asked = { sql: 'PRAGMA auto_vacuum', args: [], argTypes: [] };
    const { rows } = await adapter.queryRaw(asked);
    if (Number(rows[0]?.[0]) === INCREMENTAL) return;
    // Somebody else may be at the file: then it happens with a later start.
    await adapter
      .executeScript(`PRAGMA auto_vacuum = ${INCREMENTAL}; VACUUM;`)
      .catch(() => undefined);
  }

  #adapter(): PrismaBetterSqlite3 {
    return new PrismaBetterSqlite3({ url: `file:${this.#path}`, timeout: BUSY_TIMEOUT_MS });
  }
}

/**
 * Takes the write lock for the whole of the migrations. Going over to WAL does not wait for locks by
 * itself, hence the loop. Foreign keys are off meanwhile, or remaking a table would cascade.
 */
async function beginExclusively(adapter: Adapter): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // The first holds for a new file alone, and only before its first page is written.
      await adapter.executeScript(
        `PRAGMA auto_vacuum = ${INCREMENTAL}; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF;`,
      );
      await adapter.executeScript('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      const kind = (error as { cause?: { kind?: string } }).cause?.kind;
      if (kind !== 'SocketTimeout' || attempt >= LOCK_ATTEMPTS) throw error;
      await sleep(100);
    }
  }
}

async function readRows(adapter: Adapter): Promise<readonly MigrationRow[]> {
  const sql = `SELECT "migration_name", "finished_at" IS NOT NULL, "rolled_back_at" IS NOT NULL
    FROM "_prisma_migrations"`;
  const { rows } = await adapter.queryRaw({ sql, args: [], argTypes: [] });
  return rows.map(([name, finished, rolledBack]) => ({
    name: String(name),
    isFinished: Number(finished) === 1,
    isRolledBack: Number(rolledBack) === 1,
  }));
}

async function execute(
  adapter: Adapter,
  sql: string,
  args: readonly (string | number)[],
): Promise<void> {
  const argTypes = args.map((arg) => ({
    arity: 'scalar' as const,
    scalarType: typeof arg === 'number' ? ('bigint' as const) : ('string' as const),
  }));
  await adapter.executeRaw({ sql, args: [...args], argTypes });
}
