import path from 'node:path';
import { InferenceError } from '../../errors/app-error.js';
import {
  drawingStages,
  embeddingSize,
  findEncoder,
  portraitSizeOf,
  type ModelManifest,
  type ModelStage,
} from '../manifest.js';
import type { InstalledModel } from '../model-folder.js';
import type { FloatTensor, Runtime, StageSession } from './runtime.js';

/** A portrait's inputs, as the graphs take them. */
export interface PortraitInput {
  /** [latentSize] */
  readonly z: Float32Array;
  /** [P], the manifest's embedding size. */
  readonly phi: Float32Array;
}

/** A square picture as interleaved RGB bytes, [sizePx, sizePx, 3], rows from the top. */
export interface RgbPicture {
  readonly data: Uint8Array;
  readonly sizePx: number;
}

/** The result of one run through all stages. */
export interface GeneratedBatch {
  /** Ordered as the inputs, at the size of the last stage that ran. */
  readonly pictures: readonly RgbPicture[];
  /** Milliseconds within the runtime. */
  readonly runtimeMs: number;
}

interface Loaded {
  readonly stage: ModelStage;
  readonly session: StageSession;
}

/** The encoder's input: rgb [N, 3, S, S] in −1…1, and how sharply each picture's φ decides between values. */
export interface EncoderInput {
  readonly rgb: FloatTensor;
  /** 1: probabilities; more: nearer to one value per group. */
  readonly sharpness: readonly number[];
}

/** A model's stages on one runtime. Runs one batch at a time; its caller sees to that. */
export class LoadedModel {
  readonly runtime: Runtime;
  readonly manifest: ModelManifest;
  readonly #folder: string;
  readonly #stages: readonly Loaded[];
  #encoder: Promise<StageSession> | undefined;

  private constructor(
    runtime: Runtime,
    { folder, manifest }: InstalledModel,
    stages: readonly Loaded[],
  ) {
    this.runtime = runtime;
    this.manifest = manifest;
    this.#folder = folder;
    this.#stages = stages;
  }

  /**
   * Loads all stages that draw, or none: those before one that fails are released again.
   * @throws what {@link Runtime.loadStage} throws
   */
  static async load(runtime: Runtime, installed: InstalledModel): Promise<LoadedModel> {
    const { folder, manifest } = installed;
    const stages: Loaded[] = [];
    try {
      for (const stage of drawingStages(manifest)) {
        // One after the other: loading blocks, and two at once need the sum of their memory.
        const session = await loadStage(runtime, stage, folder);
        stages.push({ stage, session });
      }
    } catch (error) {
      await releaseAll(stages);
      throw error;
    }
    return new LoadedModel(runtime, installed, stages);
  }

  /**
   * The first run allocates and compiles; better before somebody waits for it. Stages beyond a pull's
   * size wait for their own first picture.
   * @returns the milliseconds that it took
   */
  async warmUp(): Promise<number> {
    const { latentSize, groups } = this.manifest;
    const phi = new Float32Array(embeddingSize(groups));
    const sizePx = portraitSizeOf(this.manifest);
    const { runtimeMs } = await this.generate([{ z: new Float32Array(latentSize), phi }], sizePx);
    return runtimeMs;
  }

  /**
   * Draws a batch. Stages whose pictures would be larger than `maxSizePx` are left out, except for
   * the first.
   * @throws InferenceError `inference-failed` where the graph gives no pictures, or NaN; what the runtime throws
   */
  async generate(inputs: readonly PortraitInput[], maxSizePx: number): Promise<GeneratedBatch> {
    const started = performance.now();
    let rgb: FloatTensor = stack(inputs, ({ z }) => z);
    for (const [at, { stage, session }] of this.#stages.entries()) {
      if (at > 0 && stage.imageSizePx > maxSizePx) break;
      rgb = await session.run(
        // [batch, latentSize], [batch, embeddingSize] -> [batch, 3, size, size] -> [batch, 3, larger, larger]
        at === 0 ? { z: rgb, phi: stack(inputs, ({ phi }) => phi) } : { rgb },
      );
    }
    const runtimeMs = performance.now() - started;
    return { pictures: toRgbPictures(rgb, inputs.length), runtimeMs };
  }

  /**
   * z, φ, frame and logit of a face for each picture; the first call loads the encoder, which few workers need.
   * @throws InferenceError `inference-failed` where the model has none, or it gives NaN
   */
  async encode({ rgb, sharpness }: EncoderInput): Promise<FloatTensor> {
    const stage = findEncoder(this.manifest);
    if (!stage) throw new InferenceError('inference-failed', 'expected a model with an encoder');
    this.#encoder ??= loadStage(this.runtime, stage, this.#folder).catch((error: unknown) => {
      this.#encoder = undefined;
      throw error;
    });
    const session = await this.#encoder;
    const weights = { data: Float32Array.from(sharpness), dims: [sharpness.length, 1] };
    const reading = await session.run({ rgb, sharpness: weights });
    if (reading.data.every(Number.isFinite)) return reading;
    throw new InferenceError(
      'inference-failed',
      'expected a reading, got NaN; export the model again',
    );
  }

  /** Frees the memory of the graphs; nothing can be drawn afterwards. */
  async release(): Promise<void> {
    await releaseAll(this.#stages);
    // One that could not be loaded holds nothing.
    await this.#encoder?.then(
      (session) => session.release(),
      () => undefined,
    );
  }
}

function loadStage(runtime: Runtime, stage: ModelStage, folder: string): Promise<StageSession> {
  const { file } = (runtime.takesInt8 && stage.int8) || stage;
  return runtime.loadStage(stage, path.join(folder, file));
}

async function releaseAll(stages: readonly Loaded[]): Promise<void> {
  await Promise.all(stages.map(({ session }) => session.release()));
}

function stack(
  inputs: readonly PortraitInput[],
  pick: (input: PortraitInput) => Float32Array,
): FloatTensor {
  const rows = inputs.map(pick);
  const size = rows[0]?.length ?? 0;
  const data = new Float32Array(rows.length * size);
  rows.forEach((row, at) => data.set(row, at * size));
  return { data, dims: [rows.length, size] };
}

/** [batch, 3, size, size] in −1…1 -> interleaved bytes */
function toRgbPictures({ data, dims }: FloatTensor, batch: number): RgbPicture[] {
  const [count, channels, height = 0, width = 0] = dims;
  if (
    count !== batch ||
    channels !== 3 ||
    height !== width ||
    data.length !== batch * 3 * width * height
  ) {
    throw new InferenceError(
      'inference-failed',
      `expected ${batch} square pictures, got a tensor [${dims.join(', ')}]; export the model again`,
    );
  }
  const plane = height * width;
  return Array.from({ length: batch }, (_, at) => {
    const planes = data.subarray(at * 3 * plane, (at + 1) * 3 * plane);
    return { data: interleave(planes, plane), sizePx: width };
  });
}

function interleave(planes: Float32Array, plane: number): Uint8Array {
  const bytes = new Uint8ClampedArray(plane * 3);
  let sum = 0;
  for (let at = 0; at < plane; at += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const value = planes[channel * plane + at] ?? 0;
      sum += value;
      bytes[at * 3 + channel] = (value + 1) * 127.5; // the assignment rounds and clamps
    }
  }
  if (Number.isNaN(sum)) {
    throw new InferenceError(
      'inference-failed',
      'expected pixels, got NaN; export the model again',
    );
  }
  return new Uint8Array(bytes.buffer);
}
