import type { Database } from '../database.js';
import type { ConversationAddress, ConversationStore } from '../storage.js';

/** States of guided conversations. */
export class ConversationTable implements ConversationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(address: ConversationAddress, now: Date): Promise<string | undefined> {
    const row = await this.#database.run(({ conversation }) =>
      conversation.findFirst({ where: { ...address, expiresAt: { gt: now } } }),
    );
    return row?.state;
  }

  async save(address: ConversationAddress, state: string, expiresAt: Date): Promise<void> {
    await this.#database.upsert(({ conversation }) =>
      conversation.upsert({
        where: { platform_channelId_platformId: { ...address } },
        create: { ...address, state, expiresAt },
        update: { state, expiresAt },
      }),
    );
  }

  async remove(address: ConversationAddress): Promise<void> {
    await this.#database.run(({ conversation }) =>
      conversation.deleteMany({ where: { ...address } }),
    );
  }

  async removeExpired(now: Date): Promise<number> {
    const where = { expiresAt: { lte: now } };
    const { count } = await this.#database.run(({ conversation }) =>
      conversation.deleteMany({ where }),
    );
    return count;
  }
}
