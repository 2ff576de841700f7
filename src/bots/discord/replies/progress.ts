import type { DrawingOptions, DrawingProgress } from '../../../game/portraits/portrait.js';
import type { ReplyTarget } from './reply-target.js';
import type { Caller } from '../caller.js';

/** Fewer before one than this are not worth a line. */
const longQueue = 4;
const leastMsBetweenLines = 3000;

/**
 * Tells somebody in a long queue how far it is, sparingly. At most one line is under way at a time,
 * and `settled` waits for it, so that a late line never overwrites the answer.
 */
export class QueueProgress {
  readonly #caller: Caller;
  readonly #target: ReplyTarget;
  readonly #nowMs: () => number;
  #lastMs = Number.NEGATIVE_INFINITY;
  #underWay: Promise<void> = Promise.resolve();
  #isBusy = false;
  #isOver = false;

  constructor(caller: Caller, target: ReplyTarget, nowMs: () => number = Date.now) {
    this.#caller = caller;
    this.#target = target;
    this.#nowMs = nowMs;
  }

  /** Arguments of a use case that draws. */
  get drawing(): DrawingOptions {
    return {
      signal: this.#caller.context.stopping,
      onProgress: (progress) => {
        this.#report(progress);
      },
    };
  }

  /** No line comes after this. */
  async settled(): Promise<void> {
    this.#isOver = true;
    await this.#underWay;
  }

  #report({ position }: DrawingProgress): void {
    const isDue = this.#nowMs() - this.#lastMs >= leastMsBetweenLines;
    if (position < longQueue || !isDue || this.#isBusy || this.#isOver) return;
    if (!this.#caller.context.progressBudget.take()) return;
    this.#lastMs = this.#nowMs();
    this.#isBusy = true;
    const text = this.#caller.t('common:progress.waiting', { count: position });
    this.#underWay = this.#target
      .progress(text)
      .catch((error: unknown) => {
        // A line about the queue may be lost; the answer itself reports what is wrong.
        this.#caller.context.log.debug({ err: error }, 'progress not shown');
      })
      .finally(() => {
        this.#isBusy = false;
      });
  }
}

/** Draws with progress shown through the reply target, and gives the result once no line can follow. */
export async function withProgress<T>(
  caller: Caller,
  target: ReplyTarget,
  draw: (drawing: DrawingOptions) => Promise<T>,
): Promise<T> {
  const progress = new QueueProgress(caller, target);
  try {
    return await draw(progress.drawing);
  } finally {
    await progress.settled();
  }
}
