import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors/app-error.js';
import { failurePolicy } from '../../errors/failure-policy.js';
import type { JobData } from './job-data.js';

/** Decides where a drawing that failed is tried again: a worker may be out of order, and another one not. */
export class SecondTry {
  readonly #worker = randomUUID();
  readonly #forOthersMs: number;

  /** @param forOthersMs how long a worker leaves what failed on it to the others; then it tries again itself */
  constructor(forOthersMs = 3000) {
    this.#forOthersMs = forOthersMs;
  }

  /** Data of the job with the failure noted; undefined where another try is of no use, or was the second. */
  noteFailure(data: JobData, error: unknown): JobData | undefined {
    const isWorth = !(error instanceof AppError) || failurePolicy(error).mayRetry;
    const isFixed = error instanceof AppError && error.code === 'recipe-mismatch';
    if (!isWorth || isFixed || data.failed !== undefined) return undefined;
    return { ...data, failed: { worker: this.#worker, at: Date.now() } };
  }

  /** True while another worker may still take it. */
  isForOthers({ failed }: JobData): boolean {
    return failed?.worker === this.#worker && Date.now() - failed.at < this.#forOthersMs;
  }
}
