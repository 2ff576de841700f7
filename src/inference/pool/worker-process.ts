import { fork, type ChildProcess } from 'node:child_process';
import { InferenceError } from '../../errors/app-error.js';
import { fromWireError } from '../../errors/wire-error.js';
import type {
  ReadyMessage,
  RequestMessage,
  ResponseMessage,
  TaskOutcome,
  WorkerSetup,
  WorkerTask,
} from './worker-messages.js';

/** Which script a worker runs; tests name their own. */
export interface WorkerEntry {
  readonly url: URL;
  readonly execArgv?: readonly string[];
}

/** The interface of a worker to the pool; tests pass fakes. */
export interface Worker {
  readonly pid: number | undefined;
  /** Resolves when the worker can draw; rejects with a ModelLoadError, or when it died before. */
  readonly ready: Promise<ReadyMessage>;
  /** Resolves when it has ended, for whatever reason, after all runs have been settled. */
  readonly ended: Promise<void>;
  /** One run at a time. Rejects with InferenceError `worker-died` when it ends meanwhile. */
  run(tasks: readonly WorkerTask[]): Promise<TaskOutcome>;
  /** Lets it finish what it does, then ends it; by force after `graceMs`. */
  stop(graceMs: number): Promise<void>;
  /** Ends it at once, whatever it does; of no effect on one that has ended. */
  kill(): void;
}

/** Young objects in 2 MB a half-space instead of 16: 6 to 10 MB of a worker's 178 less, no slower. */
const SMALL_HEAP = ['--max-semi-space-size=2'];

/** Characters of a worker's stderr that are kept for the log. */
const LONGEST_LAST_WORDS = 2_000;

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A child process that holds the model. A process and not a thread: ONNX Runtime blocks the event
 * loop while it works, and ending a thread in the middle of a run aborts the whole process.
 *
 * (tinypool has such processes too, but tells neither when one is ready nor on which device, and
 * ends the process to cancel a task, which costs loading the model again.)
 */
export class WorkerProcess implements Worker {
  readonly ended: Promise<void>;
  readonly #child: ChildProcess;
  readonly #ready = createDeferred<ReadyMessage>();
  #running: { readonly id: number; readonly outcome: Deferred<TaskOutcome> } | undefined;
  #lastId = 0;
  #lastWords = '';

  constructor(entry: WorkerEntry, setup: WorkerSetup) {
    this.#child = fork(entry.url, {
      serialization: 'advanced', // keeps typed arrays, which JSON would not
      execArgv: [...SMALL_HEAP, ...(entry.execArgv ?? [])],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // glibc keeps a heap a thread; with two, a worker's peak was 30 MB of 215 lower.
      // oxlint-disable-next-line node/no-process-env -- handed on, not read
      env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    });
    // A worker that dies before anybody waits for it is no unhandled rejection.
    this.#ready.promise.catch(() => undefined);
    this.ended = new Promise((resolve) => {
      const end = (how: string): void => {
        this.#settleAsDead(how);
        resolve();
      };
      this.#child.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
      this.#child.once('error', (error) => end(error.message));
    });
    this.#child.on('message', (message) => this.#receive(message as ResponseMessage));
    // What native libraries write, mostly complaints while devices are tried; read on or it blocks.
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LONGEST_LAST_WORDS);
    });
    this.#send({ type: 'start', setup });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get ready(): Promise<ReadyMessage> {
    return this.#ready.promise;
  }

  run(tasks: readonly WorkerTask[]): Promise<TaskOutcome> {
    if (!this.#child.connected) return Promise.reject(this.#death('a closed channel'));
    this.#lastId += 1;
    const outcome = createDeferred<TaskOutcome>();
    this.#running = { id: this.#lastId, outcome };
    this.#send({ type: 'run', id: this.#lastId, tasks });
    return outcome.promise;
  }

  async stop(graceMs: number): Promise<void> {
    this.#send({ type: 'stop' });
    const force = setTimeout(() => this.kill(), graceMs);
    await this.ended;
    clearTimeout(force);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #send(message: RequestMessage): void {
    // An error here means that the channel is closed; `exit` follows and settles what waits.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #receive(message: ResponseMessage): void {
    if (message.type === 'ready') this.#ready.resolve(message);
    else if (message.type === 'not-ready') this.#ready.reject(fromWireError(message.error));
    else if (message.id === this.#running?.id) {
      const { outcome } = this.#running;
      this.#running = undefined;
      if (message.type === 'done') outcome.resolve(message.outcome);
      else outcome.reject(fromWireError(message.error));
    }
  }

  #settleAsDead(how: string): void {
    const error = this.#death(how);
    this.#ready.reject(error);
    this.#running?.outcome.reject(error);
    this.#running = undefined;
  }

  #death(how: string): InferenceError {
    return new InferenceError(
      'worker-died',
      `expected the worker to go on, it ended with ${how} (out of memory?); it wrote: ${this.#lastWords || 'nothing'}`,
      { context: { how } },
    );
  }
}

function createDeferred<T>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
