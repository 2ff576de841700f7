import type { Owned } from './fair-queue.js';
import type { FaceReading } from '../portrait-generator.js';
import type { WorkerTask } from './worker-messages.js';

/** One picture that somebody wants from the pool. */
export interface TaskRequest {
  /** Whose turn it uses. */
  readonly person: string;
  readonly task: WorkerTask;
  /** Takes a waiting task out of the queue; of a running one, only the result is dropped. */
  readonly signal?: AbortSignal | undefined;
  /** Told when the number of tasks that come first changes; 0: it is the next, or runs. */
  readonly onPosition?: ((position: number) => void) | undefined;
}

/** A finished picture and what it cost. */
export interface TaskResult {
  /** An encoded file; of a reading, empty. */
  readonly picture: Uint8Array;
  readonly reading?: FaceReading;
  /** This task's share of its batch, in milliseconds within the runtime and in all. */
  readonly runtimeMs: number;
  readonly totalMs: number;
}

/** A task on its way through the pool. Settles once; whatever comes later is dropped. */
export class PoolTask implements Owned {
  readonly person: string;
  readonly task: WorkerTask;
  readonly result: Promise<TaskResult>;
  /** By `performance.now()`. */
  readonly askedAt = performance.now();
  /** Workers that died over it. */
  deaths = 0;
  #onPosition: TaskRequest['onPosition'];
  #lastPosition = -1;
  #isPending = true;
  #resolve!: (result: TaskResult) => void;
  #reject!: (error: unknown) => void;

  constructor(request: TaskRequest) {
    this.person = request.person;
    this.task = request.task;
    this.#onPosition = request.onPosition;
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Resolves `result`; of no effect on a settled task. */
  succeed(result: TaskResult): void {
    this.#settle();
    this.#resolve(result);
  }

  /** Rejects `result`; of no effect on a settled task, so a late failure after an abort is harmless. */
  fail(error: unknown): void {
    this.#settle();
    this.#reject(error);
  }

  /** Tells the asker how many tasks come first, if that is news; a settled task tells nobody. */
  tellPosition(position: number): void {
    if (position === this.#lastPosition) return;
    this.#lastPosition = position;
    this.#onPosition?.(position);
  }

  get isWatched(): boolean {
    return this.#onPosition !== undefined;
  }

  /** False once it succeeded, failed or was aborted. */
  get isPending(): boolean {
    return this.#isPending;
  }

  #settle(): void {
    this.#isPending = false;
    this.#onPosition = undefined;
  }
}

/** True if two tasks may share a batch. A task that a worker died on runs alone. */
export function canShareBatch(first: PoolTask, other: PoolTask): boolean {
  const [a, b] = [first.task, other.task];
  if (first.deaths > 0 || other.deaths > 0) return false;
  return a.kind === 'draw' && b.kind === 'draw' && a.sizePx === b.sizePx;
}
