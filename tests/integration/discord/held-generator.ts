import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';

/** The real generator behind a gate, for stories about what happens while something is drawn. */
export class HeldGenerator implements PortraitGenerator {
  readonly #real: PortraitGenerator;
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;
  /** How many drawings have come to the gate. */
  waiting = 0;
  /** Notifications of waiting callers. */
  position = 0;
  /** The error thrown once the gate opens. */
  failure: Error | undefined;

  constructor(real: PortraitGenerator) {
    this.#real = real;
  }

  get manifest(): PortraitGenerator['manifest'] {
    return this.#real.manifest;
  }

  get others(): PortraitGenerator['others'] {
    return this.#real.others;
  }

  hold(): void {
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  release(): void {
    this.#open();
  }

  readonly draw: PortraitGenerator['draw'] = async (recipes, options) => {
    await this.#pass(options);
    return this.#real.draw(recipes, options);
  };

  readonly compose: PortraitGenerator['compose'] = async (kind, recipes, options) => {
    await this.#pass(options);
    return this.#real.compose(kind, recipes, options);
  };

  readonly read: PortraitGenerator['read'] = (picture, options) =>
    this.#real.read(picture, options);

  /** The real one belongs to whoever opened it. */
  async close(): Promise<void> {
    this.release();
  }

  async #pass(options: Parameters<PortraitGenerator['draw']>[1]): Promise<void> {
    this.waiting += 1;
    options.onProgress?.({ position: this.position, done: 0, total: 1 });
    await this.#gate;
    if (this.failure !== undefined) throw this.failure;
  }
}
