import type { Database } from '../database.js';
import { classifyFailure } from '../storage-failure.js';
import type { AllowanceStore } from '../storage.js';

/** Rate limits that every process on the database shares. */
export class AllowanceTable implements AllowanceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(key: string): Promise<number | undefined> {
    const row = await this.#database.run(({ allowance }) =>
      allowance.findUnique({ where: { key } }),
    );
    return row ? Number(row.replenishedAt) : undefined;
  }

  async replace(key: string, expected: number | undefined, next: number): Promise<boolean> {
    const replenishedAt = BigInt(next);
    if (expected !== undefined) {
      const where = { key, replenishedAt: BigInt(expected) };
      const { count } = await this.#database.run(({ allowance }) =>
        allowance.updateMany({ where, data: { replenishedAt } }),
      );
      return count === 1;
    }
    try {
      await this.#database.run(({ allowance }) =>
        allowance.create({ data: { key, replenishedAt } }),
      );
      return true;
    } catch (error) {
      if (classifyFailure(error) === 'duplicate') return false;
      throw error;
    }
  }

  async removeBefore(time: number): Promise<number> {
    const where = { replenishedAt: { lt: BigInt(time) } };
    const { count } = await this.#database.run(({ allowance }) => allowance.deleteMany({ where }));
    return count;
  }
}
