import { UnrecoverableError, type QueueEventsListener } from 'bullmq';
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
}

const DRAIN_MS = 20_000;
const CLOSE_MS = 2_000;

interface CancelListener extends QueueEventsListener {
  cancel: (event: { jobId: string }, id: string) => void;
}

/** Draws what others put on the queue, with the generator of this process. */
export class QueueWorker {
  readonly #generator: PortraitGenerator;
  readonly #worker: StoreWorker;
  readonly #events: StoreEvents;
  #isStarted = false;
  #isReachable = true;

  constructor({ url, generator, concurrency, log }: QueueWorkerOptions) {
    this.#generator = generator;
    const store = createQueueStore(url);
    const name = queueNameOf(generator.manifest);
    // With its third parameter BullMQ hands over a signal.
    this.#worker = store.openWorker(
      name,
      (job, _token, signal) => this.#process(job, signal),
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

  async #process(job: StoreJob, signal: AbortSignal | undefined): Promise<null> {
    const request = unpackRequest(job.data);
    if (!request) return null;
    const progress = new LatestProgress((latest) => job.updateProgress(latest));
    // What drawing throws is the answer; what the store throws is a reason to try again.
    const answer = await this.#draw(request, progress, signal).catch((error: unknown) => {
      throw new UnrecoverableError(packFailure(error));
    });
    await progress.settled();
    await job.updateData(packAnswer(answer));
    return null;
  }

  async #draw(
    { composition, recipes, options }: JobRequest,
    progress: LatestProgress,
    signal: AbortSignal | undefined,
  ): Promise<JobAnswer> {
    const all = {
      ...options,
      onProgress: progress.tell.bind(progress),
      ...(signal ? { signal } : {}),
    };
    if (!composition) return { portraits: await this.#generator.draw(recipes, all) };
    const { portraits, ...composed } = await this.#generator.compose(composition, recipes, all);
    return { portraits, composed };
  }
}
