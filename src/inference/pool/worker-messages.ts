import type { WireError } from '../../errors/wire-error.js';
import type { PictureRecipe } from '../../imaging/picture-recipe.js';
import type { InstalledModel } from '../model-folder.js';
import type { FaceReading, PixelPicture } from '../portrait-generator.js';
import type { RuntimeSettings, SkippedDevice } from '../runtime/runtime.js';

/** Everything a worker needs to know, sent once when it starts. */
export interface WorkerSetup {
  readonly installed: InstalledModel;
  readonly settings: RuntimeSettings;
}

/** One portrait, drawn and encoded. Tasks of one `sizePx` may be drawn as one batch. */
export interface DrawTask {
  readonly kind: 'draw';
  /** [latentSize] */
  readonly z: Float32Array;
  /** [P], the manifest's embedding size. */
  readonly phi: Float32Array;
  /** Side of the encoded picture; also leaves out stages that draw larger ones. */
  readonly sizePx: number;
  readonly format: 'webp' | 'png';
  readonly recipe: PictureRecipe;
}

/** Drawn portraits put into one picture. Never part of a batch. */
export interface ComposeTask {
  readonly kind: 'compose';
  readonly layout: ComposeLayout;
  /** Encoded files in order; with a strip's `hasLarge`, the last one is the large one. */
  readonly pictures: readonly Uint8Array[];
  readonly recipes: readonly PictureRecipe[];
}

/** How a composing task lays its pictures out and encodes the result; `frameMs` in milliseconds. */
export type ComposeLayout =
  | { readonly kind: 'grid'; readonly format: 'webp' | 'png' }
  | { readonly kind: 'strip'; readonly format: 'webp' | 'png'; readonly hasLarge: boolean }
  | { readonly kind: 'animation'; readonly format: 'gif' | 'webp'; readonly frameMs: number };

/** A face looked for in a picture. Never part of a batch. */
export interface ReadTask {
  readonly kind: 'read';
  readonly picture: PixelPicture;
}

/** One unit of work; each yields one encoded picture, or a reading. */
export type WorkerTask = DrawTask | ComposeTask | ReadTask;

/** A worker's response to one run. */
export interface TaskOutcome {
  /** The encoded picture of each task, in order; none of a reading. */
  readonly pictures: readonly Uint8Array[];
  readonly reading?: FaceReading;
  /** Milliseconds within the runtime, and in all, for the whole batch. */
  readonly runtimeMs: number;
  readonly totalMs: number;
}

/** Parent to worker. */
export type RequestMessage =
  | { readonly type: 'start'; readonly setup: WorkerSetup }
  | { readonly type: 'run'; readonly id: number; readonly tasks: readonly WorkerTask[] }
  | { readonly type: 'stop' };

/** Sent once, when a worker has loaded the model and drawn a first picture with it. */
export interface ReadyMessage {
  readonly type: 'ready';
  /** For logs: `onnx/cpu`. */
  readonly runtime: string;
  /** True if it takes batches; on the CPU it takes one task at a time. */
  readonly isGpu: boolean;
  /** Devices that were tried before. */
  readonly skipped: readonly SkippedDevice[];
}

/** Worker to parent. */
export type ResponseMessage =
  | ReadyMessage
  | { readonly type: 'not-ready'; readonly error: WireError }
  | { readonly type: 'done'; readonly id: number; readonly outcome: TaskOutcome }
  | { readonly type: 'failed'; readonly id: number; readonly error: WireError };
