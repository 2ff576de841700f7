import { PrismaPg } from '@prisma/adapter-pg';
import type { DatabaseClient, DatabaseConnector } from './database-client.js';
import { PrismaClient } from '../generated/postgresql/client.js';
import { findPending, loadMigrations, recordOf, type MigrationRow } from '../migrations.js';

type Transaction = Awaited<
  ReturnType<Awaited<ReturnType<PrismaPg['connect']>>['startTransaction']>
>;

const MAX_CONNECTIONS = 10;

/** The lock that Prisma's own tools hold while they migrate, so that they and we take turns. */
const MIGRATION_LOCK = 72_707_369;

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

/** A PostgreSQL server, through a pool that replaces lost connections. */
export class PostgresConnector implements DatabaseConnector {
  readonly concurrency = MAX_CONNECTIONS;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async migrate(): Promise<void> {
    const migrations = await loadMigrations('postgresql');
    const adapter = await this.#adapter().connect();
    try {
      const transaction = await adapter.startTransaction();
      try {
        await execute(transaction, `SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
        await execute(transaction, MIGRATIONS_TABLE);
        for (const migration of findPending(migrations, await readRows(transaction))) {
          await execute(transaction, migration.sql);
          await execute(
            transaction,
            `INSERT INTO "_prisma_migrations"
              ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
              VALUES ($1, $2, $3, clock_timestamp(), 1)`,
            recordOf(migration),
          );
        }
        await execute(transaction, 'COMMIT');
        await transaction.commit();
      } catch (error) {
        await execute(transaction, 'ROLLBACK').catch(() => undefined);
        await transaction.rollback();
        throw error;
      }
    } finally {
      await adapter.dispose();
    }
  }

  async connect(): Promise<DatabaseClient> {
    const client = new PrismaClient({ adapter: this.#adapter() });
    await client.$connect();
    return client as unknown as DatabaseClient;
  }

  check(): void {
    // A lost server shows with the next statement.
  }

  async compact(): Promise<boolean> {
    return false; // the server vacuums by itself
  }

  #adapter(): PrismaPg {
    return new PrismaPg(
      {
        connectionString: this.#url,
        max: MAX_CONNECTIONS,
        // Milliseconds. A server that hangs is as gone as one that refuses.
        connectionTimeoutMillis: 5000,
        query_timeout: 30_000,
        keepAlive: true,
      },
      // Lost idle connections are replaced by the pool; without these handlers they would be thrown.
      { onPoolError: () => undefined, onConnectionError: () => undefined },
    );
  }
}

async function readRows(transaction: Transaction): Promise<readonly MigrationRow[]> {
  const sql = `SELECT "migration_name", "finished_at" IS NOT NULL, "rolled_back_at" IS NOT NULL
    FROM "_prisma_migrations"`;
  const { rows } = await transaction.queryRaw({ sql, args: [], argTypes: [] });
  return rows.map(([name, finished, rolledBack]) => ({
    name: String(name),
    isFinished: finished === true,
    isRolledBack: rolledBack === true,
  }));
}

async function execute(
  transaction: Transaction,
  sql: string,
  args: readonly string[] = [],
): Promise<void> {
  const argTypes = args.map(() => ({ arity: 'scalar' as const, scalarType: 'string' as const }));
  await transaction.executeRaw({ sql, args: [...args], argTypes });
}
