import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '../errors/app-error.js';
import { AllowanceTable } from './tables/allowance-table.js';
import { ConversationTable } from './tables/conversation-table.js';
import type { DatabaseConnector } from './drivers/database-client.js';
import { Database } from './database.js';
import { EndlessRunTable } from './tables/endless-run-table.js';
import { FavoriteTable } from './tables/favorite-table.js';
import { OwnerTable } from './tables/owner-table.js';
import { PersonTable } from './tables/person-table.js';
import { PortraitTable } from './tables/portrait-table.js';
import { PostTable } from './tables/post-table.js';
import { RemoteFileTable } from './tables/remote-file-table.js';
import { ServerTable } from './tables/server-table.js';
import { toStorageError } from './storage-failure.js';
import type { Storage } from './storage.js';
import { UpdateTable } from './tables/update-table.js';

/**
 * Opens the database in this thread, brings it up to date, and gives access to what it holds.
 *
 * @param url `file:…` or a path for SQLite, `postgresql://…` for PostgreSQL
 * @param patienceMs how long to wait for one that does not answer yet
 * @throws StorageError, and ConfigError for a URL of another kind
 */
export async function openDatabase(url: string, patienceMs: number): Promise<Storage> {
  const connector = await createConnector(url);
  await migratePatiently(connector, Date.now() + patienceMs);
  const database = new Database(connector);
  return {
    people: new PersonTable(database),
    portraits: new PortraitTable(database),
    favorites: new FavoriteTable(database),
    posts: new PostTable(database),
    servers: new ServerTable(database),
    conversations: new ConversationTable(database),
    updates: new UpdateTable(database),
    remoteFiles: new RemoteFileTable(database),
    allowances: new AllowanceTable(database),
    endlessRuns: new EndlessRunTable(database),
    owner: new OwnerTable(database),
    compact: () => database.compact(),
    close: () => database.close(),
  };
}

/** Each brings a client of its own, which is only loaded where it is used. */
export async function createConnector(url: string): Promise<DatabaseConnector> {
  if (isPostgres(url)) {
    const { PostgresConnector } = await import('./drivers/postgres-connector.js');
    return new PostgresConnector(url);
  }
  const scheme = /^([a-z][a-z0-9+]+):/i.exec(url)?.[1]?.toLowerCase();
  // A drive letter is one letter long.
  if (scheme === undefined || scheme === 'file') {
    const { SqliteConnector } = await import('./drivers/sqlite-connector.js');
    return new SqliteConnector(url);
  }
  throw new ConfigError('config-invalid', 'DATABASE_URL must start with file: or postgresql://', {
    context: { name: 'DATABASE_URL' },
  });
}

/** Which of the two kinds an address names. */
export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/** Beside a database that starts at the same time, the program may well be there first. */
async function migratePatiently(connector: DatabaseConnector, deadline: number): Promise<void> {
  for (;;) {
    try {
      await connector.migrate();
      return;
    } catch (error) {
      const known = toStorageError(error);
      if (known.code !== 'storage-unreachable' || Date.now() >= deadline) throw known;
      await sleep(250);
    }
  }
}
