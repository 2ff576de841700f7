import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { StorageError } from '../errors/app-error.js';
import { createConnector, isPostgres } from './open-database.js';
import type { DatabaseClient, TransactionClient } from './drivers/database-client.js';
import { sqlitePath } from './drivers/sqlite-path.js';

/** Every model with its key, each after those that it refers to. */
export const COPIED_TABLES = {
  person: ['id'],
  pull: ['id'],
  portrait: ['id'],
  parentage: ['childId', 'position'],
  picture: ['portraitId', 'sizePx'],
  favorite: ['personId', 'number'],
  droppedFavorite: ['personId', 'portraitId'],
  favoriteTag: ['personId', 'number', 'tag'],
  post: ['id'],
  postPlace: ['postId', 'place'],
  serverSettings: ['platform', 'serverId'],
  conversation: ['platform', 'channelId', 'platformId'],
  handledUpdate: ['platform', 'account', 'updateId'],
  remoteFile: ['platform', 'account', 'portraitId', 'variant'],
  allowance: ['key'],
  block: ['platform', 'kind', 'platformId'],
  endlessRun: ['id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Model = keyof typeof COPIED_TABLES;
type OnCopied = (model: Model, rows: number) => void | Promise<void>;
type Row = Readonly<Record<string, unknown>>;

/** The part of Prisma's model clients that copying uses, the same for all. */
interface Rows {
  findMany(query: object): Promise<Row[]>;
  createMany(query: { readonly data: readonly Row[] }): Promise<{ readonly count: number }>;
  count(): Promise<number>;
}

/** SQLite takes at most 999 parameters per statement; no model has more than sixteen columns. */
const ROWS_AT_ONCE = 60;
/** All of it is one transaction on either side, so that nothing half-copied is ever there. */
const TRANSACTION = {
  isolationLevel: 'Serializable',
  maxWait: 10_000,
  timeout: 6 * 3_600_000,
} as const;

/**
 * Copies a whole database, as it is at one moment and also while it is in use, into an empty one of either
 * kind, and compares what arrived with what was there. Tells `onCopied` of each model as soon as its rows have
 * arrived.
 *
 * @returns rows that were copied, by model
 * @throws StorageError where the first is not there, the second is not empty, or the copy differs
 */
export async function copyDatabase(
  from: string,
  to: string,
  onCopied?: OnCopied,
): Promise<Readonly<Record<Model, number>>> {
  if (!isPostgres(from) && !existsSync(sqlitePath(from))) {
    throw new StorageError('storage-failed', `expected a database at ${sqlitePath(from)}`);
  }
  const source = await open(from);
  try {
    const target = await open(to);
    try {
      return await source.$transaction(
        (reading) =>
          target.$transaction(async (writing) => {
            const copied = await copyAll(reading, writing, onCopied);
            if (isPostgres(to)) await continueNumbers(writing);
            return copied;
          }, TRANSACTION),
        TRANSACTION,
      );
    } finally {
      await target.$disconnect();
    }
  } finally {
    await source.$disconnect();
  }
}

async function open(url: string): Promise<DatabaseClient> {
  const connector = await createConnector(url);
  await connector.migrate();
  return connector.connect();
}

async function copyAll(
  reading: TransactionClient,
  writing: TransactionClient,
  onCopied?: OnCopied,
): Promise<Readonly<Record<Model, number>>> {
  const copied: Partial<Record<Model, number>> = {};
  for (const model of Object.keys(COPIED_TABLES) as Model[]) {
    if ((await rowsOf(writing, model).count()) > 0) {
      throw new StorageError('storage-failed', 'expected an empty database to copy into');
    }
  }
  for (const model of Object.keys(COPIED_TABLES) as Model[]) {
    const rows = await copyModel(reading, writing, model);
    copied[model] = rows;
    await onCopied?.(model, rows);
  }
  return copied as Readonly<Record<Model, number>>;
}

async function copyModel(
  reading: TransactionClient,
  writing: TransactionClient,
  model: Model,
): Promise<number> {
  const before = new Digest();
  for await (const rows of pagesOf(reading, model)) {
    before.add(rows);
    await rowsOf(writing, model).createMany({ data: rows });
  }
  const after = new Digest();
  for await (const rows of pagesOf(writing, model)) after.add(rows);
  if (before.value === after.value) return before.rows;
  throw new StorageError(
    'storage-damaged',
    `expected ${before.rows} rows of ${model} to arrive as they are, got ${after.rows} that differ; nothing was copied`,
  );
}

async function* pagesOf(client: TransactionClient, model: Model): AsyncGenerator<Row[]> {
  const key: readonly string[] = COPIED_TABLES[model];
  const orderBy = key.map((field) => ({ [field]: 'asc' }));
  let after: object = {};
  for (;;) {
    const rows = await rowsOf(client, model).findMany({ orderBy, take: ROWS_AT_ONCE, ...after });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) return;
    const values = Object.fromEntries(key.map((field) => [field, last[field]]));
    after = { skip: 1, cursor: key.length === 1 ? values : { [key.join('_')]: values } };
  }
}

function rowsOf(client: TransactionClient, model: Model): Rows {
  return client[model] as unknown as Rows;
}

/** Rows with ids of their own do not move the counter that later ones take theirs from. */
async function continueNumbers(client: TransactionClient): Promise<void> {
  await client.$queryRawUnsafe(
    `SELECT setval(pg_get_serial_sequence('person', 'id'), coalesce(max(id), 0) + 1, false) FROM person`,
  );
}

/** Sum of the rows' hashes: databases sort texts differently. */
class Digest {
  rows = 0;
  #sum = 0n;

  get value(): string {
    return `${this.rows} ${this.#sum}`;
  }

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      const text = JSON.stringify(Object.entries(row).toSorted(byName).map(toPlain));
      this.#sum += BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
      this.rows += 1;
    }
  }
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function toPlain([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  if (typeof value === 'bigint') return [name, value.toString()];
  if (value instanceof Uint8Array) return [name, Buffer.from(value).toString('base64')];
  return [name, value];
}
