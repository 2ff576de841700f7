/**
 * How many lines about the queue go out each second, over all who wait: answers share the 50
 * requests that Discord takes of a bot each second with them.
 */
export class ProgressBudget {
  readonly #perSecond: number;
  readonly #nowMs: () => number;
  #secondStartMs = Number.NEGATIVE_INFINITY;
  #spent = 0;

  constructor(perSecond: number, nowMs: () => number = Date.now) {
    this.#perSecond = perSecond;
    this.#nowMs = nowMs;
  }

  /** True where another line may go out now, which then counts. */
  take(): boolean {
    const nowMs = this.#nowMs();
    if (nowMs - this.#secondStartMs >= 1000) {
      this.#secondStartMs = nowMs;
      this.#spent = 0;
    }
    if (this.#spent >= this.#perSecond) return false;
    this.#spent += 1;
    return true;
  }
}
