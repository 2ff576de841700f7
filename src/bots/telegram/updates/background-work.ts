import { setMaxListeners } from 'node:events';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Everything that one update sets off. */
interface Job {
  /** Jobs under one key begin one after another; without a key, at once. */
  readonly turn?: string | undefined;
  readonly job: () => Promise<void>;
  /** Called once, when the job and all that it started are over; false where it was cut short. */
  readonly onOver: (isDone: boolean) => Promise<void>;
}

interface Progress {
  going: number;
  isCutShort: boolean;
  isOver: boolean;
  readonly onOver: Job['onOver'];
}

/** The part of a stop's patience that is left to work which was told to give up. */
const GIVING_UP_MS = 1000;

/**
 * Work that goes on after its update's handler has returned: telegraf asks for no more updates
 * before every handler has. What is started while a job runs belongs to that job.
 */
export class BackgroundWork {
  readonly #log: Logger;
  readonly #going = new Set<Promise<void>>();
  readonly #turns = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();
  readonly #stopping = new AbortController();
  readonly #jobs = new AsyncLocalStorage<Progress>();

  constructor(log: Logger) {
    this.#log = log;
    setMaxListeners(0, this.#closing.signal); // one listener per endless run
  }

  /** Aborts as soon as the bot stops, for what would go on by itself. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Aborts when the bot stops and patience is over. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Starts a job. It handles its own errors; what escapes is logged as a fault. */
  start(job: () => Promise<void>): void {
    const progress = this.#jobs.getStore();
    if (progress !== undefined) progress.going += 1;
    const going = job()
      .catch((error: unknown) => {
        this.cutShort();
        this.#log.error({ err: error }, 'telegram: background work failed');
      })
      .finally(() => {
        this.#going.delete(going);
        if (progress === undefined) return;
        progress.going -= 1;
        if (progress.going === 0) this.#end(progress);
      });
    this.#going.add(going);
  }

  /** Starts a job that belongs to no other: what set it off is over without it. */
  startApart(job: () => Promise<void>): void {
    this.#jobs.exit(() => this.start(job));
  }

  /** Starts a job, after all earlier ones of its turn: one person's events stay in order. */
  run({ turn, job, onOver }: Job): void {
    const progress: Progress = { going: 0, isCutShort: false, isOver: false, onOver };
    this.#jobs.run(progress, () => this.start(turn === undefined ? job : this.#inTurn(turn, job)));
  }

  /** The job that is running did not get done, and is to be run again some time. */
  cutShort(): void {
    const progress = this.#jobs.getStore();
    if (progress !== undefined) progress.isCutShort = true;
  }

  /** Marks the rest of the running job as not to be repeated, whatever its outcome. */
  settle(): void {
    const progress = this.#jobs.getStore();
    if (progress !== undefined) this.#end(progress);
  }

  /** Lets everything finish, then tells the rest to give up; takes at most `patienceMs` in all. */
  async finish(patienceMs: number): Promise<void> {
    const givingUpMs = Math.min(GIVING_UP_MS, patienceMs / 2);
    this.#closing.abort();
    const idle = async (): Promise<void> => {
      while (this.#going.size > 0) await Promise.allSettled(this.#going);
    };
    const settled = idle();
    await Promise.race([settled, sleep(patienceMs - givingUpMs, undefined, { ref: false })]);
    this.#stopping.abort();
    await Promise.race([settled, sleep(givingUpMs, undefined, { ref: false })]);
  }

  #end(progress: Progress): void {
    if (progress.isOver) return;
    progress.isOver = true;
    this.#jobs.exit(() => this.start(() => progress.onOver(!progress.isCutShort)));
  }

  #inTurn(key: string, job: () => Promise<void>): () => Promise<void> {
    const before = this.#turns.get(key) ?? Promise.resolve();
    return async () => {
      const turn = before.then(job);
      const settled = turn.catch(() => undefined);
      this.#turns.set(key, settled);
      try {
        await turn;
      } finally {
        if (this.#turns.get(key) === settled) this.#turns.delete(key);
      }
    };
  }
}
