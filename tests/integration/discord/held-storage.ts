import { StorageError } from '../../../src/errors/app-error.js';
import type { Storage } from '../../../src/storage/storage.js';

/** The real database behind a gate, for stories about one that does not answer for a while. */
export class HeldStorage {
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;

  /** The next call of each of these methods fails, as where the database is away. */
  readonly failing = new Set<string>();
  /** Every call of each of these methods fails. */
  readonly broken = new Set<string>();
  /** How often each method was called, as `posts.find`. */
  readonly calls = new Map<string, number>();

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
      typeof table === 'object' && table !== null ? this.#wrap(table, name) : table,
    ]);
    return Object.fromEntries(held) as Storage;
  }

  #wrap(table: object, tableName: string): object {
    const pass = async (method: string) => {
      await this.#gate;
      if (!this.failing.delete(method) && !this.broken.has(method)) return;
      throw new StorageError('storage-unreachable', 'from a test');
    };
    return new Proxy(table, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]): Promise<unknown> => {
          const key = `${tableName}.${String(name)}`;
          this.calls.set(key, (this.calls.get(key) ?? 0) + 1);
          await pass(String(name));
          return Reflect.apply(method, target, given);
        };
      },
    });
  }
}
