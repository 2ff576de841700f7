import { StorageError } from '../../../src/errors/app-error.js';
import type { Storage } from '../../../src/storage/storage.js';

/** The real database behind a gate, for stories about one that does not answer for a while. */
export class HeldStorage {
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;

  /** The next call of each of these methods fails, as where the database is away. */
  readonly failing = new Set<string>();

  hold(): void {
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  release(): void {
    this.#open();
  }

  behindGate(storage: Storage): Storage {
    const held = Object.entries(storage).map(([name, table]: [string, unknown]) => [
      name,
      typeof table === 'object' && table !== null ? this.#wrap(table) : table,
    ]);
    return Object.fromEntries(held) as Storage;
  }

  #wrap(table: object): object {
    const pass = async (method: string) => {
      await this.#gate;
      if (!this.failing.delete(method)) return;
      throw new StorageError('storage-unreachable', 'from a test');
    };
    return new Proxy(table, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]): Promise<unknown> => {
          await pass(String(name));
          return Reflect.apply(method, target, given);
        };
      },
    });
  }
}
