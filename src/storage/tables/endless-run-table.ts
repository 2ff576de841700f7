import type { Database } from '../database.js';
import type { EndlessRunRecord } from '../records.js';
import { classifyFailure } from '../storage-failure.js';
import type { EndlessRunChange, EndlessRunStore } from '../storage.js';

const COLUMNS = { omit: { currentFor: true } } as const;

/** Endless runs that go on, whatever process pulls them, and those cut off and not told of yet. */
export class EndlessRunTable implements EndlessRunStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async begin(run: EndlessRunRecord, now: Date): Promise<'begun' | 'held' | 'forgotten'> {
    const { personId, account, slot } = run;
    const isLoose = { OR: [{ heldUntil: { lte: now } }, { account, slot }] };
    const before = { currentFor: personId, ...isLoose };
    try {
      // Needs no transaction: whatever came of them so far, each statement leaves things in order.
      await this.#database.run(async ({ endlessRun }) => {
        // No message goes on saying that it runs, and who begins another knows that it does not.
        await endlessRun.deleteMany({ where: { ...before, messageId: null } });
        await endlessRun.updateMany({ where: before, data: { currentFor: null } });
        await endlessRun.create({ data: { ...run, currentFor: personId } });
      });
      return 'begun';
    } catch (error) {
      const failure = classifyFailure(error);
      if (failure === 'duplicate') return 'held';
      if (failure === 'reference') return 'forgotten';
      throw error;
    }
  }

  async find(
    by: { readonly id: string } | { readonly personId: number },
  ): Promise<EndlessRunRecord | undefined> {
    const where = 'id' in by ? { id: by.id } : { currentFor: by.personId };
    const row = await this.#database.run(({ endlessRun }) =>
      endlessRun.findUnique({ where, ...COLUMNS }),
    );
    return row ?? undefined;
  }

  async renew(
    { id, slot }: Pick<EndlessRunRecord, 'id' | 'slot'>,
    change: EndlessRunChange,
  ): Promise<boolean> {
    const data = { ...change };
    const { count } = await this.#database.run(({ endlessRun }) =>
      endlessRun.updateMany({ where: { id, slot, currentFor: { not: null } }, data }),
    );
    return count === 1;
  }

  async end(id: string): Promise<void> {
    await this.#database.run(({ endlessRun }) => endlessRun.deleteMany({ where: { id } }));
  }

  async listLoose(account: string, slot: string, now: Date): Promise<readonly EndlessRunRecord[]> {
    const where = { account, OR: [{ heldUntil: { lte: now } }, { slot }] };
    return this.#database.run(({ endlessRun }) => endlessRun.findMany({ where, ...COLUMNS }));
  }

  async takeOver(run: EndlessRunRecord, slot: string, heldUntil: Date): Promise<boolean> {
    const where = { id: run.id, slot: run.slot, heldUntil: run.heldUntil };
    const { count } = await this.#database.run(({ endlessRun }) =>
      endlessRun.updateMany({ where, data: { slot, heldUntil } }),
    );
    return count === 1;
  }

  async removeBefore(before: Date): Promise<number> {
    const where = { heldUntil: { lt: before } };
    const { count } = await this.#database.run(({ endlessRun }) =>
      endlessRun.deleteMany({ where }),
    );
    return count;
  }
}
