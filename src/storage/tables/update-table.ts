import type { Database } from '../database.js';
import { classifyFailure } from '../storage-failure.js';
import type { HeldUpdate, UpdateAddress, UpdateHold, UpdateStore } from '../storage.js';

/** Updates that are taken over at once; the rest is for the next time, or for another process. */
const MOST_TAKEN = 100;
/** Updates per statement, each of three parameters: SQLite takes 999. */
const MOST_AT_ONCE = 250;

/** Updates that were handled, and those that still are. */
export class UpdateTable implements UpdateStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async claim(update: UpdateAddress, now: Date, hold?: UpdateHold): Promise<boolean> {
    const held = hold === undefined ? {} : { content: hold.content, heldUntil: hold.until };
    try {
      await this.#database.run(({ handledUpdate }) =>
        handledUpdate.create({ data: { ...update, handledAt: now, tries: 0, ...held } }),
      );
      return true;
    } catch (error) {
      if (classifyFailure(error) === 'duplicate') return false;
      throw error;
    }
  }

  async begin(update: UpdateAddress): Promise<void> {
    const where = { ...update, heldUntil: { not: null } };
    await this.#database.run(({ handledUpdate }) =>
      handledUpdate.updateMany({ where, data: { tries: { increment: 1 } } }),
    );
  }

  async hold(updates: readonly UpdateAddress[], until: Date): Promise<void> {
    await this.#change(updates, { heldUntil: until });
  }

  async putBack(updates: readonly UpdateAddress[], until: Date): Promise<void> {
    await this.#change(updates, { heldUntil: until, tries: { decrement: 1 } });
  }

  async finish(update: UpdateAddress): Promise<void> {
    const data = { content: null, heldUntil: null };
    await this.#database.run(({ handledUpdate }) =>
      handledUpdate.updateMany({ where: { ...update }, data }),
    );
  }

  async takeOver(
    bot: Omit<UpdateAddress, 'updateId'>,
    now: Date,
    until: Date,
  ): Promise<readonly HeldUpdate[]> {
    const left = await this.#database.run(({ handledUpdate }) =>
      handledUpdate.findMany({
        where: { ...bot, heldUntil: { lte: now } },
        orderBy: { handledAt: 'asc' },
        take: MOST_TAKEN,
      }),
    );
    const taken: HeldUpdate[] = [];
    for (const { updateId, content, heldUntil, tries } of left) {
      // Whoever changes the row first has it: for everybody else it no longer looks as it was read.
      const where = { ...bot, updateId, heldUntil };
      const data = { heldUntil: until };
      const { count } = await this.#database.run(({ handledUpdate }) =>
        handledUpdate.updateMany({ where, data }),
      );
      if (count === 1 && content !== null) taken.push({ updateId, content, tries });
    }
    return taken;
  }

  async removeBefore(before: Date): Promise<number> {
    const where = { handledAt: { lt: before } };
    const { count } = await this.#database.run(({ handledUpdate }) =>
      handledUpdate.deleteMany({ where }),
    );
    return count;
  }

  /** The updates that are not finished. */
  async #change(
    updates: readonly UpdateAddress[],
    data: { readonly heldUntil: Date; readonly tries?: { readonly decrement: number } },
  ): Promise<void> {
    for (let at = 0; at < updates.length; at += MOST_AT_ONCE) {
      const some = updates.slice(at, at + MOST_AT_ONCE).map((update) => ({ ...update }));
      const where = { OR: some, heldUntil: { not: null } };
      await this.#database.run(({ handledUpdate }) => handledUpdate.updateMany({ where, data }));
    }
  }
}
