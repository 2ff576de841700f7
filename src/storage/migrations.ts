import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { StorageError } from '../errors/app-error.js';

/** The databases that the models are written for. */
export type Provider = 'sqlite' | 'postgresql';

/** One folder of prisma/migrations/<provider>. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of migration.sql in hexadecimal, as Prisma records it. */
  readonly checksum: string;
}

/** A row of `_prisma_migrations`, as far as it decides anything. */
export interface MigrationRow {
  readonly name: string;
  readonly isFinished: boolean;
  readonly isRolledBack: boolean;
}

/** The migrations' folder, seen from src/storage and from dist/storage alike. */
const FOLDER = new URL('../../prisma/migrations/', import.meta.url);

/** The migrations that come with the program, oldest first. */
export async function loadMigrations(provider: Provider): Promise<readonly Migration[]> {
  const folder = new URL(`${provider}/`, FOLDER);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const bytes = await readFile(fileURLToPath(new URL(`${name}/migration.sql`, folder)));
      const checksum = createHash('sha256').update(bytes).digest('hex');
      return { name, sql: bytes.toString('utf8'), checksum };
    }),
  );
}

/**
 * Which are still to be applied.
 * @throws StorageError where the database is not in a state that this program can go on from.
 */
export function findPending(
  migrations: readonly Migration[],
  rows: readonly MigrationRow[],
): readonly Migration[] {
  const standing = rows.filter((row) => !row.isRolledBack);
  const failed = standing.find((row) => !row.isFinished);
  if (failed) {
    throw new StorageError(
      'storage-failed',
      `migration ${failed.name} did not finish; repair it with \`npx prisma migrate resolve\``,
    );
  }
  const known = new Set(migrations.map(({ name }) => name));
  const newer = standing.find(({ name }) => !known.has(name));
  if (newer) {
    throw new StorageError(
      'storage-failed',
      `the database has migration ${newer.name}, which this program does not know: update the program`,
    );
  }
  const applied = new Set(standing.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

/** Columns and values of the row that records an applied migration. */
export function recordOf(
  migration: Migration,
): readonly [id: string, checksum: string, name: string] {
  return [randomUUID(), migration.checksum, migration.name];
}
