import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { InferenceError } from '../../../src/errors/app-error.js';
import { createGenerator } from '../../../src/inference/create-generator.js';
import type { LocalGenerator } from '../../../src/inference/local-generator.js';
import type {
  ComposedPicture,
  Composition,
  DrawOptions,
  FaceReading,
  PixelPicture,
  PortraitGenerator,
  ReadOptions,
  Recipe,
} from '../../../src/inference/portrait-generator.js';
import { createQueuedGenerator } from '../../../src/inference/queue/create-queued-generator.js';
import { queueNameOf } from '../../../src/inference/queue/job-data.js';
import { createQueueStore, type StoreQueue } from '../../../src/inference/queue/queue-store.js';
import { QueueWorker } from '../../../src/inference/queue/queue-worker.js';
import type { QueueSettings } from '../../../src/inference/queue/queued-generator.js';
import { createRecipe } from '../../support/inference/recipes.js';
import type { QueueServer } from '../../support/queue/queue-servers.js';
import { workerEntry } from '../../support/compiled.js';
import { TINY_MODEL_FOLDER } from '../../support/tiny-model/tiny-model.js';

export const WEBP = { sizePx: 64, format: 'webp', person: 'test:ann' } as const;

/** Draws with the generator of another, and notes for whom and how it ended. */
export class NotingGenerator implements PortraitGenerator {
  readonly manifest: PortraitGenerator['manifest'];
  readonly others = [];
  readonly drawnFor: string[] = [];
  readonly failures: unknown[] = [];
  readonly #generator: PortraitGenerator;

  constructor(generator: PortraitGenerator, manifest = generator.manifest) {
    this.#generator = generator;
    this.manifest = manifest;
  }

  async draw(recipes: readonly Recipe[], options: DrawOptions): Promise<readonly Uint8Array[]> {
    this.drawnFor.push(options.person);
    return this.#generator.draw(recipes, options).catch((error: unknown) => {
      this.failures.push(error);
      throw error;
    });
  }

  compose(
    composition: Composition,
    recipes: readonly Recipe[],
    options: DrawOptions,
  ): Promise<ComposedPicture> {
    return this.#generator.compose(composition, recipes, options);
  }

  async read(picture: PixelPicture, options: ReadOptions): Promise<FaceReading> {
    this.drawnFor.push(options.person);
    return this.#generator.read(picture, options);
  }

  async close(): Promise<void> {}
}

/** A machine that is out of order. */
export class BrokenGenerator extends NotingGenerator {
  override async draw(): Promise<readonly Uint8Array[]> {
    const error = new InferenceError('inference-failed', 'no memory left');
    this.failures.push(error);
    throw error;
  }
}

/** Draws the first picture of each call and then holds on until nobody wants the rest. */
export class HoldingGenerator extends NotingGenerator {
  override async draw(
    recipes: readonly Recipe[],
    options: DrawOptions,
  ): Promise<readonly Uint8Array[]> {
    const { onProgress, signal } = options;
    const [picture] = await super.draw(recipes.slice(0, 1), { ...options, onProgress: () => {} });
    onProgress?.({ position: 0, done: 1, total: recipes.length });
    if (recipes.length === 1 && picture) return [picture];
    return new Promise((_resolve, reject) => {
      const abort = (): void => {
        this.failures.push(signal?.reason);
        reject(new Error('aborted'));
      };
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort);
    });
  }
}

/** Waits for something that will be so; how soon is no matter. */
export function eventually(check: () => Promise<void> | void): Promise<void> {
  return vi.waitFor(check, { timeout: 50_000, interval: 20 });
}

/** An empty queue for each test, and the machines on both ends of it, in this process. */
export class QueueStage {
  /** Draws in this process: what a worker draws with, and what queued pictures are held against. */
  local!: LocalGenerator;
  url = '';
  readonly log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  #looking: StoreQueue | undefined;
  readonly #ends: (() => Promise<void>)[] = [];

  recipe(seed: number): Recipe {
    return createRecipe(this.local.manifest, seed);
  }

  recipes(count: number): Recipe[] {
    return Array.from({ length: count }, (_, at) => this.recipe(at));
  }

  /** A front end. */
  async ask(settings: Partial<QueueSettings> = {}): Promise<PortraitGenerator> {
    const model = { modelsFolder: 'models', model: TINY_MODEL_FOLDER };
    const own = { drainMs: 100, ...settings };
    const { url, log } = this;
    const queued = await createQueuedGenerator({ url, model, settings: own, log });
    this.#ends.push(() => queued.close());
    return queued;
  }

  /** A machine that draws. */
  async work(
    generator: PortraitGenerator = this.local,
    concurrency = 2,
    forOthersMs?: number,
  ): Promise<QueueWorker> {
    const { url, log } = this;
    const worker = new QueueWorker({ url, generator, concurrency, log, forOthersMs });
    this.#ends.push(() => worker.close());
    await worker.start();
    return worker;
  }

  /** Jobs that no worker has taken. */
  async countWaiting(): Promise<number> {
    const { prioritized = 0, waiting = 0 } = await this.#count();
    return prioritized + waiting;
  }

  /** Jobs in whatever state. */
  async countAll(): Promise<number> {
    return Object.values(await this.#count()).reduce((sum, count) => sum + count, 0);
  }

  async #count(): Promise<Record<string, number>> {
    this.#looking ??= createQueueStore(this.url).openQueue(queueNameOf(this.local.manifest));
    return this.#looking.getJobCounts();
  }

  async end(): Promise<void> {
    await this.#looking?.close();
    this.#looking = undefined;
    // Front ends first, which came before their workers.
    for (const end of this.#ends.splice(0)) await end();
  }
}

/** For a `describe`: a store that runs, and an empty queue in it before each test. */
export function useQueue(server: QueueServer): QueueStage {
  const stage = new QueueStage();
  beforeAll(async () => {
    const settings = {
      modelsFolder: 'models',
      model: TINY_MODEL_FOLDER,
      workers: 1,
      device: 'cpu',
    } as const;
    const generator = createGenerator({ settings, log: stage.log, workerEntry: workerEntry() });
    await server.start();
    stage.local = await generator;
  });
  beforeEach(async () => {
    vi.clearAllMocks();
    stage.url = await server.create();
  });
  afterEach(() => stage.end());
  afterAll(async () => {
    await stage.local.close();
    await server.remove();
  });
  return stage;
}
