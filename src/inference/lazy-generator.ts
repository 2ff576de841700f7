import { InferenceError } from '../errors/app-error.js';
import type { ModelManifest } from './manifest.js';
import type {
  ComposedPicture,
  Composition,
  DrawOptions,
  FaceReading,
  GeneratorHealth,
  PixelPicture,
  ReadOptions,
  Recipe,
  WatchedGenerator,
} from './portrait-generator.js';

const IDLE_MS = 600_000;

/** How a model that is seldom drawn with is opened. */
export interface LazyGeneratorOptions {
  readonly manifest: ModelManifest;
  /** Called when somebody wants a picture of it, and again after it was closed or failed to open. */
  readonly open: () => Promise<WatchedGenerator>;
  /** Without a picture for this long it is closed again; undefined: ten minutes. */
  readonly idleMs?: number;
}

/** A model that takes memory only while somebody draws with it. */
export class LazyGenerator implements WatchedGenerator {
  readonly manifest: ModelManifest;
  readonly others = [];
  readonly #options: LazyGeneratorOptions;
  #opened: WatchedGenerator | undefined;
  #opening: Promise<WatchedGenerator> | undefined;
  #inFlight = 0;
  #idle: NodeJS.Timeout | undefined;
  #isClosing = false;

  constructor(options: LazyGeneratorOptions) {
    this.manifest = options.manifest;
    this.#options = options;
  }

  /** One that is closed has no problem: it opens when it is needed. */
  health(): GeneratorHealth {
    return this.#opened?.health() ?? { problem: undefined, waiting: this.#inFlight, workers: 0 };
  }

  /** @throws ModelLoadError too, where it cannot be opened */
  draw(recipes: readonly Recipe[], options: DrawOptions): Promise<readonly Uint8Array[]> {
    return this.#use((opened) => opened.draw(recipes, options));
  }

  /** @throws ModelLoadError too, where it cannot be opened */
  compose(
    composition: Composition,
    recipes: readonly Recipe[],
    options: DrawOptions,
  ): Promise<ComposedPicture> {
    return this.#use((opened) => opened.compose(composition, recipes, options));
  }

  /** @throws ModelLoadError too, where it cannot be opened */
  read(picture: PixelPicture, options: ReadOptions): Promise<FaceReading> {
    return this.#use((opened) => opened.read(picture, options));
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#release();
  }

  async #use<Result>(work: (opened: WatchedGenerator) => Promise<Result>): Promise<Result> {
    if (this.#isClosing) throw shuttingDown();
    clearTimeout(this.#idle);
    this.#inFlight += 1;
    try {
      return await work(await this.#open());
    } finally {
      this.#inFlight -= 1;
      if (this.#inFlight === 0 && !this.#isClosing) this.#restIn(this.#options.idleMs ?? IDLE_MS);
    }
  }

  async #open(): Promise<WatchedGenerator> {
    this.#opening ??= this.#options.open();
    try {
      this.#opened = await this.#opening;
      return this.#opened;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }

  #restIn(idleMs: number): void {
    this.#idle = setTimeout(() => void this.#release(), idleMs);
    this.#idle.unref();
  }

  async #release(): Promise<void> {
    clearTimeout(this.#idle);
    const opening = this.#opening;
    this.#opening = undefined;
    this.#opened = undefined;
    // What did not open has nothing to close, and whoever asked has heard of it.
    const opened = await opening?.catch(() => undefined);
    await opened?.close();
  }
}

function shuttingDown(): InferenceError {
  return new InferenceError(
    'shutting-down',
    'expected to draw, but this process is shutting down; try again when it is back',
  );
}
