import { setMaxListeners } from 'node:events';
import { InferenceError } from '../errors/app-error.js';
import { safeProgress } from './safe-progress.js';
import type { InferenceLog } from './inference-log.js';
import { layoutKey } from './layout-version.js';
import { embeddingSize, type ModelManifest } from './manifest.js';
import type { TaskResult } from './pool/pool-task.js';
import { describeRecipe, mimeTypeOf, recipesOf, toComposeTask } from './pool/compose-task.js';
import type { DrawTask } from './pool/worker-messages.js';
import type { WorkerPool } from './pool/worker-pool.js';
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

/** Accumulated cost of drawing, for benchmarks; without composing. */
export interface DrawingCosts {
  readonly pictures: number;
  /** Milliseconds of workers within the runtime; workers beside each other add up. */
  readonly runtimeMs: number;
  /** The same with encoding; waiting in the queue is left out. */
  readonly totalMs: number;
}

/** Draws on this machine's worker processes. */
export class LocalGenerator implements WatchedGenerator {
  readonly manifest: ModelManifest;
  readonly others = [];
  readonly #pool: WorkerPool;
  readonly #log: InferenceLog;
  #costs: DrawingCosts = { pictures: 0, runtimeMs: 0, totalMs: 0 };

  constructor(manifest: ModelManifest, pool: WorkerPool, log: InferenceLog) {
    this.manifest = manifest;
    this.#pool = pool;
    this.#log = log;
  }

  get costs(): DrawingCosts {
    return this.#costs;
  }

  /** Process ids of the workers, for measuring. */
  get pids(): readonly number[] {
    return this.#pool.pids;
  }

  /** Pictures that its workers draw at once when there are enough. */
  get capacity(): number {
    return this.#pool.capacity;
  }

  /** Pictures of anybody that wait for a worker. */
  get waiting(): number {
    return this.#pool.waiting;
  }

  health(): GeneratorHealth {
    const { waiting, readyWorkers: workers } = this.#pool;
    return { problem: workers === 0 ? 'no worker can draw' : undefined, waiting, workers };
  }

  async draw(recipes: readonly Recipe[], options: DrawOptions): Promise<readonly Uint8Array[]> {
    for (const recipe of recipes) this.#expectFit(recipe);
    const { person } = options;
    const onProgress = safeProgress(options.onProgress, this.#log);
    // One that fails takes the rest with it: half a ten-pull is of no use and only fills the queue.
    const rest = new AbortController();
    const signals = [rest.signal, ...(options.signal ? [options.signal] : [])];
    const signal = AbortSignal.any(signals);
    setMaxListeners(0, signal); // one listener per picture
    const total = recipes.length;
    let done = 0;
    const positions = new Map<number, number>();
    const tell = (): void => {
      const position = positions.size === 0 ? 0 : Math.min(...positions.values());
      onProgress?.({ position, done, total });
    };
    const drawOne = async (recipe: Recipe, at: number): Promise<Uint8Array> => {
      const onPosition = (position: number): void => {
        positions.set(at, position);
        tell();
      };
      const result = await this.#pool.run({
        person,
        task: toTask(recipe, options),
        signal,
        ...(onProgress ? { onPosition } : {}),
      });
      this.#count(result);
      positions.delete(at);
      done += 1;
      tell();
      return result.picture;
    };
    try {
      return await Promise.all(recipes.map(drawOne));
    } catch (error) {
      rest.abort(error);
      throw error;
    }
  }

  async compose(
    composition: Composition,
    recipes: readonly Recipe[],
    options: DrawOptions,
  ): Promise<ComposedPicture> {
    const all = recipesOf(composition, recipes);
    const portraits = await this.draw(all, options);
    const task = toComposeTask(composition, { recipes: all, portraits }, options);
    const { person, signal } = options;
    const { picture } = await this.#pool.run({ person, signal, task });
    return { picture, mimeType: mimeTypeOf(task.layout), portraits };
  }

  async read(picture: PixelPicture, { person, signal }: ReadOptions): Promise<FaceReading> {
    const task = { kind: 'read', picture } as const;
    const { reading } = await this.#pool.run({ person, task, signal });
    if (reading) return reading;
    throw new InferenceError('inference-failed', 'expected a reading, got a picture');
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #count({ runtimeMs, totalMs }: TaskResult): void {
    this.#costs = {
      pictures: this.#costs.pictures + 1,
      runtimeMs: this.#costs.runtimeMs + runtimeMs,
      totalMs: this.#costs.totalMs + totalMs,
    };
  }

  #expectFit({ model, modelVersion, z, phi }: Recipe): void {
    const { id, version, latentSize, groups } = this.manifest;
    const phiSize = embeddingSize(groups);
    const isOwn = layoutKey({ id: model, version: modelVersion }) === layoutKey(this.manifest);
    const isFit = isOwn && z.length === latentSize && phi.length === phiSize;
    if (isFit && z.every(Number.isFinite) && phi.every(Number.isFinite)) return;
    throw new InferenceError(
      'recipe-mismatch',
      `expected a recipe of ${id} ${version} with ${latentSize} and ${phiSize} finite numbers in z and phi, ` +
        `got one of ${model} ${modelVersion} with ${z.length} and ${phi.length}; install that model, or convert the recipe`,
      { context: { model, installed: id } },
    );
  }
}

function toTask(recipe: Recipe, { sizePx, format }: DrawOptions): DrawTask {
  const { z, phi } = recipe;
  return { kind: 'draw', z, phi, sizePx, format, recipe: describeRecipe(recipe) };
}
