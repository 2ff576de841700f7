import { InferenceError, InferenceTimeoutError } from '../../errors/app-error.js';
import type { InferenceLog } from '../inference-log.js';
import type { ReadyMessage, TaskOutcome, WorkerTask } from './worker-messages.js';
import type { Worker } from './worker-process.js';

const FIRST_RESTART_DELAY_MS = 200;
const LONGEST_RESTART_DELAY_MS = 30_000;

/** Dependencies of one slot of the pool; it reports by `onIdle` and `onStartFailed`. */
export interface WorkerSlotOptions {
  /** Called at once and for each replacement; gives a worker that may not be ready yet. */
  readonly startWorker: () => Worker;
  readonly taskTimeoutMs: number;
  readonly log: InferenceLog;
  /** The slot can take work (again). */
  readonly onIdle: () => void;
  /** A worker could not be started, be it the first or a replacement; the next try comes by itself. */
  readonly onStartFailed: (error: unknown) => void;
  /** Somebody waits for the first start, and hears of its failure: it is not logged as well. */
  readonly isAwaited: boolean;
}

/**
 * A place in the pool in which there is a worker, or soon will be again: one that ends unasked is
 * replaced, later each time that its replacement does not even start.
 */
export class WorkerSlot {
  readonly #options: WorkerSlotOptions;
  #worker: Worker;
  #readyMessage: ReadyMessage | undefined;
  #isBusy = false;
  #isClosing = false;
  #failedStarts = 0;
  #restartTimer: NodeJS.Timeout | undefined;

  constructor(options: WorkerSlotOptions) {
    this.#options = options;
    this.#worker = this.#start();
  }

  /** Resolves when the first worker is ready, rejects when it cannot start. */
  get ready(): Promise<ReadyMessage> {
    return this.#worker.ready;
  }

  get isIdle(): boolean {
    return this.#readyMessage !== undefined && !this.#isBusy && !this.#isClosing;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  get isGpu(): boolean {
    return this.#readyMessage?.isGpu ?? false;
  }

  get pid(): number | undefined {
    return this.#worker.pid;
  }

  /**
   * Runs one batch.
   * @throws InferenceTimeoutError after the limit; InferenceError `worker-died` when it died over it.
   */
  async run(tasks: readonly WorkerTask[]): Promise<TaskOutcome> {
    const worker = this.#worker;
    const { taskTimeoutMs } = this.#options;
    let isTooLate = false;
    const timer = setTimeout(() => {
      isTooLate = true;
      worker.kill();
    }, taskTimeoutMs);
    this.#isBusy = true;
    try {
      return await worker.run(tasks);
    } catch (error) {
      const isDead = error instanceof InferenceError && error.code === 'worker-died';
      // At once, and not when #follow hears of it: it must get no more work meanwhile.
      if (isDead) this.#readyMessage = undefined;
      if (!isTooLate) throw error;
      throw new InferenceTimeoutError(
        'inference-timeout',
        `expected ${tasks.length} picture(s) within ${taskTimeoutMs} ms, ended the worker; ask for fewer, or raise the limit`,
        { context: { seconds: Math.round(taskTimeoutMs / 1000) }, cause: error },
      );
    } finally {
      clearTimeout(timer);
      this.#isBusy = false;
    }
  }

  /** Ends the worker for good, by force after `graceMs`; resolves when its process is gone. */
  async close(graceMs: number): Promise<void> {
    this.#isClosing = true;
    clearTimeout(this.#restartTimer);
    await this.#worker.stop(graceMs);
  }

  #start(): Worker {
    const worker = this.#options.startWorker();
    void this.#follow(worker);
    return worker;
  }

  /** Runs the worker from start to exit. */
  async #follow(worker: Worker): Promise<void> {
    try {
      this.#readyMessage = await worker.ready;
    } catch (error) {
      this.#handleFailedStart(worker, error);
      return;
    }
    this.#failedStarts = 0;
    this.#options.onIdle();
    await worker.ended;
    this.#readyMessage = undefined;
    if (this.#isClosing) return;
    this.#options.log.warn({ pid: worker.pid }, 'a drawing worker ended unasked; replacing it');
    this.#worker = this.#start();
  }

  #handleFailedStart(worker: Worker, error: unknown): void {
    worker.kill();
    if (this.#isClosing) return;
    this.#failedStarts += 1;
    const delayMs = Math.min(
      FIRST_RESTART_DELAY_MS * 2 ** (this.#failedStarts - 1),
      LONGEST_RESTART_DELAY_MS,
    );
    if (!this.#options.isAwaited || this.#failedStarts > 1) {
      this.#options.log.error({ err: error, delayMs }, 'a drawing worker did not start');
    }
    this.#restartTimer = setTimeout(() => {
      this.#worker = this.#start();
    }, delayMs);
    this.#options.onStartFailed(
      new InferenceError(
        'worker-not-started',
        'expected a worker to draw with, none could be started; see the cause and the log',
        { cause: error },
      ),
    );
  }
}
