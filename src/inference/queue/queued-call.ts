import { randomUUID } from 'node:crypto';
import type { DrawOptions, DrawProgress } from '../portrait-generator.js';
import type { JobAnswer, JobRequest } from './job-data.js';

/** A call's request and its progress callback. */
export interface QueuedCallParts {
  readonly request: JobRequest;
  /** 1 for the first unfinished call of a person, then one more for each. */
  readonly priority: number;
  /** Pictures that it draws. */
  readonly total: number;
  /** Must not throw. */
  readonly onProgress: DrawOptions['onProgress'];
  /** After this long without news, `onSilence` is called, once. */
  readonly silenceMs: number;
  /** Called unless the call is settled before. */
  readonly onSilence: () => void;
}

/** One draw or compose on its way through the queue. Settles once; whatever comes later is dropped. */
export class QueuedCall {
  /** The job's. */
  readonly id = randomUUID();
  readonly request: JobRequest;
  readonly priority: number;
  readonly total: number;
  readonly answer: Promise<JobAnswer>;
  /** A worker has it. */
  isActive = false;
  /** Its answer is on the way here. */
  isFetching = false;
  /** By `performance.now()`; whatever has not been heard of for long is looked after. */
  heardAt = performance.now();
  readonly #onProgress: DrawOptions['onProgress'];
  readonly #silence: NodeJS.Timeout;
  #isPending = true;
  #last: DrawProgress | undefined;
  #resolve!: (answer: JobAnswer) => void;
  #reject!: (error: unknown) => void;

  constructor({ request, priority, total, onProgress, silenceMs, onSilence }: QueuedCallParts) {
    this.request = request;
    this.priority = priority;
    this.total = total;
    this.#onProgress = onProgress;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#silence = setTimeout(onSilence, silenceMs);
  }

  get person(): string {
    return this.request.options.person;
  }

  /** Tells the asker how far it is, if that is news. */
  tell(progress: DrawProgress): void {
    const { position, done } = progress;
    if (this.#last?.position === position && this.#last.done === done) return;
    this.#last = progress;
    this.heardAt = performance.now();
    this.#onProgress?.(progress);
  }

  /** Tells the place of a call that waits; what was drawn by a worker that died counts for nothing. */
  tellPosition(position: number): void {
    this.tell({ position, done: 0, total: this.total });
  }

  /** Some worker has got on, be it with another call: waiting is of use. Places alone are no such sign. */
  refresh(): void {
    if (this.#isPending) this.#silence.refresh();
  }

  /** Does nothing on a settled call. */
  succeed(answer: JobAnswer): void {
    this.#isPending = false;
    clearTimeout(this.#silence);
    this.#resolve(answer);
  }

  /** Does nothing on a settled call. */
  fail(error: unknown): void {
    this.#isPending = false;
    clearTimeout(this.#silence);
    this.#reject(error);
  }
}
