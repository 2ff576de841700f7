import { InferenceError } from '../errors/app-error.js';
import { layoutKey } from './layout-version.js';
import type { ModelManifest } from './manifest.js';
import { composePictures, mimeTypeOf, recipesOf, toComposeTask } from './pool/compose-task.js';
import type {
  ComposedPicture,
  Composition,
  DrawOptions,
  DrawProgress,
  FaceReading,
  GeneratorHealth,
  PixelPicture,
  ReadOptions,
  Recipe,
  WatchedGenerator,
} from './portrait-generator.js';

/** Several models side by side: each recipe is drawn by the model whose layout it names. */
export class RoutingGenerator implements WatchedGenerator {
  readonly #own: WatchedGenerator;
  readonly #byLayout: ReadonlyMap<string, WatchedGenerator>;

  /** The first draws new faces. Closing this closes all of them. */
  constructor(own: WatchedGenerator, others: readonly WatchedGenerator[]) {
    this.#own = own;
    const all = [own, ...others].map((each) => [layoutKey(each.manifest), each] as const);
    // Of two with one layout the first stays.
    this.#byLayout = new Map(all.toReversed());
  }

  get manifest(): ModelManifest {
    return this.#own.manifest;
  }

  get others(): readonly ModelManifest[] {
    return this.#all.filter((each) => each !== this.#own).map(({ manifest }) => manifest);
  }

  /** The health of the model of new faces, with the waiting pictures and workers of all models. */
  health(): GeneratorHealth {
    const own = this.#own.health();
    const all = this.#all.map((each) => each.health());
    const waiting = all.reduce((sum, each) => sum + each.waiting, 0);
    const workers = all.reduce((sum, each) => sum + (each.workers ?? 0), 0);
    return { ...own, waiting, workers: own.workers === undefined ? undefined : workers };
  }

  async draw(recipes: readonly Recipe[], options: DrawOptions): Promise<readonly Uint8Array[]> {
    const parts = this.#split(recipes);
    const [only] = parts;
    if (only === undefined) return [];
    if (parts.length === 1) return only.generator.draw(recipes, options);
    const progress = new JointProgress(parts.length, options.onProgress);
    const pictures: Uint8Array[] = [];
    await Promise.all(
      parts.map(async ({ generator, places }, at) => {
        const own = places.flatMap((place) => recipes[place] ?? []);
        const onProgress = progress.of(at, own.length);
        const drawn = await generator.draw(own, { ...options, onProgress });
        for (const [index, place] of places.entries()) {
          pictures[place] = drawn[index] ?? new Uint8Array();
        }
      }),
    );
    return pictures;
  }

  /** Portraits of several models are drawn by theirs and put together in this process. */
  async compose(
    composition: Composition,
    recipes: readonly Recipe[],
    options: DrawOptions,
  ): Promise<ComposedPicture> {
    const all = recipesOf(composition, recipes);
    const parts = this.#split(all);
    const [only = { generator: this.#own }] = parts;
    if (parts.length < 2) return only.generator.compose(composition, recipes, options);
    const portraits = await this.draw(all, options);
    const task = toComposeTask(composition, { recipes: all, portraits }, options);
    const picture = await composePictures(task);
    return { picture, mimeType: mimeTypeOf(task.layout), portraits };
  }

  /** By the model of new faces, whose neighbours the face's relatives are. */
  read(picture: PixelPicture, options: ReadOptions): Promise<FaceReading> {
    return this.#own.read(picture, options);
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((each) => each.close()));
  }

  get #all(): readonly WatchedGenerator[] {
    return [...this.#byLayout.values()];
  }

  /** The places of each model's recipes among all. */
  #split(
    recipes: readonly Recipe[],
  ): readonly { readonly generator: WatchedGenerator; readonly places: number[] }[] {
    const parts = new Map<WatchedGenerator, number[]>();
    for (const [place, recipe] of recipes.entries()) {
      const generator = this.#find(recipe);
      parts.set(generator, [...(parts.get(generator) ?? []), place]);
    }
    return [...parts].map(([generator, places]) => ({ generator, places }));
  }

  #find({ model: id, modelVersion: version }: Recipe): WatchedGenerator {
    const found = this.#byLayout.get(layoutKey({ id, version }));
    if (found) return found;
    const installed = this.#all.map(({ manifest }) => `${manifest.id} ${manifest.version}`);
    throw new InferenceError(
      'recipe-mismatch',
      `expected a recipe of ${installed.join(' or ')}, got one of ${id} ${version}; install that model`,
      { context: { model: id, installed: installed.join(', ') } },
    );
  }
}

/** Adds up how far several models are with one call. */
class JointProgress {
  readonly #parts: DrawProgress[];
  readonly #tell: DrawOptions['onProgress'];

  constructor(parts: number, tell: DrawOptions['onProgress']) {
    this.#parts = Array.from({ length: parts }, () => ({ position: 0, done: 0, total: 0 }));
    this.#tell = tell;
  }

  of(at: number, total: number): (progress: DrawProgress) => void {
    this.#parts[at] = { position: 0, done: 0, total };
    return (progress) => {
      this.#parts[at] = progress;
      const unfinished = this.#parts.filter((part) => part.done < part.total);
      this.#tell?.({
        position:
          unfinished.length === 0 ? 0 : Math.min(...unfinished.map((part) => part.position)),
        done: this.#parts.reduce((sum, part) => sum + part.done, 0),
        total: this.#parts.reduce((sum, part) => sum + part.total, 0),
      });
    };
  }
}
