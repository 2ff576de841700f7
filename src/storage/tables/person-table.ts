import type { TransactionClient } from '../drivers/database-client.js';
import type { Database } from '../database.js';
import type { PersonRecord } from '../records.js';
import type { ErasureOutcome, PersonStore } from '../storage.js';

const COLUMNS = {
  id: true,
  platform: true,
  platformId: true,
  language: true,
  allowsBlending: true,
} as const;

/**
 * A person of whom nothing is known but that they came. The column's own default closes their faces: it is
 * for rows from before they were open.
 */
const AS_NEW = {
  language: null,
  allowsBlending: true,
  erasureToken: null,
  // Numbers of favourites are never given out twice, so whoever had one is remembered.
  nextNumber: 1,
} as const;

/** People, and everything that goes with them. */
export class PersonTable implements PersonStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async findOrCreate(platform: string, platformId: string, now: Date): Promise<PersonRecord> {
    const where = { platform_platformId: { platform, platformId } };
    const create = { ...AS_NEW, platform, platformId, createdAt: now };
    return this.#database.upsert(async ({ person }) => {
      const found = await person.findUnique({ where, select: COLUMNS });
      return found ?? person.create({ data: create, select: COLUMNS });
    });
  }

  async find(id: number): Promise<PersonRecord | undefined> {
    const where = { id };
    const row = await this.#database.run(({ person }) =>
      person.findUnique({ where, select: COLUMNS }),
    );
    return row ?? undefined;
  }

  async findOn(platform: string, platformId: string): Promise<PersonRecord | undefined> {
    const where = { platform_platformId: { platform, platformId } };
    const row = await this.#database.run(({ person }) =>
      person.findUnique({ where, select: COLUMNS }),
    );
    return row ?? undefined;
  }

  async update(
    id: number,
    change: { readonly language?: string | null; readonly allowsBlending?: boolean },
  ): Promise<PersonRecord | undefined> {
    await this.#database.run(({ person }) => person.updateMany({ where: { id }, data: change }));
    return this.find(id);
  }

  async countBelongings(
    id: number,
  ): Promise<{ favorites: number; portraits: number; posts: number }> {
    return this.#database.run(async ({ favorite, portrait, post }) => ({
      favorites: await favorite.count({ where: { personId: id } }),
      portraits: await portrait.count({ where: { personId: id } }),
      posts: await post.count({ where: { askerId: id } }),
    }));
  }

  async requestErasure(id: number, token: string, expiresAt: Date): Promise<void> {
    const data = { erasureToken: token, erasureExpiresAt: expiresAt };
    await this.#database.run(({ person }) => person.updateMany({ where: { id }, data }));
  }

  async erase(id: number, token: string, now: Date): Promise<ErasureOutcome> {
    return this.#database.transaction(async (tx) => {
      const confirmed = { id, erasureToken: token, erasureExpiresAt: { gt: now } };
      const person = await tx.person.findFirst({ where: confirmed, select: COLUMNS });
      if (!person) return 'not-confirmed';
      await eraseBelongings(tx, person);
      return 'erased';
    });
  }

  async sweep(before: Date, limit: number): Promise<number> {
    const none = { none: {} };
    const bare = {
      ...AS_NEW,
      createdAt: { lt: before },
      pulls: none,
      portraits: none,
      favorites: none,
      posts: none,
      endless: none,
    };
    return this.#database.transaction(async ({ person }) => {
      const rows = await person.findMany({ where: bare, select: { id: true }, take: limit });
      const id = { in: rows.map((row) => row.id) };
      // Asked for again with the deletion: somebody may have come back in between.
      const { count } = await person.deleteMany({ where: { ...bare, id } });
      return count;
    });
  }
}

async function eraseBelongings(tx: TransactionClient, person: PersonRecord): Promise<void> {
  const { id, platform, platformId } = person;
  await tx.favorite.deleteMany({ where: { personId: id } });
  await tx.portrait.deleteMany({ where: { personId: id, favorites: { none: {} } } });
  // What others keep goes on without the person. The files carry the words in their metadata: they
  // are drawn again without them when next shown.
  await tx.picture.deleteMany({ where: { portrait: { personId: id } } });
  await tx.remoteFile.deleteMany({ where: { portrait: { personId: id } } });
  await tx.portrait.updateMany({
    where: { personId: id },
    data: { personId: null, description: '' },
  });
  await tx.conversation.deleteMany({ where: { platform, platformId } });
  await tx.allowance.deleteMany({ where: { key: `person:${id}` } });
  // Pulls and posts go with the person.
  await tx.person.delete({ where: { id } });
}
