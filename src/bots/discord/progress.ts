import type { DrawingOptions, DrawingProgress } from '../../game/portraits/portrait.js';
import type { Outlet } from './outlet.js';
import type { Scene } from './scene.js';

/** Fewer before one than this are not worth a line. */
const longQueue = 4;
const leastMsBetweenLines = 3000;

/**
 * Tells somebody in a long queue how far it is, sparingly. At most one line is under way at a time,
 * and `settled` waits for it, so that a late line never overwrites the answer.
 */
export class QueueProgress {
  readonly #scene: Scene;
  readonly #outlet: Outlet;
  readonly #nowMs: () => number;
  #lastMs = Number.NEGATIVE_INFINITY;
  #underWay: Promise<void> = Promise.resolve();
  #isBusy = false;
  #isOver = false;

  constructor(scene: Scene, outlet: Outlet, nowMs: () => number = Date.now) {
    this.#scene = scene;
    this.#outlet = outlet;
    this.#nowMs = nowMs;
  }

  /** What a drawing use case takes. */
  get drawing(): DrawingOptions {
    return {
      signal: this.#scene.bot.stopping,
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
    this.#lastMs = this.#nowMs();
    this.#isBusy = true;
    const text = this.#scene.t('common:progress.waiting', { count: position });
    this.#underWay = this.#outlet
      .progress(text)
      .catch((error: unknown) => {
        // A line about the queue may be lost; the answer itself reports what is wrong.
        this.#scene.bot.log.debug({ err: error }, 'progress not shown');
      })
      .finally(() => {
        this.#isBusy = false;
      });
  }
}

/** Draws with progress shown through the outlet, and gives the result once no line can follow. */
export async function withProgress<T>(
  scene: Scene,
  outlet: Outlet,
  draw: (drawing: DrawingOptions) => Promise<T>,
): Promise<T> {
  const progress = new QueueProgress(scene, outlet);
  try {
    return await draw(progress.drawing);
  } finally {
    await progress.settled();
  }
}
