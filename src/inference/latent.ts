import { createRandom } from '../attributes/random.js';

/** How far `/vary` steps away from z, as an angle in radians: neighbours, not strangers (π/2). */
export const VARIATION_ANGLES = { subtle: 0.3, strong: 0.7 } as const;

/**
 * z of a pull, [size]: standard normals from the seed's stream "z", times the model's `truncation`
 * (Marchesi, "Megapixel Size Image Creation using GANs", 2017; ψ scales z towards 0 as in BigGAN's
 * use of a narrower normal, https://arxiv.org/abs/1809.11096).
 */
export function sampleLatent(seed: number, size: number, truncation = 1): Float32Array {
  const random = createRandom(seed, 'z');
  return Float32Array.from({ length: size }, () => random.normal() * truncation);
}

/**
 * Spherical interpolation of latents, `ratio` 0 gives `from`, 1 gives `to`:
 *
 *   ẑ(t) = sin((1−t)Ω)/sin Ω · â + sin(tΩ)/sin Ω · b̂,  Ω = arccos(â·b̂),  |z(t)| = (1−t)|a| + t|b|
 *
 * Directions as in Shoemake, "Animating rotation with quaternion curves" (SIGGRAPH 1985); for the
 * latents of generative networks White, https://arxiv.org/abs/1609.04468: a straight line would
 * pass through short vectors that the generator never saw. Lengths are interpolated linearly.
 * @throws RangeError for vectors of two lengths
 */
export function slerp(from: Float32Array, to: Float32Array, ratio: number): Float32Array {
  expectSameLength(from, to);
  const fromLength = norm(from);
  const toLength = norm(to);
  if (fromLength === 0 || toLength === 0) return lerp(from, to, ratio);
  const length = (1 - ratio) * fromLength + ratio * toLength;
  const cosine = Math.min(1, Math.max(-1, dot(from, to) / (fromLength * toLength)));
  const angle = Math.acos(cosine);
  const sine = Math.sin(angle);
  // (Nearly) the same direction, or opposite ones, between which no arc is shorter than another.
  if (sine < 1e-6) return cosine > 0 ? lerp(from, to, ratio) : rotate(from, ratio * Math.PI);
  const a = (Math.sin((1 - ratio) * angle) / sine / fromLength) * length;
  const b = (Math.sin(ratio * angle) / sine / toLength) * length;
  return combine([from, a], [to, b]);
}

/**
 * A neighbour of z: a step of `angle` radians along the great circle towards a random direction û
 * orthogonal to z, drawn from the seed's stream "vary"; the length stays:
 *
 *   z′ = cos θ · z + sin θ · |z| û
 */
export function perturb(z: Float32Array, angle: number, seed: number): Float32Array {
  const random = createRandom(seed, 'vary');
  const direction = Float32Array.from(z, () => random.normal());
  return rotateTowards(z, direction, angle);
}

/**
 * φ between two descriptions, t·b + (1−t)·a, which is what GAN-INT trains for (Reed et al. 2016, eq. 5).
 * @throws RangeError for vectors of two lengths
 */
export function lerp(from: Float32Array, to: Float32Array, ratio: number): Float32Array {
  expectSameLength(from, to);
  return combine([from, 1 - ratio], [to, ratio]);
}

/** Turns z by an angle in a fixed plane: towards the axis along which z is shortest. */
function rotate(z: Float32Array, angle: number): Float32Array {
  const shortest = z.reduce((best, value, at) => {
    return Math.abs(value) < Math.abs(z[best] ?? Infinity) ? at : best;
  }, 0);
  const axis = new Float32Array(z.length);
  axis[shortest] = 1;
  return rotateTowards(z, axis, angle);
}

function rotateTowards(z: Float32Array, direction: Float32Array, angle: number): Float32Array {
  const length = norm(z);
  if (length === 0) return z.slice();
  const along = dot(z, direction) / (length * length);
  const orthogonal = combine([direction, 1], [z, -along]);
  const orthogonalLength = norm(orthogonal);
  if (orthogonalLength < 1e-6) return z.slice();
  return combine([z, Math.cos(angle)], [orthogonal, (Math.sin(angle) * length) / orthogonalLength]);
}

type Weighted = readonly [vector: Float32Array, weight: number];

function combine([a, weightA]: Weighted, [b, weightB]: Weighted): Float32Array {
  return a.map((value, at) => value * weightA + (b[at] ?? 0) * weightB);
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

function norm(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector));
}

function expectSameLength(from: Float32Array, to: Float32Array): void {
  if (from.length === to.length) return;
  throw new RangeError(`expected two vectors of one length, got ${from.length} and ${to.length}`);
}
