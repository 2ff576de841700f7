import type { WireError } from '../../errors/wire-error.js';
import type { PictureRecipe } from '../../imaging/picture-recipe.js';
import type { InstalledModel } from '../model-folder.js';
import type { RuntimeSettings, SkippedDevice } from '../runtime/runtime.js';

/** Everything a worker needs to know, sent once when it starts. */
export interface WorkerSetup {
  readonly installed: InstalledModel;
  readonly settings: RuntimeSettings;
}

/** One portrait, drawn and encoded. Tasks of one `sizePx` may be drawn as one batch. */
export interface DrawTask {
  readonly kind: 'draw';
  readonly z: Float32Array;
  readonly phi: Float32Array;
  readonly sizePx: number;
  readonly format: 'webp' | 'png';
  readonly recipe: PictureRecipe;
}

/** Drawn portraits put into one picture. Never part of a batch. */
export interface ComposeTask {
  readonly kind: 'compose';
  readonly layout: ComposeLayout;
  readonly pictures: readonly Uint8Array[];
  readonly recipes: readonly PictureRecipe[];
}

export type ComposeLayout =
  | { readonly kind: 'grid'; readonly format: 'webp' | 'png' }
  | { readonly kind: 'strip'; readonly format: 'webp' | 'png'; readonly hasLarge: boolean }
  | { readonly kind: 'animation'; readonly format: 'gif' | 'webp'; readonly frameMs: number };

export type WorkerTask = DrawTask | ComposeTask;

export interface TaskOutcome {
  /** The encoded picture of each task, in order. */
  readonly pictures: readonly Uint8Array[];
  /** Milliseconds within the runtime, and in all, for the whole batch. */
  readonly runtimeMs: number;
  readonly totalMs: number;
}

/** Parent to worker. */
export type RequestMessage =
  | { readonly type: 'start'; readonly setup: WorkerSetup }
  | { readonly type: 'run'; readonly id: number; readonly tasks: readonly WorkerTask[] }
  | { readonly type: 'stop' };

export interface ReadyMessage {
  readonly type: 'ready';
  /** For logs: `onnx/cpu`. */
  readonly runtime: string;
  readonly isGpu: boolean;
  readonly skipped: readonly SkippedDevice[];
}

/** Worker to parent. */
export type ResponseMessage =
  | ReadyMessage
  | { readonly type: 'not-ready'; readonly error: WireError }
  | { readonly type: 'done'; readonly id: number; readonly outcome: TaskOutcome }
  | { readonly type: 'failed'; readonly id: number; readonly error: WireError };
