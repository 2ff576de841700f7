import { describe, expect, it } from 'vitest';
import { findCorrection, findNearest } from '../../../src/parsing/recognize/spelling.js';

describe('findCorrection', () => {
  it.each([
    ['blodne', 'blonde'],
    ['lbonde', 'blonde'],
    ['bloned', 'blonde'],
    ['gerne', undefined],
    ['gerni', undefined],
  ])('takes two swapped letters for one slip: %s → %s', (typed, word) => {
    expect(findCorrection(typed)).toBe(word);
  });

  it.each(['elbond', 'bnolde'])('takes no farther swap for one: %s', (typed) => {
    expect(findCorrection(typed)).toBeUndefined();
  });

  it.each([
    ['blnde', 'blonde'],
    ['blondde', 'blonde'],
    ['blonfe', 'blonde'],
  ])('takes one missing, doubled or wrong letter for a slip: %s → %s', (typed, word) => {
    expect(findCorrection(typed)).toBe(word);
  });

  it.each(['eyse'])('prefers a swap to another word one letter away: %s', (typed) => {
    expect(findCorrection(typed)).toBe('eyes');
  });

  it.each(['hir', 'blonde7', 'b'.repeat(25)])('leaves %s alone', (typed) => {
    expect(findCorrection(typed)).toBeUndefined();
  });

  it('repairs no word of the English dictionary', () => {
    expect(findCorrection('park')).toBeUndefined();
  });
});

describe('findNearest', () => {
  it('counts two slips in a long word, one in a short one', () => {
    expect(findNearest('turquiose')).toEqual({ word: 'turquoise', slips: 2 });
    expect(findNearest('blodnr')).toBeUndefined();
  });
});
