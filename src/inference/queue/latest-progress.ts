import type { DrawProgress } from '../portrait-generator.js';

/**
 * Sends what was told last, one message at a time: what is overtaken while one is on its way is left out,
 * so that no message overtakes another and a slow store is not flooded.
 */
export class LatestProgress {
  readonly #send: (progress: DrawProgress) => Promise<void>;
  #next: DrawProgress | undefined;
  #sending: Promise<void> | undefined;

  /** @param send may reject: progress that gets lost is made up for by the next */
  constructor(send: (progress: DrawProgress) => Promise<void>) {
    this.#send = send;
  }

  /** Sends it now, or when what is on its way has arrived; never throws. */
  tell(progress: DrawProgress): void {
    this.#next = progress;
    this.#sending ??= this.#sendAll();
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    while (this.#next) {
      const progress = this.#next;
      this.#next = undefined;
      // oxlint-disable-next-line no-await-in-loop -- in order
      await this.#send(progress).catch(() => undefined);
    }
    this.#sending = undefined;
  }
}
