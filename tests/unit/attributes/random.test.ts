import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/attributes/random.js';

const take = (count: number, next: () => number): number[] => Array.from({ length: count }, next);

describe('createRandom', () => {
  it('repeats itself for the same seed and stream', () => {
    const [one, other] = [createRandom(7, 'z'), createRandom(7, 'z')];
    expect(take(20, one.normal)).toEqual(take(20, other.normal));
  });

  it('keeps its numbers for ever: saved seeds must draw the same portraits', () => {
    expect(take(3, createRandom(42, 'z').uniform)).toMatchInlineSnapshot(`
      [
        0.4411475555971265,
        0.4775671917013824,
        0.3789015943184495,
      ]
    `);
    expect(take(3, createRandom(42, 'phi').normal)).toMatchInlineSnapshot(`
      [
        -1.7738056351112876,
        -1.3761869973646734,
        -1.4288511920249445,
      ]
    `);
  });

  it.each([
    [createRandom(8, 'z'), createRandom(9, 'z')],
    [createRandom(8, 'z'), createRandom(8, 'phi')],
  ])('differs between seeds and between streams', (one, other) => {
    expect(take(5, one.uniform)).not.toEqual(take(5, other.uniform));
  });

  it('draws uniform numbers in [0, 1) with the right mean and spread', () => {
    const numbers = take(20_000, createRandom(1).uniform);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(mean(numbers)).toBeCloseTo(0.5, 2);
    expect(mean(numbers.map((number) => (number - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
  });

  it('draws standard normal numbers', () => {
    const numbers = take(20_000, createRandom(2).normal);
    expect(mean(numbers)).toBeCloseTo(0, 1);
    expect(mean(numbers.map((number) => number ** 2))).toBeCloseTo(1, 1);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  it.each([-1, 1.5, 2 ** 32, Number.NaN])('refuses %s as a seed', (seed) => {
    expect(() => createRandom(seed)).toThrow(RangeError);
  });

  it('takes the smallest and the largest seed', () => {
    expect(createRandom(0).uniform()).not.toBe(createRandom(2 ** 32 - 1).uniform());
  });
});

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
