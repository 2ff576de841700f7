import { randomUUID } from 'node:crypto';
import type { QueueEventsListener } from 'bullmq';
import type { InferenceLog } from '../inference-log.js';
import type { DrawProgress } from '../portrait-generator.js';
import {
  packRequest,
  unpackAnswer,
  unpackFailure,
  type JobAnswer,
  type JobRequest,
} from './job-data.js';
import {
  waitUntilReady,
  type QueueStore,
  type StoreEvents,
  type StoreQueue,
} from './queue-store.js';
import { isWithin } from './within.js';

/** The event by which an asker tells the worker that it wants a job no more. */
export const CANCEL_EVENT = 'cancel';
/** The event by which a front end tells the others how many pictures wait for it. */
const PICTURES_EVENT = 'pictures';
/** BullMQ's own bound for its stream of events, kept where an event of ours is added. */
const MOST_EVENTS = 10_000;
/** Seconds that a finished job stays for whoever asked; one that died meanwhile does not come back. */
const KEEP_FINISHED = { age: 60 } as const;
const CLOSE_MS = 2_000;

/** A job's state; `missing`: the store has never seen it, or has lost it. */
export type JobState = 'waiting' | 'active' | 'completed' | 'failed' | 'missing';

/** A finished job: its pictures, or what its worker threw. */
export type JobOutcome = JobAnswer | { readonly error: Error };

/** Events of any job on the queue, this process's own or not. */
export interface JobListener {
  /** A worker has taken it. */
  onActive(id: string): void;
  /** Its worker died; it waits again. */
  onStalled(id: string): void;
  /** Its worker has got on; the place is the one among what that worker has. */
  onProgress(id: string, progress: DrawProgress): void;
  /** Drawn or failed: `take` says which. */
  onFinished(id: string): void;
  /** So many pictures wait for another front end on this queue. */
  onOthersWaiting(frontEnd: string, pictures: number): void;
}

interface PicturesTold {
  readonly frontEnd: string;
  readonly pictures: string;
}

interface PicturesListener extends QueueEventsListener {
  pictures: (told: PicturesTold, id: string) => void;
}

/**
 * The asking side of a queue: puts jobs on it, hears of them and takes their answers off. Everything that
 * asks the store rejects while the store is away; the change from one to the other is logged once.
 */
export class JobBoard {
  readonly #queue: StoreQueue;
  readonly #events: StoreEvents;
  readonly #log: InferenceLog;
  readonly #id = randomUUID();
  #isReachable = true;
  #isClosing = false;

  constructor(store: QueueStore, name: string, log: InferenceLog) {
    this.#log = log;
    this.#queue = store.openQueue(name);
    this.#events = store.openEvents(name);
    const noteLost = (error: Error): void => this.#noteReachable(false, error);
    this.#queue.on('error', noteLost);
    this.#events.on('error', noteLost);
  }

  get isReachable(): boolean {
    return this.#isReachable;
  }

  /** @throws InferenceError `worker-not-started` when the store does not answer */
  async start(listener: JobListener): Promise<void> {
    this.#events.on('active', ({ jobId }) => listener.onActive(jobId));
    this.#events.on('stalled', ({ jobId }) => listener.onStalled(jobId));
    this.#events.on('progress', ({ jobId, data }) =>
      listener.onProgress(jobId, data as DrawProgress),
    );
    this.#events.on('completed', ({ jobId }) => listener.onFinished(jobId));
    this.#events.on('failed', ({ jobId }) => listener.onFinished(jobId));
    this.#events.on<PicturesListener>(PICTURES_EVENT, (told: PicturesTold) => {
      const { frontEnd, pictures } = told;
      if (frontEnd !== this.#id) listener.onOthersWaiting(frontEnd, Number(pictures));
    });
    await waitUntilReady([this.#queue, this.#events]);
  }

  /** Putting the same job twice leaves one. */
  async put(id: string, priority: number, request: JobRequest): Promise<void> {
    // More than one only where a worker could not hand over what it drew.
    const options = { attempts: 3, removeOnComplete: KEEP_FINISHED, removeOnFail: KEEP_FINISHED };
    const kind = request.composition?.kind ?? 'draw';
    await this.#ask((queue) =>
      queue.add(kind, packRequest(request), { jobId: id, priority, ...options }),
    );
  }

  /** Asks the store itself, whatever events have told. */
  async stateOf(id: string): Promise<JobState> {
    const state = await this.#ask((queue) => queue.getJobState(id));
    if (state === 'unknown') return 'missing';
    return state === 'active' || state === 'completed' || state === 'failed' ? state : 'waiting';
  }

  /** Removes a finished job and returns its outcome; undefined if the store has lost it. */
  async take(id: string): Promise<JobOutcome | undefined> {
    const job = await this.#ask((queue) => queue.getJob(id));
    if (!job) return undefined;
    void this.#ask((queue) => queue.remove(id)).catch(() => undefined); // it ages away as well
    // The answer first: an attempt that failed before another succeeded leaves its reason behind.
    return unpackAnswer(job.data) ?? { error: unpackFailure(job.failedReason) };
  }

  /** Asks the store for a sign of life; whether one came is what `isReachable` says afterwards. */
  async check(): Promise<void> {
    await this.stateOf('none').catch(() => undefined);
  }

  /** Takes a waiting job off the queue; the worker of a running one is told to draw no more of it. */
  async withdraw(id: string): Promise<void> {
    const removed = await this.#ask((queue) => queue.remove(id));
    if (removed === 1) return;
    const event = { event: CANCEL_EVENT, jobId: id };
    await this.#ask((queue) => queue.getBackend().publishEvent(event, MOST_EVENTS));
  }

  /** Tells the other front ends how many pictures wait for this one. */
  async tellWaiting(pictures: number): Promise<void> {
    const told = { event: PICTURES_EVENT, frontEnd: this.#id, pictures: String(pictures) };
    await this.#ask((queue) => queue.getBackend().publishEvent(told, MOST_EVENTS));
  }

  /** Ends the connections, by force where the store does not answer. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await isWithin(Promise.all([this.#events.close(), this.#queue.close()]), CLOSE_MS);
  }

  async #ask<Value>(question: (queue: StoreQueue) => Promise<Value>): Promise<Value> {
    try {
      const value = await question(this.#queue);
      this.#noteReachable(true);
      return value;
    } catch (error) {
      this.#noteReachable(false, error);
      throw error;
    }
  }

  #noteReachable(isReachable: boolean, error?: unknown): void {
    if (isReachable === this.#isReachable || this.#isClosing) return;
    this.#isReachable = isReachable;
    if (isReachable) this.#log.info({}, 'the queue answers again');
    else this.#log.warn({ err: error }, 'the queue does not answer; pulls wait for it');
  }
}
