import { describe, expect, it } from 'vitest';
import { clampPage } from '../../../src/game/clamp-page.js';

describe('clampPage', () => {
  it.each([
    [1, 1],
    [50, 50],
    [51, 50],
    [0, 1],
    [-3, 1],
    [2.9, 2],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 1],
  ])('takes %s of at most 50 as %i', (value, expected) => {
    expect(clampPage(value, 50)).toBe(expected);
  });
});
