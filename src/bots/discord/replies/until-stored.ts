import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AppError } from '../../../errors/app-error.js';
import { failurePolicy } from '../../../errors/failure-policy.js';

/** About four minutes in all: a database that is restarted is back by then. */
const pausesMs = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 60_000, 120_000];

/**
 * Does again what the database failed at, for what nobody repeats: a reaction, what became of a
 * message. @throws what `work` throws in the end
 */
export async function untilStored<T>(
  { log, closing }: { readonly log: Logger; readonly closing: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      // One attempt after the other.
      // oxlint-disable-next-line no-await-in-loop
      return await work();
    } catch (error) {
      const isPassing =
        error instanceof AppError && error.family === 'storage' && failurePolicy(error).mayRetry;
      if (!isPassing || closing.aborted) throw error;
      log.warn({ err: error, waitMs: pauseMs }, 'the database failed: trying again');
      // oxlint-disable-next-line no-await-in-loop
      await sleep(pauseMs, undefined, { signal: closing }).catch(() => undefined);
    }
  }
  return work();
}
