import { DelayedError, UnrecoverableError, type QueueEventsListener } from 'bullmq';
import { inRequest } from '../../errors/request-scope.js';
import type { InferenceLog } from '../inference-log.js';
import type { PortraitGenerator } from '../portrait-generator.js';
import { CANCEL_EVENT } from './job-board.js';
import {
  packAnswer,
  packFailure,
  queueNameOf,
  unpackRequest,
  type JobAnswer,
  type JobRequest,
} from './job-data.js';
import { LatestProgress } from './latest-progress.js';
import {
  createQueueStore,
  waitUntilReady,
  type StoreEvents,
  type StoreJob,
  type StoreWorker,
} from './queue-store.js';
import { SecondTry } from './second-try.js';
import { isWithin } from './within.js';

/** The queue's address, the generator to draw with, and how much at once. */
export interface QueueWorkerOptions {
  /** redis://, rediss:// or postgresql:// */
  readonly url: string;
  /** Decides which queue, by its model; stays its owner's to close, after this worker. */
  readonly generator: PortraitGenerator;
  /** Jobs at a time. */
  readonly concurrency: number;
  readonly log: InferenceLog;
  /** How long what failed here is left to other workers; default 3 s. */
  readonly forOthersMs?: number | undefined;
}

const DRAIN_MS = 20_000;
const CLOSE_MS = 2_000;
const LEAVE_MS = 200;

/** A job's lock and its cancellation, as BullMQ hands them over. */
interface Hold {
  readonly token: string | undefined;
  readonly signal: AbortSignal | undefined;
}

interface Failure {
  readonly error: unknown;
  readonly request: JobRequest;
  readonly signal: AbortSignal | undefined;
}

interface CancelListener extends QueueEventsListener {
  cancel: (event: { jobId: string }, id: string) => void;
}

/** Draws what others put on the queue, with the generator of this process. */
export class QueueWorker {
  readonly #generator: PortraitGenerator;
  readonly #worker: StoreWorker;
  readonly #events: StoreEvents;
  readonly #log: InferenceLog;
  readonly #secondTry: SecondTry;
  #isStarted = false;
  #isReachable = true;

  constructor({ url, generator, concurrency, log, forOthersMs }: QueueWorkerOptions) {
    this.#generator = generator;
    this.#log = log;
    this.#secondTry = new SecondTry(forOthersMs);
    const store = createQueueStore(url);
    const name = queueNameOf(generator.manifest);
    // With its third parameter BullMQ hands over a signal.
    this.#worker = store.openWorker(
      name,
      (job, token, signal) => this.#process(job, { token, signal }),
      concurrency,
    );
    this.#events = store.openEvents(name);
    this.#events.on<CancelListener>(CANCEL_EVENT, ({ jobId }: { jobId: string }) => {
      this.#worker.cancelJob(jobId, 'nobody wants it any more');
    });
    let lastError = '';
    const note = (error: Error): void => {
      this.#isReachable = false;
      // A store that is away is complained of once, not at each attempt to reach it.
      if (error.message === lastError) return;
      lastError = error.message;
      log.warn({ err: error }, 'trouble with the queue; trying again');
    };
    this.#worker.on('error', note);
    this.#events.on('error', note);
    const noteAnswer = (): void => {
      lastError = '';
      this.#isReachable = true;
    };
    for (const event of ['active', 'completed', 'drained', 'ready'] as const) {
      this.#worker.on(event, noteAnswer);
    }
  }

  /** Why no job comes, in a few words; undefined while the store answers. */
  problem(): string | undefined {
    return this.#isReachable ? undefined : 'the queue does not answer';
  }

  /** @throws InferenceError `worker-not-started` when the store does not answer */
  async start(): Promise<void> {
    await waitUntilReady([this.#worker, this.#events]);
    this.#isStarted = true;
  }

  /**
   * Takes no more and finishes what it has, within a bound: what it cannot finish, or cannot report because
   * the store is away, is drawn by another worker.
   */
  async close(): Promise<void> {
    // What is finished while the store is away cannot be handed over.
    const patienceMs = this.#isReachable ? DRAIN_MS : CLOSE_MS;
    const isDone = this.#isStarted && (await isWithin(this.#worker.close(), patienceMs));
    if (!isDone) void this.#worker.close(true).catch(() => undefined);
    await isWithin(this.#events.close(), CLOSE_MS);
  }

  async #process(job: StoreJob, { token, signal }: Hold): Promise<null> {
    const request = unpackRequest(job.data);
    if (!request) return null;
    if (this.#secondTry.isForOthers(job.data)) {
      await job.moveToDelayed(Date.now() + LEAVE_MS, token);
      throw new DelayedError();
    }
    const progress = new LatestProgress((latest) => job.updateProgress(latest));
    // What drawing throws is the answer; what the store throws is a reason to try again.
    const draw = (): Promise<JobAnswer> => this.#draw(request, progress, signal);
    const drawing = request.event === undefined ? draw() : inRequest(request.event, draw);
    const answer = await drawing.catch((error: unknown) =>
      this.#fail(job, { error, request, signal }),
    );
    await progress.settled();
    await job.updateData(packAnswer(answer));
    return null;
  }

  /** Leaves the job to another worker once; else what was thrown is the answer. */
  async #fail(job: StoreJob, { error, request, signal }: Failure): Promise<never> {
    const noted =
      signal?.aborted === true ? undefined : this.#secondTry.noteFailure(job.data, error);
    const fields = { err: error, request: request.event };
    if (noted === undefined) {
      if (signal?.aborted !== true) this.#log.warn(fields, 'could not draw what was asked for');
      throw new UnrecoverableError(packFailure(error));
    }
    this.#log.warn(fields, 'could not draw what was asked for; another worker may try');
    await job.updateData(noted);
    throw error;
  }

  async #draw(
    { composition, recipes, picture, options }: JobRequest,
    progress: LatestProgress,
    signal: AbortSignal | undefined,
  ): Promise<JobAnswer> {
    const all = {
      ...options,
      onProgress: progress.tell.bind(progress),
      ...(signal ? { signal } : {}),
    };
    if (picture) return { portraits: [], reading: await this.#generator.read(picture, all) };
    if (!composition) return { portraits: await this.#generator.draw(recipes, all) };
    const { portraits, ...composed } = await this.#generator.compose(composition, recipes, all);
    return { portraits, composed };
  }
}
