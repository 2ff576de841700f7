import type { Database } from './database.js';
import type { EndlessRunRecord } from './records.js';
import { classifyFailure } from './storage-failure.js';
import type { EndlessRunChange, EndlessRunStore } from './storage.js';

/** Endless runs that go on, whatever process pulls them. */
export class EndlessRunTable implements EndlessRunStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async begin(run: EndlessRunRecord, now: Date): Promise<boolean> {
    const { personId, account, slot } = run;
    const isLoose = { OR: [{ heldUntil: { lte: now } }, { account, slot }] };
    try {
      return await this.#database.run(async ({ endlessRun }) => {
        const where = { personId, ...isLoose };
        const { count } = await endlessRun.updateMany({ where, data: { ...run } });
        if (count === 0) await endlessRun.create({ data: { ...run } });
        return true;
      });
    } catch (error) {
      if (classifyFailure(error) === 'duplicate') return false;
      throw error;
    }
  }

  async find(
    by: { readonly id: string } | { readonly personId: number },
  ): Promise<EndlessRunRecord | undefined> {
    const where = { ...by };
    const row = await this.#database.run(({ endlessRun }) => endlessRun.findFirst({ where }));
    return row ?? undefined;
  }

  async renew(
    { id, slot }: Pick<EndlessRunRecord, 'id' | 'slot'>,
    change: EndlessRunChange,
  ): Promise<boolean> {
    const data = { ...change };
    const { count } = await this.#database.run(({ endlessRun }) =>
      endlessRun.updateMany({ where: { id, slot }, data }),
    );
    return count === 1;
  }

  async end(id: string): Promise<void> {
    await this.#database.run(({ endlessRun }) => endlessRun.deleteMany({ where: { id } }));
  }

  async listLoose(account: string, slot: string, now: Date): Promise<readonly EndlessRunRecord[]> {
    const where = { account, OR: [{ heldUntil: { lte: now } }, { slot }] };
    return this.#database.run(({ endlessRun }) => endlessRun.findMany({ where }));
  }

  async takeOver(run: EndlessRunRecord, slot: string, heldUntil: Date): Promise<boolean> {
    const where = { id: run.id, slot: run.slot, heldUntil: run.heldUntil };
    const { count } = await this.#database.run(({ endlessRun }) =>
      endlessRun.updateMany({ where, data: { slot, heldUntil } }),
    );
    return count === 1;
  }
}
