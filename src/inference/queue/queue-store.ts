import {
  createPostgresBackend,
  createRedisBackend,
  withBackend,
  type BackendFactory,
  type IQueueBackend,
  type Queue,
  type QueueEvents,
  type Worker,
} from 'bullmq';
import { InferenceError } from '../../errors/app-error.js';
import type { JobData } from './job-data.js';
import { isWithin } from './within.js';

/** BullMQ's queue, as the side that wants pictures uses it. */
export type StoreQueue = Queue<
  JobData,
  null,
  string,
  JobData,
  null,
  string,
  IQueueBackend,
  unknown
>;
/** Live events of a queue's jobs. */
export type StoreEvents = QueueEvents<null, IQueueBackend, unknown>;
/** BullMQ's worker, as the side that draws uses it. */
export type StoreWorker = Worker<JobData, null, string, IQueueBackend, object, unknown>;

/** Draws one job; the signal says that nobody wants it any more. */
export type JobProcessor = (
  job: StoreJob,
  token: string | undefined,
  signal: AbortSignal | undefined,
) => Promise<null>;

/** The part of a job that a processor reads. */
export interface StoreJob {
  readonly data: JobData;
  /** Lets it wait until then; the processor throws BullMQ's `DelayedError` after it. */
  moveToDelayed(timestamp: number, token?: string): Promise<void>;
  /** Puts this in place of what the job holds. @throws when the store has lost the job */
  updateData(data: JobData): Promise<void>;
  /** Tells everybody who listens to the queue. @throws when the store has lost the job */
  updateProgress(progress: object): Promise<void>;
}

/** Jobs in Redis or PostgreSQL, whichever the address names; BullMQ is the same on both. */
export interface QueueStore {
  /** For putting jobs and asking after them; what it is asked rejects while the store is away. */
  openQueue(name: string): StoreQueue;
  /** For hearing of jobs, from now on; what happens while the store is away may go unheard. */
  openEvents(name: string): StoreEvents;
  /** For drawing so many jobs at a time, and those of workers that died; it begins at once. */
  openWorker(name: string, process: JobProcessor, concurrency: number): StoreWorker;
}

/**
 * A person waits while a dead worker's job lies there, so seconds instead of BullMQ's half minute: a lock
 * lasts `lockDuration`, half of which it is renewed after, and what has none is found within two intervals.
 * The event loop that renews it never draws. A machine may die over a job now and then; three are no accident.
 */
const STALLED = { lockDuration: 4_000, stalledInterval: 2_000, maxStalledCount: 2 } as const;

const RETRY_MS = 1_000;
const LONGEST_START_MS = 10_000;

/**
 * The way to a store; nothing is connected until something is opened, and each part opened has connections
 * of its own, which its `close` ends.
 *
 * @param url redis://, rediss:// or postgresql://, with user and password where there are any
 */
export function createQueueStore(url: string): QueueStore {
  const isPostgres = url.startsWith('postgres');
  const factory = isPostgres ? createPostgresBackend : createRedisBackend;
  const classes = withBackend(factory as unknown as BackendFactory<IQueueBackend, unknown>);
  const patient = isPostgres ? postgresOptions(url, 4) : redisOptions(url, null);
  // The asking side hears of a lost connection at once, and tries again on its own terms. It has one
  // connection, so that jobs come on the queue in the order in which they were put there.
  const impatient = isPostgres ? postgresOptions(url, 1) : redisOptions(url, 1);
  return {
    openQueue: (name) => new classes.Queue(name, { connection: impatient }),
    openEvents: (name) => new classes.QueueEvents(name, { connection: patient }),
    openWorker: (name, process, concurrency) =>
      new classes.Worker(name, process, {
        connection: patient,
        concurrency,
        runRetryDelay: RETRY_MS,
        ...STALLED,
      }),
  };
}

/** @throws InferenceError `worker-not-started` when the store does not answer */
export async function waitUntilReady(
  parts: readonly { waitUntilReady(): Promise<unknown> }[],
): Promise<void> {
  const ready = Promise.all(parts.map((part) => part.waitUntilReady()));
  const isInTime = await isWithin(ready, LONGEST_START_MS);
  const cause = isInTime ? await ready.then(() => undefined, String) : 'no answer';
  if (cause === undefined) return;
  throw new InferenceError(
    'worker-not-started',
    `expected the queue to answer, it does not; check QUEUE_URL and that its server runs (${cause})`,
  );
}

function redisOptions(url: string, maxRetriesPerRequest: number | null): object {
  const retryStrategy = (times: number): number => Math.min(50 * 2 ** times, RETRY_MS);
  return { url, maxRetriesPerRequest, retryStrategy };
}

/** BullMQ's tables have a schema of their own, `bullmq`, so that the game's database can serve. */
function postgresOptions(connectionString: string, max: number): object {
  return { connectionString, migrate: true, max, connectionTimeoutMillis: LONGEST_START_MS };
}
