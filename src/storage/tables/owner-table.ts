import type { Database } from '../database.js';
import type { OwnerStore } from '../storage.js';

const DAY_MS = 86_400_000;

/** Blocks, counts and channels for the owner of the installation alone. */
export class OwnerTable implements OwnerStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async block(block: Parameters<OwnerStore['block']>[0], now: Date): Promise<void> {
    const where = { platform_kind_platformId: block };
    const create = { ...block, createdAt: now };
    await this.#database.upsert((client) =>
      client.block.upsert({ where, create, update: {}, select: { kind: true } }),
    );
  }

  async unblock(where: Parameters<OwnerStore['unblock']>[0]): Promise<boolean> {
    const { count } = await this.#database.run((client) => client.block.deleteMany({ where }));
    return count > 0;
  }

  async findBlock(
    platform: string,
    ids: { readonly person: string; readonly server?: string | undefined },
  ): Promise<'person' | 'server' | undefined> {
    const { person, server } = ids;
    const either = [
      { kind: 'person', platformId: person },
      ...(server === undefined ? [] : [{ kind: 'server', platformId: server }]),
    ];
    const row = await this.#database.run((client) =>
      client.block.findFirst({ where: { platform, OR: either }, select: { kind: true } }),
    );
    return row === null ? undefined : (row.kind as 'person' | 'server');
  }

  async statistics(now: Date): ReturnType<OwnerStore['statistics']> {
    const createdAt = { gte: new Date(now.getTime() - DAY_MS) };
    return this.#database.run(async (client) => ({
      people: await client.person.count(),
      favorites: await client.favorite.count(),
      pullsOfDay: await client.pull.count({ where: { createdAt } }),
      blocks: await client.block.count(),
      servers: (await client.post.groupBy({ by: ['platform', 'serverId'], where: IN_SERVER }))
        .length,
    }));
  }

  async latestChannels(
    platform: string,
    since: Date,
  ): Promise<readonly { readonly serverId: string; readonly channelId: string }[]> {
    const rows = await this.#database.run((client) =>
      client.post.findMany({
        where: { platform, ...IN_SERVER, channelId: { not: null }, createdAt: { gte: since } },
        orderBy: { createdAt: 'desc' },
        distinct: ['serverId'],
        select: { serverId: true, channelId: true },
      }),
    );
    return rows.flatMap(({ serverId, channelId }) =>
      serverId === null || channelId === null ? [] : [{ serverId, channelId }],
    );
  }
}

const IN_SERVER = { serverId: { not: null } };
