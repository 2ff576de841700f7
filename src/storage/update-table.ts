import type { Database } from './database.js';
import { classifyFailure } from './storage-failure.js';
import type { UpdateAddress, UpdateStore } from './storage.js';

/** Updates that were handled. */
export class UpdateTable implements UpdateStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async claim(update: UpdateAddress, now: Date): Promise<boolean> {
    try {
      await this.#database.run(({ handledUpdate }) =>
        handledUpdate.create({ data: { ...update, handledAt: now } }),
      );
      return true;
    } catch (error) {
      if (classifyFailure(error) === 'duplicate') return false;
      throw error;
    }
  }

  async removeBefore(before: Date): Promise<number> {
    const where = { handledAt: { lt: before } };
    const { count } = await this.#database.run(({ handledUpdate }) =>
      handledUpdate.deleteMany({ where }),
    );
    return count;
  }
}
