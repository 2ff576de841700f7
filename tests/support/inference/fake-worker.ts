import { InferenceError } from '../../../src/errors/app-error.js';
import type {
  ReadyMessage,
  TaskOutcome,
  WorkerTask,
} from '../../../src/inference/pool/worker-messages.js';
import type { Worker } from '../../../src/inference/pool/worker-process.js';

/** A worker that finishes, fails or dies when the test says so. */
export class FakeWorker implements Worker {
  readonly pid = 1;
  readonly ready: Promise<ReadyMessage>;
  readonly ended: Promise<void>;
  /** Every batch that it was given, by the tasks' seeds. */
  readonly batches: number[][] = [];
  isKilled = false;
  #becomeReady!: (message: ReadyMessage) => void;
  #failToStart!: (error: unknown) => void;
  #end!: () => void;
  #running: PromiseWithResolvers | undefined;

  constructor() {
    this.ready = new Promise((resolve, reject) => {
      this.#becomeReady = resolve;
      this.#failToStart = reject;
    });
    this.ready.catch(() => undefined);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  run(tasks: readonly WorkerTask[]): Promise<TaskOutcome> {
    this.batches.push(tasks.map(seedOf));
    return new Promise((resolve, reject) => {
      this.#running = { resolve, reject, count: tasks.length };
    });
  }

  async stop(): Promise<void> {
    this.#end();
  }

  /** Kills the worker, as the pool does when it does not stop in time. */
  kill(): void {
    this.isKilled = true;
    this.die();
  }

  /** The worker has loaded its model; until then the pool gives it nothing. */
  start(isGpu = false): void {
    this.#becomeReady({
      type: 'ready',
      runtime: isGpu ? 'onnx/cuda' : 'onnx/cpu',
      isGpu,
      skipped: [],
    });
  }

  /** The worker cannot load its model; it lives on until the pool kills it. */
  failToStart(error: unknown): void {
    this.#failToStart(error);
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Ends the running batch well; each picture is one byte, its place in the batch. */
  async finish(): Promise<void> {
    const running = this.#take();
    const pictures = Array.from({ length: running.count }, (_, at) => Uint8Array.of(at));
    running.resolve({ pictures, runtimeMs: 8, totalMs: 10 });
    await settle();
  }

  /**
   * Ends the running batch with this error, and the worker lives on.
   * @throws when nothing runs
   */
  async fail(error: unknown): Promise<void> {
    this.#take().reject(error);
    await settle();
  }

  /** The worker process ends by itself; a running batch is rejected with `worker-died`. */
  die(): void {
    this.#running?.reject(new InferenceError('worker-died', 'killed by the test'));
    this.#running = undefined;
    this.#end();
  }

  #take(): PromiseWithResolvers {
    const running = this.#running;
    if (!running) throw new Error('the worker has nothing to do');
    this.#running = undefined;
    return running;
  }
}

interface PromiseWithResolvers {
  readonly resolve: (outcome: TaskOutcome) => void;
  readonly reject: (error: unknown) => void;
  readonly count: number;
}

function seedOf(task: WorkerTask): number {
  return task.kind === 'draw' ? task.recipe.seed : -1;
}

/** Lets everything that is ready to go on do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
