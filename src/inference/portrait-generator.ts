import type { ModelManifest } from './manifest.js';

/** The input of one drawing; the same recipe on the same model gives the same picture. */
export interface Recipe {
  readonly model: string;
  readonly modelVersion: string;
  /** Unsigned 32-bit integer that z was sampled from; of a morph or blend, the first parent's. */
  readonly seed: number;
  /** Attribute embedding [P] in the manifest's group order; each group's block is in 0…1 and sums to 1. */
  readonly phi: Float32Array;
  /** Latent [latentSize]: of a pull, standard normals times the manifest's `truncation`. */
  readonly z: Float32Array;
  /** The person's words, for the file's metadata. */
  readonly description: string;
  /** Goes into the file's metadata too, so that a picture from anywhere can be drawn again. */
  readonly shareCode?: string;
}

/** How far one call is; told again whenever it changes. */
export interface DrawProgress {
  /** Pictures of anybody that come before the next one of this call; 0: it is next, or being drawn. */
  readonly position: number;
  /** Pictures of this call that are ready. */
  readonly done: number;
  readonly total: number;
}

/** How one call draws, for whom, and how to follow and stop it. */
export interface DrawOptions {
  /** Side of the encoded pictures; stages that draw larger ones are left out. */
  readonly sizePx: number;
  readonly format: 'webp' | 'png';
  /** Whose turn it is: people take turns picture by picture. `platform:id`, never shown or logged. */
  readonly person: string;
  /** The event that it answers, where another process asks; undefined: that of `inRequest`. */
  readonly event?: string | undefined;
  /** Ends the call at once; a picture under way is drawn to its end and dropped. */
  readonly signal?: AbortSignal;
  /**
   * Called in this thread when the position changes and when a picture is ready. One that throws is
   * not called again; the drawing goes on.
   */
  readonly onProgress?: (progress: DrawProgress) => void;
}

/** How several portraits are put into one picture. */
export type Composition =
  /** Two to ten (or more) side by side in rows, numbered from 1 in reading order. */
  | { readonly kind: 'grid' }
  /** All in one row, numbered from 1; `large`, when given, drawn large below the row, unnumbered. */
  | { readonly kind: 'strip'; readonly large?: Recipe }
  /** A looping animation through all and back again. GIF unless `encoding` says otherwise. */
  | { readonly kind: 'animation'; readonly encoding?: 'gif' | 'webp'; readonly frameMs?: number };

/** One picture of several portraits, and each of them by itself, so that none is drawn twice. */
export interface ComposedPicture {
  /** An encoded file, as are `portraits`. */
  readonly picture: Uint8Array;
  readonly mimeType: 'image/webp' | 'image/png' | 'image/gif';
  /** Each recipe's own picture in `options.format`, in order; a strip's `large` comes last. */
  readonly portraits: readonly Uint8Array[];
}

/** A decoded picture of any shape: interleaved RGB bytes [height, width, 3], rows from the top. */
export interface PixelPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Whose turn a reading uses, and how to stop it. */
export type ReadOptions = Pick<DrawOptions, 'person' | 'signal'>;

/** The nearest face that the model can draw to one in a picture. */
export interface FaceReading {
  /** [latentSize] */
  readonly z: Float32Array;
  /** [P], weights within each group: how likely the encoder finds each value. */
  readonly phi: Float32Array;
  /** 0…1: how surely the picture holds a drawn face, by the encoder and by the likeness of what was redrawn. */
  readonly certainty: number;
  /** How far the redrawn face is from the picture: the root mean square of the difference of colours, 0…1. */
  readonly distance: number;
}

/** How a generator is, for whoever watches it. */
export interface GeneratorHealth {
  /** Undefined: all is well. Else a few words on why nothing can be drawn now. */
  readonly problem: string | undefined;
  /** Pictures of anybody that wait. */
  readonly waiting: number;
  /** Workers of this process that can draw; undefined where others draw. */
  readonly workers: number | undefined;
}

/** A generator that tells how it is. */
export interface WatchedGenerator extends PortraitGenerator {
  /** Answers at once, from what is known. */
  health(): GeneratorHealth;
}

/** The seam between the game and the GAN. Everything that draws in a process shares one of these. */
export interface PortraitGenerator {
  /** The model of new faces. */
  readonly manifest: ModelManifest;
  /** Models beside it, which draw the faces that they drew before. */
  readonly others: readonly ModelManifest[];

  /**
   * Draws one encoded picture a recipe, in order, the recipe in its metadata.
   * @throws QueueFullError, InferenceTimeoutError, InferenceError; the signal's reason on abort.
   */
  draw(recipes: readonly Recipe[], options: DrawOptions): Promise<readonly Uint8Array[]>;

  /** Draws each recipe and puts them into one picture. Throws as {@link draw}. */
  compose(
    composition: Composition,
    recipes: readonly Recipe[],
    options: DrawOptions,
  ): Promise<ComposedPicture>;

  /**
   * The (z, φ) that draws the face in a picture, found by the model's encoder.
   * @throws InferenceError `inference-failed` where the model has no encoder; as {@link draw}
   */
  read(picture: PixelPicture, options: ReadOptions): Promise<FaceReading>;

  /** Takes no more, finishes what waits (within a bound), ends the workers. Safe to call twice. */
  close(): Promise<void>;
}
