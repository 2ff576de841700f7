import type { TransactionClient } from '../drivers/database-client.js';
import type { Database } from '../database.js';
import type { Prisma } from '../generated/sqlite/client.js';
import { toPortraitRecord, WITH_PARENTS } from './portrait-row.js';
import type { FavoriteRecord } from '../records.js';
import { classifyFailure } from '../storage-failure.js';
import type { FavoriteFilter, FavoriteKey, FavoriteStore, SearchableFavorite } from '../storage.js';
import { fromBytes } from '../float-bytes.js';

const WITH_PORTRAIT = {
  portrait: { include: WITH_PARENTS },
  tags: { orderBy: { tag: 'asc' } },
} as const;

type FavoriteRow = Prisma.FavoriteGetPayload<{ include: typeof WITH_PORTRAIT }>;

type NewFavorite = Pick<FavoriteRow, 'personId' | 'portraitId' | 'keptAt' | 'byReaction'>;

/** Favourites. */
export class FavoriteTable implements FavoriteStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async keep(
    personId: number,
    portraitId: string,
    now: Date,
  ): Promise<{ isNew: boolean; favorite: FavoriteRecord } | undefined> {
    const kept = await this.#keep({ personId, portraitId, keptAt: now, byReaction: false });
    if (kept?.favorite.byReaction !== true) return kept;
    const { number } = kept.favorite;
    await this.#database.run(({ favorite }) =>
      favorite.updateMany({ where: { personId, number }, data: { byReaction: false } }),
    );
    return { ...kept, favorite: { ...kept.favorite, byReaction: false } };
  }

  keepReaction(
    personId: number,
    portraitId: string,
    now: Date,
  ): Promise<{ isNew: boolean; favorite: FavoriteRecord } | undefined> {
    return this.#keep({ personId, portraitId, keptAt: now, byReaction: true });
  }

  async #keep(
    wanted: NewFavorite,
  ): Promise<{ isNew: boolean; favorite: FavoriteRecord } | undefined> {
    const { personId, portraitId } = wanted;
    const kept = await this.find(personId, { portraitId });
    if (kept) return { isNew: false, favorite: kept };
    const isNew = await this.#database
      .transaction((tx) => insertNext(tx, wanted))
      .catch((error: unknown) => {
        const failure = classifyFailure(error);
        // Somebody else's hand, or the person's own second tap, was quicker; or the portrait is gone.
        if (failure === 'duplicate' || failure === 'reference') return false;
        throw error;
      });
    const favorite = await this.find(personId, { portraitId });
    return favorite && { isNew, favorite };
  }

  async drop(personId: number, key: FavoriteKey, now: Date): Promise<FavoriteRecord | undefined> {
    const favorite = await this.find(personId, key);
    if (!favorite) return undefined;
    return (await this.#drop(favorite, now)) ? favorite : undefined;
  }

  async dropReaction(
    personId: number,
    portraitId: string,
    now: Date,
  ): Promise<FavoriteRecord | undefined> {
    const favorite = await this.find(personId, { portraitId });
    if (!favorite) return undefined;
    const loose = { byReaction: true, name: null, tags: { none: {} } };
    return (await this.#drop(favorite, now, loose)) ? favorite : undefined;
  }

  async find(personId: number, key: FavoriteKey): Promise<FavoriteRecord | undefined> {
    const row = await this.#database.run(({ favorite }) =>
      favorite.findFirst({ where: { ...key, personId }, include: WITH_PORTRAIT }),
    );
    return row ? toFavoriteRecord(row) : undefined;
  }

  async list(
    personId: number,
    filter: FavoriteFilter,
  ): Promise<{ favorites: readonly FavoriteRecord[]; total: number }> {
    const where = {
      personId,
      ...(filter.numbers ? { number: { in: [...filter.numbers] } } : {}),
      ...(filter.tag === undefined ? {} : { tags: { some: { tag: filter.tag } } }),
    };
    return this.#database.run(async ({ favorite }) => {
      const total = await favorite.count({ where });
      const rows = await favorite.findMany({
        where,
        include: WITH_PORTRAIT,
        orderBy: ORDERS[filter.order],
        skip: filter.offset,
        take: filter.limit,
      });
      return { favorites: rows.map(toFavoriteRecord), total };
    });
  }

  async listNames(personId: number): Promise<readonly { number: number; name: string | null }[]> {
    return this.#database.run(({ favorite }) =>
      favorite.findMany({
        where: { personId },
        select: { number: true, name: true },
        orderBy: { number: 'desc' },
      }),
    );
  }

  async listSearchable(personId: number): Promise<readonly SearchableFavorite[]> {
    const rows = await this.#database.run(({ favorite }) =>
      favorite.findMany({
        where: { personId },
        select: {
          number: true,
          name: true,
          portrait: { select: { description: true, phi: true, modelId: true, modelVersion: true } },
        },
        orderBy: { number: 'desc' },
      }),
    );
    return rows.map(({ portrait, ...row }) => ({
      ...row,
      portrait: { ...portrait, phi: fromBytes(portrait.phi) },
    }));
  }

  async findNumbers(
    personId: number,
    portraitIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const where = { personId, portraitId: { in: [...portraitIds] } };
    const rows = await this.#database.run(({ favorite }) =>
      favorite.findMany({ where, select: { portraitId: true, number: true } }),
    );
    return new Map(rows.map(({ portraitId, number }) => [portraitId, number]));
  }

  async rename(
    personId: number,
    number: number,
    name: { readonly name: string; readonly nameKey: string } | null,
  ): Promise<'renamed' | 'taken' | 'missing'> {
    const data = name ?? { name: null, nameKey: null };
    try {
      const { count } = await this.#database.run(({ favorite }) =>
        favorite.updateMany({ where: { personId, number }, data }),
      );
      return count === 1 ? 'renamed' : 'missing';
    } catch (error) {
      if (classifyFailure(error) === 'duplicate') return 'taken';
      throw error;
    }
  }

  async setTags(
    personId: number,
    number: number,
    tags: readonly string[],
  ): Promise<'set' | 'missing'> {
    return this.#database.transaction(async ({ favorite, favoriteTag }) => {
      const found = await favorite.count({ where: { personId, number } });
      if (found === 0) return 'missing';
      await favoriteTag.deleteMany({ where: { personId, number } });
      await favoriteTag.createMany({ data: tags.map((tag) => ({ personId, number, tag })) });
      return 'set';
    });
  }

  async listTags(personId: number, limit: number): Promise<readonly string[]> {
    const rows = await this.#database.run(({ favoriteTag }) =>
      favoriteTag.groupBy({
        by: ['tag'],
        where: { personId },
        orderBy: [{ _count: { tag: 'desc' } }, { tag: 'asc' }],
        take: limit,
      }),
    );
    return rows.map(({ tag }) => tag);
  }

  async count(personId: number): Promise<number> {
    return this.#database.run(({ favorite }) => favorite.count({ where: { personId } }));
  }

  #drop(
    favorite: FavoriteRecord,
    droppedAt: Date,
    only: Prisma.FavoriteWhereInput = {},
  ): Promise<boolean> {
    return this.#database
      .transaction((tx) => dropRow(tx, favorite, { droppedAt, only }))
      .catch((error: unknown) => {
        // The portrait or the person went in between, and the favourite with them.
        if (classifyFailure(error) === 'reference') return false;
        throw error;
      });
  }
}

const ORDERS = {
  newest: [{ number: 'desc' }],
  oldest: [{ number: 'asc' }],
  name: [{ nameKey: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
} satisfies Record<FavoriteFilter['order'], Prisma.FavoriteOrderByWithRelationInput[]>;

/** Remembers what the favourite was called, for {@link insertAgain}. */
async function dropRow(
  tx: TransactionClient,
  { personId, number, portrait, tags }: FavoriteRecord,
  { droppedAt, only }: { droppedAt: Date; only: Prisma.FavoriteWhereInput },
): Promise<boolean> {
  const where = { ...only, personId, number };
  const row = await tx.favorite.findFirst({ where, select: { name: true, nameKey: true } });
  const { count } = await tx.favorite.deleteMany({ where });
  if (count === 0 || row === null) return false;
  const id = { personId, portraitId: portrait.id };
  await tx.droppedFavorite.deleteMany({ where: id });
  await tx.droppedFavorite.create({
    data: { ...id, ...row, number, tags: JSON.stringify(tags), droppedAt },
  });
  return true;
}

/** Under its old number, name and tags, if it was let go; a name that was given away is lost. */
async function insertAgain(tx: TransactionClient, favorite: NewFavorite): Promise<boolean> {
  const { personId, portraitId } = favorite;
  const where = { personId, portraitId };
  const dropped = await tx.droppedFavorite.findFirst({ where });
  if (dropped === null) return false;
  const { number, name, nameKey, tags } = dropped;
  await tx.droppedFavorite.deleteMany({ where });
  const namesakes =
    nameKey === null ? 0 : await tx.favorite.count({ where: { personId, nameKey } });
  const naming = namesakes === 0 ? { name, nameKey } : {};
  await tx.favorite.create({ data: { ...favorite, ...naming, number } });
  const list = JSON.parse(tags) as readonly string[];
  await tx.favoriteTag.createMany({ data: list.map((tag) => ({ personId, number, tag })) });
  return true;
}

/** Takes the person's next number; a favourite that fails gives it back with the transaction. */
async function insertNext(tx: TransactionClient, favorite: NewFavorite): Promise<boolean> {
  if (await insertAgain(tx, favorite)) return true;
  const { nextNumber } = await tx.person.update({
    where: { id: favorite.personId },
    data: { nextNumber: { increment: 1 } },
    select: { nextNumber: true },
  });
  await tx.favorite.create({ data: { ...favorite, number: nextNumber - 1 } });
  return true;
}

function toFavoriteRecord(row: FavoriteRow): FavoriteRecord {
  return {
    personId: row.personId,
    number: row.number,
    name: row.name,
    tags: row.tags.map(({ tag }) => tag),
    keptAt: row.keptAt,
    byReaction: row.byReaction,
    portrait: toPortraitRecord(row.portrait),
  };
}
