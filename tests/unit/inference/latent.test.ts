import { describe, expect, it } from 'vitest';
import { lerp, perturb, sampleLatent, slerp } from '../../../src/inference/latent.js';

const norm = (z: Float32Array): number => Math.hypot(...z);

function angleBetween(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return Math.acos(Math.min(1, dot / norm(a) / norm(b)));
}

describe('sampleLatent', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    expect(sampleLatent(7, 128)).toEqual(sampleLatent(7, 128));
    expect(sampleLatent(8, 128)).not.toEqual(sampleLatent(7, 128));
  });

  it('is standard normal, scaled by the truncation', () => {
    const z = sampleLatent(1, 10_000, 0.5);
    const mean = z.reduce((sum, value) => sum + value, 0) / z.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(norm(z) / Math.sqrt(z.length)).toBeCloseTo(0.5, 1);
  });
});

describe('slerp', () => {
  const [a, b] = [sampleLatent(1, 128), sampleLatent(2, 128)];

  it('begins and ends at its ends', () => {
    expect(angleBetween(slerp(a, b, 0), a)).toBeCloseTo(0, 2);
    expect(angleBetween(slerp(a, b, 1), b)).toBeCloseTo(0, 2);
  });

  it('moves by equal angles', () => {
    const third = angleBetween(a, b) / 3;
    expect(angleBetween(a, slerp(a, b, 1 / 3))).toBeCloseTo(third, 4);
    expect(angleBetween(slerp(a, b, 1 / 3), slerp(a, b, 2 / 3))).toBeCloseTo(third, 4);
  });

  it('keeps lengths between those of its ends', () => {
    expect(norm(slerp(a, b, 0.5))).toBeCloseTo((norm(a) + norm(b)) / 2, 3);
  });

  it('takes the length of the end that it is near', () => {
    const long = b.map((value) => 3 * value);
    expect(norm(slerp(a, long, 0.25))).toBeCloseTo(0.75 * norm(a) + 0.25 * norm(long), 3);
    expect(norm(slerp(long, a, 0.25))).toBeCloseTo(0.75 * norm(long) + 0.25 * norm(a), 3);
  });

  it.each([
    ['the same vector', a],
    ['its opposite', a.map((value) => -value)],
    ['nearly its opposite', a.map((value, at) => -value + (at === 0 ? 1e-9 : 0))],
  ])('finds a way from a vector to %s without losing its length', (_, other) => {
    for (const ratio of [0, 0.25, 0.5, 1])
      expect(norm(slerp(a, other, ratio))).toBeCloseTo(norm(a), 3);
    expect(angleBetween(slerp(a, other, 1), other)).toBeCloseTo(0, 2);
  });

  it('falls back to a line from zero', () => {
    expect(slerp(new Float32Array(2), Float32Array.of(2, 4), 0.5)).toEqual(Float32Array.of(1, 2));
  });

  it('refuses vectors of two lengths', () => {
    expect(() => slerp(new Float32Array(2), new Float32Array(3), 0.5)).toThrow('2 and 3');
  });
});

describe('perturb', () => {
  const z = sampleLatent(3, 128);

  it('steps by the angle and keeps the length', () => {
    const neighbour = perturb(z, 0.3, 99);
    expect(angleBetween(z, neighbour)).toBeCloseTo(0.3, 4);
    expect(norm(neighbour)).toBeCloseTo(norm(z), 3);
  });

  it('goes the same way for a seed and other ways for others', () => {
    expect(perturb(z, 0.3, 1)).toEqual(perturb(z, 0.3, 1));
    expect(angleBetween(perturb(z, 0.3, 1), perturb(z, 0.3, 2))).toBeGreaterThan(0.2);
  });
});

describe('lerp', () => {
  it('keeps blocks that sum to one summing to one', () => {
    const mixed = lerp(Float32Array.of(1, 0, 0), Float32Array.of(0, 0.5, 0.5), 0.25);
    expect(mixed).toEqual(Float32Array.of(0.75, 0.125, 0.125));
  });
});
