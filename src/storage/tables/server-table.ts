import type { Database } from '../database.js';
import type { ServerSettingsRecord } from '../records.js';
import type { ServerStore } from '../storage.js';

function blockOf(platform: string, serverIds: readonly string[]) {
  return { platform, kind: 'server', platformId: { in: [...serverIds] } };
}

/** Settings of servers. */
export class ServerTable implements ServerStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(platform: string, serverId: string): Promise<ServerSettingsRecord | undefined> {
    const where = { platform_serverId: { platform, serverId } };
    const row = await this.#database.run(({ serverSettings }) =>
      serverSettings.findUnique({ where, omit: { platform: true, serverId: true } }),
    );
    if (!row) return undefined;
    return {
      ...row,
      allowedChannels: JSON.parse(row.allowedChannels) as string[],
      forbiddenChannels: JSON.parse(row.forbiddenChannels) as string[],
      forbiddenWords: JSON.parse(row.forbiddenWords) as string[],
    };
  }

  async save(platform: string, serverId: string, settings: ServerSettingsRecord): Promise<void> {
    const data = {
      ...settings,
      allowedChannels: JSON.stringify(settings.allowedChannels),
      forbiddenChannels: JSON.stringify(settings.forbiddenChannels),
      forbiddenWords: JSON.stringify(settings.forbiddenWords),
    };
    await this.#database.upsert(({ serverSettings }) =>
      serverSettings.upsert({
        where: { platform_serverId: { platform, serverId } },
        create: { platform, serverId, ...data },
        update: data,
      }),
    );
  }

  async move(platform: string, fromId: string, toId: string): Promise<void> {
    if (fromId === toId) return;
    const to = { platform, serverId: toId };
    await this.#database.transaction(async ({ serverSettings, post, block }) => {
      const from = { platform, serverId: fromId };
      const blocked = await block.findMany({ where: blockOf(platform, [fromId, toId]) });
      await block.deleteMany({ where: blockOf(platform, [fromId, toId]) });
      await block.createMany({
        data: blocked.slice(0, 1).map((row) => ({ ...row, platformId: toId })),
      });
      const hasNew = (await serverSettings.count({ where: to })) > 0;
      await (hasNew
        ? serverSettings.deleteMany({ where: from })
        : serverSettings.updateMany({ where: from, data: { serverId: toId } }));
      // Not their channel: in a Telegram supergroup the message with the same number is another.
      await post.updateMany({ where: from, data: { serverId: toId } });
    });
  }

  async remove(platform: string, serverId: string): Promise<void> {
    const where = { platform, serverId };
    await this.#database.transaction(async ({ serverSettings, post }) => {
      await serverSettings.deleteMany({ where });
      await post.deleteMany({ where });
    });
  }
}
