import { InferenceError, QueueFullError } from '../../errors/app-error.js';
import type { InferenceLog } from '../inference-log.js';
import { FairQueue } from './fair-queue.js';
import { PoolTask, canShareBatch, type TaskRequest, type TaskResult } from './pool-task.js';
import type { ReadyMessage } from './worker-messages.js';
import type { Worker } from './worker-process.js';
import { WorkerSlot } from './worker-slot.js';

/** Bounds of the pool; a task is one picture. */
export interface PoolSettings {
  /** Tasks that may wait, in all and of one person. */
  readonly maxWaiting: number;
  readonly maxWaitingOfPerson: number;
  /** On a GPU: how many pictures at most are drawn together, and how long one waits for company. */
  readonly batchSize: number;
  readonly batchWaitMs: number;
  /** After this long over one batch a worker is taken for hung and replaced. */
  readonly taskTimeoutMs: number;
  /** How long closing lets waiting work finish. */
  readonly drainMs: number;
}

/** One batch that was drawn, for measuring; composing is a batch of one. All times in milliseconds. */
export interface DrawnBatch {
  readonly kind: 'draw' | 'compose' | 'read';
  readonly size: number;
  /** Of each task, in the queue. */
  readonly waitMs: readonly number[];
  readonly runtimeMs: number;
  /** With encoding. */
  readonly totalMs: number;
}

/** Dependencies of a pool, which owns the workers that it starts and ends them on closing. */
export interface WorkerPoolOptions {
  readonly settings: PoolSettings;
  readonly log: InferenceLog;
  /**
   * Starts a worker without waiting for it, for each place (`index` counts from 0) and again for one that
   * ended. `first` is what the first worker found, undefined for that one itself.
   */
  readonly startWorker: (index: number, first?: ReadyMessage) => Worker;
  /** Told of each batch that succeeded; must not throw. */
  readonly onBatch?: ((batch: DrawnBatch) => void) | undefined;
  /** How many workers suit the device that the first one found. */
  readonly countWorkers: (first: ReadyMessage) => number;
}

const STOP_GRACE_MS = 2_000;

/**
 * Worker processes behind one fair queue, shared by everything that draws in this process.
 *
 * Invariants: a task is waiting, or in exactly one batch, or settled; a worker runs one batch at a
 * time; whatever changes either calls `#dispatch`.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #queue = new FairQueue<PoolTask>();
  readonly #slots: WorkerSlot[] = [];
  #isClosing = false;
  /** Workers are being ended: what one of them dies over is not tried again. */
  #isEnding = false;
  #isWaitingForCompany = false;
  #closed: Promise<void> | undefined;
  #onDrained: (() => void) | undefined;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /**
   * Starts the first worker, and when it has told its device, the others. Tasks may be given before.
   * @returns when the first one can draw
   * @throws ModelLoadError when it cannot start
   */
  async start(): Promise<ReadyMessage> {
    const first = this.#addSlot(0);
    const message = await first.ready.catch(async (error: unknown) => {
      await this.close();
      throw error;
    });
    const count = this.#options.countWorkers(message);
    for (let index = 1; index < count && !this.#isClosing; index += 1)
      this.#addSlot(index, message);
    return message;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** Pictures that are drawn at once when there are enough, by all workers together. */
  get capacity(): number {
    const isGpu = this.#slots[0]?.isGpu ?? false;
    return this.#slots.length * (isGpu ? this.#options.settings.batchSize : 1);
  }

  /** Workers that can draw or do. */
  get readyWorkers(): number {
    return this.#slots.filter((slot) => slot.isIdle || slot.isBusy).length;
  }

  /** Process ids of the workers, for measuring. */
  get pids(): readonly number[] {
    return this.#slots.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  /**
   * Runs a task when its turn comes.
   * @throws QueueFullError, InferenceTimeoutError, InferenceError (`shutting-down` once closing); the
   * signal's reason on abort.
   */
  async run(request: TaskRequest): Promise<TaskResult> {
    request.signal?.throwIfAborted();
    this.#expectRoom(request.person);
    const task = new PoolTask(request);
    // A running task is let finish and its picture dropped: ending its worker would cost more.
    const abort = (): void => {
      if (this.#queue.remove(task)) this.#tellPositions();
      task.fail(request.signal?.reason);
    };
    request.signal?.addEventListener('abort', abort, { once: true });
    this.#queue.push(task);
    this.#dispatch();
    try {
      return await task.result;
    } finally {
      request.signal?.removeEventListener('abort', abort);
    }
  }

  /** Takes no more tasks, finishes the waiting ones within `drainMs`, ends the workers. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#isClosing = true;
    this.#dispatch();
    await this.#drained();
    this.#isEnding = true;
    for (const task of this.#queue.drain()) task.fail(shuttingDown());
    await Promise.all(this.#slots.map((slot) => slot.close(STOP_GRACE_MS)));
  }

  #drained(): Promise<void> {
    if (this.#isQuiet()) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#options.settings.drainMs);
      this.#onDrained = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #isQuiet(): boolean {
    return this.#queue.size === 0 && this.#slots.every(({ isBusy }) => !isBusy);
  }

  #expectRoom(person: string): void {
    if (this.#isClosing) throw shuttingDown();
    const { maxWaiting, maxWaitingOfPerson } = this.#options.settings;
    if (this.#queue.size >= maxWaiting) {
      throw new QueueFullError(
        'queue-full',
        `expected at most ${maxWaiting} waiting pictures, there are that many; try again in a moment, or add workers`,
        { context: { waiting: this.#queue.size } },
      );
    }
    if (this.#queue.sizeOf(person) >= maxWaitingOfPerson) {
      throw new QueueFullError(
        'person-queue-full',
        `expected at most ${maxWaitingOfPerson} waiting pictures of one person, there are that many; wait for some`,
        { context: { waiting: this.#queue.sizeOf(person) } },
      );
    }
  }

  #addSlot(index: number, first?: ReadyMessage): WorkerSlot {
    const { startWorker, settings, log } = this.#options;
    const slot = new WorkerSlot({
      startWorker: () => startWorker(index, first),
      taskTimeoutMs: settings.taskTimeoutMs,
      log,
      onIdle: () => this.#dispatch(),
      onStartFailed: (error) => this.#failIfNobodyWorks(error),
      isAwaited: first === undefined,
    });
    this.#slots.push(slot);
    return slot;
  }

  #failIfNobodyWorks(error: unknown): void {
    if (this.#slots.some((slot) => slot.isIdle || slot.isBusy)) return;
    for (const task of this.#queue.drain()) task.fail(error);
    this.#onDrained?.();
  }

  #dispatch({ isPatient } = { isPatient: true }): void {
    for (const slot of this.#slots) {
      if (!slot.isIdle || this.#queue.size === 0) continue;
      if (isPatient && slot.isGpu && this.#shouldWaitForCompany()) break;
      const max = slot.isGpu ? this.#options.settings.batchSize : 1;
      void this.#runBatch(slot, this.#queue.takeBatch(max, canShareBatch));
    }
    this.#tellPositions();
    if (this.#isQuiet()) this.#onDrained?.();
  }

  /** Sees to it that the wait ends; full batches and closing do not wait. */
  #shouldWaitForCompany(): boolean {
    const { batchSize, batchWaitMs } = this.#options.settings;
    if (this.#isClosing || batchWaitMs === 0 || this.#queue.size >= batchSize) return false;
    if (this.#isWaitingForCompany) return true;
    this.#isWaitingForCompany = true;
    setTimeout(() => {
      this.#isWaitingForCompany = false;
      this.#dispatch({ isPatient: false });
    }, batchWaitMs);
    return true;
  }

  async #runBatch(slot: WorkerSlot, batch: readonly PoolTask[]): Promise<void> {
    for (const task of batch) task.tellPosition(0);
    const begunAt = performance.now();
    try {
      const outcome = await slot.run(batch.map(({ task }) => task));
      this.#options.onBatch?.({
        kind: batch[0]?.task.kind ?? 'draw',
        size: batch.length,
        waitMs: batch.map(({ askedAt }) => begunAt - askedAt),
        runtimeMs: outcome.runtimeMs,
        totalMs: outcome.totalMs,
      });
      const runtimeMs = outcome.runtimeMs / batch.length;
      const totalMs = outcome.totalMs / batch.length;
      batch.forEach((task, at) => {
        const { reading } = outcome;
        const picture = reading ? new Uint8Array() : outcome.pictures[at];
        const result = reading && { reading };
        if (picture) task.succeed({ picture, runtimeMs, totalMs, ...result });
        else
          task.fail(new InferenceError('inference-failed', 'expected a picture a task, got fewer'));
      });
    } catch (error) {
      // The last first, so that the batch waits in its order.
      for (const task of batch.toReversed()) this.#retryOrFail(task, error);
    }
    this.#dispatch();
  }

  #retryOrFail(task: PoolTask, error: unknown): void {
    const isDeath = error instanceof InferenceError && error.code === 'worker-died';
    task.deaths += isDeath ? 1 : 0;
    if (isDeath && this.#isEnding) task.fail(shuttingDown());
    else if (isDeath && task.deaths === 1 && task.isPending) this.#queue.unshift(task);
    else task.fail(error);
  }

  #tellPositions(): void {
    for (const task of this.#queue.items()) {
      if (task.isWatched) task.tellPosition(this.#queue.positionOf(task));
    }
  }
}

function shuttingDown(): InferenceError {
  return new InferenceError(
    'shutting-down',
    'expected to draw, but this process is shutting down; try again when it is back',
  );
}
