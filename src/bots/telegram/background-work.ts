import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/**
 * Work that goes on after its update's handler has returned: telegraf asks for no more updates
 * before every handler has.
 */
export class BackgroundWork {
  readonly #log: Logger;
  readonly #going = new Set<Promise<void>>();
  readonly #turns = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Aborts when the bot stops and patience is over. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Starts a job. It handles its own errors; what escapes is logged as a fault. */
  start(job: () => Promise<void>): void {
    const going = job()
      .catch((error: unknown) =>
        this.#log.error({ err: error }, 'telegram: background work failed'),
      )
      .finally(() => this.#going.delete(going));
    this.#going.add(going);
  }

  /** Starts a job after all earlier ones under the same key: one person's events stay in order. */
  startInTurn(key: string, job: () => Promise<void>): void {
    const before = this.#turns.get(key) ?? Promise.resolve();
    this.start(async () => {
      const turn = before.then(job);
      const settled = turn.catch(() => undefined);
      this.#turns.set(key, settled);
      try {
        await turn;
      } finally {
        if (this.#turns.get(key) === settled) this.#turns.delete(key);
      }
    });
  }

  /** Lets everything finish, at most so long, then tells the rest to give up. */
  async finish(patienceMs: number): Promise<void> {
    const idle = async (): Promise<void> => {
      while (this.#going.size > 0) await Promise.allSettled(this.#going);
    };
    const settled = idle();
    await Promise.race([settled, sleep(patienceMs, undefined, { ref: false })]);
    this.#stopping.abort();
    await Promise.race([settled, sleep(1000, undefined, { ref: false })]);
  }
}
