import type { Prisma, PrismaClient } from '../generated/sqlite/client.js';

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
  /**
   * A new client, for the caller to disconnect. Rejects with the driver’s error, not a
   * StorageError.
   */
  connect(): Promise<DatabaseClient>;
  /** Throws where an open connection no longer leads to the database, though it does not notice. */
  check(): void;
  /**
   * Clears what was deleted out of logs that the database keeps beside its tables, and gives its room back, a
   * piece at a time. @returns whether there is more to give
   */
  compact(client: DatabaseClient): Promise<boolean>;
  /**
   * Pieces of work at once. One where there is one connection: a statement that slipped in between the
   * statements of another call's transaction would be undone with it after it was confirmed. Else as
   * many as there are connections, so that waiting for one's turn is not taken for a lost server.
   */
  readonly concurrency: number;
}
