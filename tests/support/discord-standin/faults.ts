/** One misbehaviour of Discord's, used up after `times` matching requests. */
export interface Fault {
  readonly method?: string;
  /** Matched against the path after /api/v10. */
  readonly path: RegExp;
  readonly status: number;
  /** Discord's own error code, e.g. 50013 for missing permissions. */
  readonly code?: number;
  readonly message?: string;
  /** Seconds; 429 only. */
  readonly retryAfter?: number;
  /** Cut the connection without an answer instead. */
  readonly hangUp?: boolean;
  /** Do the work and only then fail, as when an answer is lost on its way. */
  readonly afterwards?: boolean;
  times?: number;
}

/**
 * Misbehaviour in store for the bot's requests: each request meets the first fault that matches it.
 */
export class Faults {
  readonly #waiting: Fault[] = [];
  /** Every fault that was played, in order. */
  readonly played: Fault[] = [];

  /**
   * Puts a fault in store, behind those already there; for one request unless `times` says more.
   */
  add(fault: Fault): void {
    this.#waiting.push({ times: 1, ...fault });
  }

  /** Discord behaves from now on; what was played stays in `played`. */
  clear(): void {
    this.#waiting.length = 0;
  }

  /**
   * For the HTTP server: the fault that this request meets, used up by one; undefined where none
   * matches.
   */
  take(method: string, path: string): Fault | undefined {
    const index = this.#waiting.findIndex(
      (fault) => (fault.method === undefined || fault.method === method) && fault.path.test(path),
    );
    const fault = this.#waiting[index];
    if (fault === undefined) return undefined;
    fault.times = (fault.times ?? 1) - 1;
    if (fault.times <= 0) this.#waiting.splice(index, 1);
    this.played.push(fault);
    return fault;
  }
}
