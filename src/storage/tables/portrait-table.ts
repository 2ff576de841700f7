import type { TransactionClient } from '../drivers/database-client.js';
import type { Database } from '../database.js';
import { toPortraitRecord, toPortraitRow, WITH_PARENTS } from './portrait-row.js';
import type { NewPortrait, PictureRecord, PortraitRecord, PullRecord } from '../records.js';
import { classifyFailure } from '../storage-failure.js';
import type { PortraitStore } from '../storage.js';

/** Portraits with their pictures, and the pulls that they were drawn for. */
export class PortraitTable implements PortraitStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(portraits: readonly NewPortrait[], pull?: PullRecord): Promise<'added' | 'forgotten'> {
    const adding = this.#database.transaction(async (tx): Promise<'added'> => {
      if (pull) await tx.pull.create({ data: pull });
      const ids = portraits.map(({ portrait }) => portrait.id);
      const stored = await tx.portrait.findMany({
        where: { id: { in: ids } },
        select: { id: true },
      });
      const known = new Set(stored.map(({ id }) => id));
      await insert(
        tx,
        portraits.filter(({ portrait }) => !known.has(portrait.id)),
      );
      return 'added';
    });
    return adding.catch((error: unknown) => {
      // Of all that these rows refer to, only the person is not stored along with them.
      if (classifyFailure(error) === 'reference') return 'forgotten';
      throw error;
    });
  }

  async find(id: string): Promise<PortraitRecord | undefined> {
    const where = { id };
    const row = await this.#database.run(({ portrait }) =>
      portrait.findUnique({ where, include: WITH_PARENTS }),
    );
    return row ? toPortraitRecord(row) : undefined;
  }

  async findMany(ids: readonly string[]): Promise<readonly PortraitRecord[]> {
    const where = { id: { in: [...ids] } };
    const rows = await this.#database.run(({ portrait }) =>
      portrait.findMany({ where, include: WITH_PARENTS }),
    );
    return rows.map(toPortraitRecord);
  }

  async listOwn(
    personId: number,
    offset: number,
    limit: number,
  ): Promise<readonly PortraitRecord[]> {
    const rows = await this.#database.run(({ portrait }) =>
      portrait.findMany({
        where: { personId },
        include: WITH_PARENTS,
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        skip: offset,
        take: limit,
      }),
    );
    return rows.map(toPortraitRecord);
  }

  async countOwn(personId: number): Promise<number> {
    return this.#database.run(({ portrait }) => portrait.count({ where: { personId } }));
  }

  async isClosed(code: string, personId: number): Promise<boolean> {
    const where = { code, personId: { not: personId }, person: { allowsBlending: false } };
    const found = await this.#database.run(({ portrait }) =>
      portrait.findFirst({ where, select: { id: true } }),
    );
    return found !== null;
  }

  async findPicture(portraitId: string, sizePx: number): Promise<PictureRecord | undefined> {
    const found = await this.findPictures([portraitId], sizePx);
    return found.get(portraitId);
  }

  async findLargestPicture(id: string): Promise<PictureRecord | undefined> {
    const found = await this.#database.run(({ picture }) =>
      picture.findFirst({ where: { portraitId: id }, orderBy: { sizePx: 'desc' } }),
    );
    if (!found) return undefined;
    const { portraitId: _, ...kept } = found;
    return kept;
  }

  async findPictures(
    portraitIds: readonly string[],
    sizePx: number,
  ): Promise<ReadonlyMap<string, PictureRecord>> {
    const where = { sizePx, portraitId: { in: [...portraitIds] } };
    const rows = await this.#database.run(({ picture }) => picture.findMany({ where }));
    return new Map(rows.map(({ portraitId, ...picture }) => [portraitId, picture]));
  }

  async savePicture(portraitId: string, { sizePx, format, bytes }: PictureRecord): Promise<void> {
    const data = { format, bytes: Uint8Array.from(bytes) };
    const save = this.#database.upsert(({ picture }) =>
      picture.upsert({
        where: { portraitId_sizePx: { portraitId, sizePx } },
        create: { portraitId, sizePx, ...data },
        update: data,
      }),
    );
    await save.catch(ignoreMissingPortrait);
  }

  async findPull(id: string): Promise<PullRecord | undefined> {
    const row = await this.#database.run(({ pull }) => pull.findUnique({ where: { id } }));
    return row ?? undefined;
  }

  async sweep(before: Date, limit: number): Promise<number> {
    const unkept = { createdAt: { lt: before }, favorites: { none: {} }, dropped: { none: {} } };
    return this.#database.transaction(async ({ portrait, droppedFavorite }) => {
      await droppedFavorite.deleteMany({ where: { droppedAt: { lt: before } } });
      const rows = await portrait.findMany({ where: unkept, select: { id: true }, take: limit });
      const ids = rows.map(({ id }) => id);
      // Asked for again with the deletion: somebody may have kept one in between.
      const deleted = await portrait.deleteMany({ where: { ...unkept, id: { in: ids } } });
      return deleted.count;
    });
  }

  async sweepPulls(before: Date): Promise<number> {
    let dropped = 0;
    for (let last = ''; ;) {
      // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
      const page = await this.#database.transaction((tx) => sweepPage(tx, before, last));
      dropped += page.dropped;
      if (page.last === undefined) return dropped;
      last = page.last;
    }
  }
}

/** Pulls that are looked at, at once: SQLite takes 999 parameters. */
const PULLS_AT_ONCE = 500;

async function sweepPage(
  { pull, post, endlessRun }: TransactionClient,
  before: Date,
  after: string,
): Promise<{ dropped: number; last: string | undefined }> {
  const rows = await pull.findMany({
    where: { createdAt: { lt: before }, id: { gt: after } },
    orderBy: { id: 'asc' },
    select: { id: true },
    take: PULLS_AT_ONCE,
  });
  const ids = rows.map(({ id }) => id);
  const used = { where: { pullId: { in: ids } }, select: { pullId: true } } as const;
  const users = [...(await post.findMany(used)), ...(await endlessRun.findMany(used))];
  const kept = new Set(users.map(({ pullId }) => pullId));
  const id = { in: ids.filter((one) => !kept.has(one)) };
  const { count: dropped } = await pull.deleteMany({ where: { id } });
  return { dropped, last: ids.length < PULLS_AT_ONCE ? undefined : ids.at(-1) };
}

async function insert(tx: TransactionClient, portraits: readonly NewPortrait[]): Promise<void> {
  await tx.portrait.createMany({ data: portraits.map(({ portrait }) => toPortraitRow(portrait)) });
  await tx.parentage.createMany({
    data: portraits.flatMap(({ portrait: { id, parentIds } }) =>
      parentIds.map((parentId, position) => ({ childId: id, position, parentId })),
    ),
  });
  await tx.picture.createMany({
    data: portraits.flatMap(({ portrait, pictures }) =>
      pictures.map(({ bytes, ...picture }) => ({
        ...picture,
        portraitId: portrait.id,
        bytes: Uint8Array.from(bytes),
      })),
    ),
  });
}

function ignoreMissingPortrait(error: unknown): void {
  if (classifyFailure(error) !== 'reference') throw error;
}
