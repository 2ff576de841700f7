/** Stands still until a test moves it, so that no test depends on how fast the machine is. */
export class StandinClock {
  #nowMs = 0;

  get nowMs(): number {
    return this.#nowMs;
  }

  /**
   * Ages interactions by so many milliseconds at once: nothing is waited for, no timer of the bot's
   * fires.
   */
  advance(ms: number): void {
    this.#nowMs += ms;
  }
}
