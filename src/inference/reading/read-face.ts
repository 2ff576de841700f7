import { embeddingSize, findEncoder, type ModelManifest } from '../manifest.js';
import type { FaceReading, PixelPicture } from '../portrait-generator.js';
import type { LoadedModel } from '../runtime/loaded-model.js';
import { encodeView, viewSize, type EncodedView, type Guess } from './encode-view.js';
import { distanceOf } from './likeness.js';
import { firstWindows, isWhole, narrow, sampleView, type Window } from './view.js';

/** Times that the window is narrowed to where the face is found. */
const MOST_NARROWINGS = 2;
/** The part of what a drawing lacks that is added to the guess. */
const STEP = 0.75;

/** A view of the picture and what the encoder read in it. */
interface Sight {
  readonly view: Float32Array;
  readonly read: EncodedView;
}

/**
 * Looks for the (z, φ) whose drawing is nearest to a picture: the encoder finds the face and reads it there; the guess
 * is drawn, and corrected by the difference to what the encoder reads in its drawing, since the runtime gives no gradient
 * to go by.
 */
export async function readFace(
  model: LoadedModel,
  picture: PixelPicture,
): Promise<{ readonly reading: FaceReading; readonly runtimeMs: number }> {
  const started = performance.now();
  const { sight, face } = await findFace(model, picture);
  const { z, phi, distance } = await approach(model, sight);
  const certainty = certaintyOf(face, distance, model.manifest);
  return { reading: { z, phi, distance, certainty }, runtimeMs: performance.now() - started };
}

/** The reading of the window that the encoder is surest of, narrowed to the face, and the best logit of a face. */
async function findFace(
  model: LoadedModel,
  picture: PixelPicture,
): Promise<{ readonly sight: Sight; readonly face: number }> {
  const size = viewSize(model);
  const look = async (window: Window): Promise<Sight & { readonly window: Window }> => {
    const view = sampleView(picture, window, size);
    return { window, view, read: await encodeView(model, view) };
  };
  let best: Awaited<ReturnType<typeof look>> | undefined;
  for (const window of firstWindows(picture)) {
    // oxlint-disable-next-line no-await-in-loop -- a session takes one run at a time
    const found = await look(window);
    if (!best || found.read.face > best.read.face) best = found;
  }
  if (!best) throw new RangeError('expected a window, got none');
  let { face } = best.read;
  for (let time = 0; time < MOST_NARROWINGS && !isWhole(best.read.frame); time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each goes on from the one before
    best = await look(narrow(best.window, best.read.frame));
    face = Math.max(face, best.read.face);
  }
  return { sight: best, face };
}

/** Draws the guess and adds what the drawing lacks; `distance` is the first drawing's. */
async function approach(
  model: LoadedModel,
  { view, read: wanted }: Sight,
): Promise<Guess & { readonly distance: number }> {
  const redrawn = await redraw(model, wanted);
  const got = await encodeView(model, redrawn);
  const { z, phi } = correct(model.manifest, wanted, got);
  return { z, phi, distance: distanceOf(view, redrawn, viewSize(model)) };
}

/** A guess' drawing, as the encoder sees it. */
async function redraw(model: LoadedModel, { z, phi }: Guess): Promise<Float32Array> {
  // The first stage alone: as large as the encoder needs, and more.
  const { pictures } = await model.generate([{ z, phi }], 0);
  const [drawn] = pictures;
  if (!drawn) throw new RangeError('expected a picture, got none');
  const { data, sizePx } = drawn;
  const whole = { left: 0, top: 0, width: sizePx, height: sizePx };
  return sampleView({ data, width: sizePx, height: sizePx }, whole, viewSize(model));
}

/** The reading of the picture less that of the drawing is the drawing's error. */
function correct(manifest: ModelManifest, wanted: Guess, got: Guess): Guess {
  const move = (from: Float32Array, seen: Float32Array): Float32Array =>
    from.map((value, at) => value + STEP * (value - (seen[at] ?? 0)));
  return { z: move(wanted.z, got.z), phi: toEmbedding(move(wanted.phi, got.phi), manifest) };
}

/** Weights of 0 and more that sum to one per group. */
function toEmbedding(weights: Float32Array, { groups }: ModelManifest): Float32Array {
  const phi = new Float32Array(embeddingSize(groups));
  let start = 0;
  for (const { values } of groups) {
    const block = weights.slice(start, start + values.length).map((weight) => Math.max(0, weight));
    const sum = block.reduce((total, weight) => total + weight, 0);
    phi.set(sum > 0 ? block.map((weight) => weight / sum) : block.fill(1 / block.length), start);
    start += values.length;
  }
  return phi;
}

/** How quickly a redrawn face becomes unlikely beyond the doubtful distance. */
const DISTANCE_SLOPE = 40;

function certaintyOf(face: number, distance: number, manifest: ModelManifest): number {
  const doubtful = findEncoder(manifest)?.doubtfulDistance ?? 1;
  const bySight = 1 / (1 + Math.exp(-face));
  const byLikeness = 1 / (1 + Math.exp((distance - doubtful) * DISTANCE_SLOPE));
  return Math.min(bySight, byLikeness);
}
