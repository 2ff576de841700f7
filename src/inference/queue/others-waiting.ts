/** Pictures that wait for the other front ends on a queue, as each of them tells. */
export class OthersWaiting {
  readonly #told = new Map<string, { readonly pictures: number; readonly at: number }>();
  readonly #forgetAfterMs: number;
  readonly #clock: () => number;

  /** @param forgetAfterMs how long one that is silent is believed */
  constructor(forgetAfterMs: number, clock: () => number = () => performance.now()) {
    this.#forgetAfterMs = forgetAfterMs;
    this.#clock = clock;
  }

  /** Takes down the number that one of them has told. */
  note(frontEnd: string, pictures: number): void {
    if (pictures > 0) this.#told.set(frontEnd, { pictures, at: this.#clock() });
    else this.#told.delete(frontEnd);
  }

  /** All of them together. */
  get pictures(): number {
    const since = this.#clock() - this.#forgetAfterMs;
    for (const [frontEnd, { at }] of this.#told) if (at < since) this.#told.delete(frontEnd);
    return [...this.#told.values()].reduce((sum, { pictures }) => sum + pictures, 0);
  }
}
