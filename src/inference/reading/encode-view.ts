import { embeddingSize, findEncoder, READING_PARTS } from '../manifest.js';
import type { LoadedModel } from '../runtime/loaded-model.js';

/** 1: each group's φ are probabilities; more: nearer to one value. */
const SHARPNESS = 1;

/** z and φ, as the encoder finds them or as they are drawn from. */
export interface Guess {
  readonly z: Float32Array;
  readonly phi: Float32Array;
}

/** The encoder's answer for one view. */
export interface EncodedView extends Guess {
  /** The generator's picture in the view: centre x, y, log width, log height. */
  readonly frame: Float32Array;
  /** The logit of there being a drawn face. */
  readonly face: number;
}

/** The width of a view in pixels. */
export function viewSize(model: LoadedModel): number {
  return findEncoder(model.manifest)?.imageSizePx ?? 0;
}

/** Reads a view: planes [3, size, size] in −1…1. */
export async function encodeView(model: LoadedModel, view: Float32Array): Promise<EncodedView> {
  const size = viewSize(model);
  const rgb = { data: view, dims: [1, 3, size, size] };
  const { data } = await model.encode({ rgb, sharpness: [SHARPNESS] });
  return split(model, data);
}

function split({ manifest }: LoadedModel, row: Float32Array): EncodedView {
  const phiAt = manifest.latentSize;
  const frameAt = phiAt + embeddingSize(manifest.groups);
  const faceAt = frameAt + READING_PARTS.frame;
  return {
    z: row.slice(0, phiAt),
    phi: row.slice(phiAt, frameAt),
    frame: row.slice(frameAt, faceAt),
    face: row[faceAt] ?? 0,
  };
}
