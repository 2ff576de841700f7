/** Lets at most so many pieces of work run at once, the others in the order in which they came. */
export class TurnQueue {
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #idle: (() => void)[] = [];
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
    this.#free = size;
  }

  /** Gives or throws what the work does, once its turn has come, however long that takes. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      this.#pass();
    }
  }

  /** Resolves when nothing runs or waits. */
  async settle(): Promise<void> {
    if (this.#free === this.#size) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** The next one takes over the place, so that nobody can slip in between. */
  #pass(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
      return;
    }
    this.#free += 1;
    if (this.#free < this.#size) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}
