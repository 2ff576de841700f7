import { isPostgres, openDatabase } from './open-database.js';
import type { Storage } from './storage.js';
import { openInThread } from './thread/threaded-storage.js';

/** Used when no database is named. */
export const DEFAULT_DATABASE_URL = 'file:./data/mugen.db';

/** How storage is opened. */
export interface StorageOptions {
  /** How long to wait for a database that does not answer yet; default 10 seconds. */
  readonly patienceMs?: number;
  /**
   * SQLite's waits are its thread's: in one of its own they hold nobody else up. Default: for a build, where
   * it costs no compiling.
   */
  readonly isThreaded?: boolean;
}

/**
 * Opens the database, brings it up to date, and gives access to what it holds.
 *
 * @param url `file:…` or a path for SQLite, `postgresql://…` for PostgreSQL
 * @throws StorageError, and ConfigError for a URL of another kind
 */
export function openStorage(
  url: string = DEFAULT_DATABASE_URL,
  { patienceMs = 10_000, isThreaded = import.meta.url.endsWith('.js') }: StorageOptions = {},
): Promise<Storage> {
  // PostgreSQL's client waits without holding its thread up.
  const isInThread = isThreaded && !isPostgres(url);
  return isInThread ? openInThread(url, patienceMs) : openDatabase(url, patienceMs);
}
