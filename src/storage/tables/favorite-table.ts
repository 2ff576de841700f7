import type { TransactionClient } from '../drivers/database-client.js';
import type { Database } from '../database.js';
import type { Prisma } from '../generated/sqlite/client.js';
import { toPortraitRecord, WITH_PARENTS } from './portrait-row.js';
import type { FavoriteRecord } from '../records.js';
import { classifyFailure } from '../storage-failure.js';
import type { FavoriteFilter, FavoriteKey, FavoriteStore } from '../storage.js';

const WITH_PORTRAIT = {
  portrait: { include: WITH_PARENTS },
  tags: { orderBy: { tag: 'asc' } },
} as const;

type FavoriteRow = Prisma.FavoriteGetPayload<{ include: typeof WITH_PORTRAIT }>;

type NewFavorite = Pick<FavoriteRow, 'personId' | 'portraitId' | 'keptAt' | 'byReaction'>;

/** What people keep. */
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

  async drop(personId: number, key: FavoriteKey): Promise<FavoriteRecord | undefined> {
    const favorite = await this.find(personId, key);
    if (!favorite) return undefined;
    const where = { personId, number: favorite.number };
    const { count } = await this.#database.run((client) => client.favorite.deleteMany({ where }));
    return count === 1 ? favorite : undefined;
  }

  async dropReaction(personId: number, portraitId: string): Promise<FavoriteRecord | undefined> {
    const favorite = await this.find(personId, { portraitId });
    if (!favorite) return undefined;
    const where = {
      personId,
      number: favorite.number,
      byReaction: true,
      name: null,
      tags: { none: {} },
    };
    const { count } = await this.#database.run((client) => client.favorite.deleteMany({ where }));
    return count === 1 ? favorite : undefined;
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
}

const ORDERS = {
  newest: [{ number: 'desc' }],
  oldest: [{ number: 'asc' }],
  name: [{ nameKey: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
} satisfies Record<FavoriteFilter['order'], Prisma.FavoriteOrderByWithRelationInput[]>;

/** Takes the person's next number; a favourite that fails gives it back with the transaction. */
async function insertNext(tx: TransactionClient, favorite: NewFavorite): Promise<boolean> {
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
