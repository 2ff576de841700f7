import type { Storage } from '../../../src/storage/storage.js';

/** The real database behind a gate, for stories about one that does not answer for a while. */
export class HeldStorage {
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;

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
    const pass = () => this.#gate;
    return new Proxy(table, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]): Promise<unknown> => {
          await pass();
          return Reflect.apply(method, target, given);
        };
      },
    });
  }
}
