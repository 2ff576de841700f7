import type { AllowanceStore } from '../../storage/storage.js';

/** Whose limit it is, and how much of it is asked for. */
export interface Charge {
  /** For instance `person:12`. */
  readonly key: string;
  readonly amount: number;
  readonly perMinute: number;
}

const MINUTE_MS = 60_000;
const MAX_ATTEMPTS = 20;

/**
 * A minute's worth may be used at once and comes back evenly (the generic cell rate algorithm: what is
 * stored is the time at which the allowance is whole again). Shared through the database by all
 * processes, and it survives restarts.
 */
export class RateLimiter {
  readonly #allowances: AllowanceStore;
  readonly #clock: () => Date;
  /** The last charge of each key that this process is at: it competes with other processes only. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(allowances: AllowanceStore, clock: () => Date) {
    this.#allowances = allowances;
    this.#clock = clock;
  }

  /** Takes the amount and gives 0, or takes nothing and says in how many milliseconds it would do. */
  async take(charge: Charge): Promise<number> {
    const { key } = charge;
    const turn = (this.#turns.get(key) ?? Promise.resolve()).then(() => this.#take(charge));
    const settled = turn.catch(() => undefined);
    this.#turns.set(key, settled);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(key) === settled) this.#turns.delete(key);
    }
  }

  /** Gives back what a failed command had taken. */
  async refund({ key, amount, perMinute }: Charge): Promise<void> {
    const cost = (amount * MINUTE_MS) / perMinute;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const stored = await this.#allowances.find(key);
      if (stored === undefined) return;
      if (await this.#allowances.replace(key, stored, Math.floor(stored - cost))) return;
    }
  }

  async #take({ key, amount, perMinute }: Charge): Promise<number> {
    const cost = (amount * MINUTE_MS) / perMinute;
    // What exceeds a minute's worth in one go must wait until the allowance is whole.
    const burst = Math.max(MINUTE_MS, cost);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const now = this.#clock().getTime();
      const stored = await this.#allowances.find(key);
      const next = Math.ceil(Math.max(stored ?? now, now) + cost);
      const early = next - now - Math.ceil(burst);
      if (early > 0) return early;
      if (await this.#allowances.replace(key, stored, next)) return 0;
    }
    // So many at once that none gets its turn is too many, too.
    return 1000;
  }
}
