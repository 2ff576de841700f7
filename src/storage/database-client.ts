import type { Prisma, PrismaClient } from './generated/sqlite/client.js';

/**
 * Both providers' clients are generated from the same models and have the same methods; the code is
 * written against SQLite's, whose filters are the smaller set.
 */
export type DatabaseClient = PrismaClient;

/** The client inside a transaction. */
export type TransactionClient = Prisma.TransactionClient;

/** How to reach one database. */
export interface DatabaseConnector {
  /** Applies pending migrations, once whoever else starts at the same time. */
  migrate(): Promise<void>;
  connect(): Promise<DatabaseClient>;
  /** Throws where an open connection no longer leads to the database, though it does not notice. */
  check(): void;
  /** Clears what was deleted out of logs that the database keeps beside its tables. */
  compact(client: DatabaseClient): Promise<void>;
  /**
   * True where there is one connection, which transactions and single statements would share: then
   * each piece of work takes its turn.
   */
  readonly isSerial: boolean;
}
