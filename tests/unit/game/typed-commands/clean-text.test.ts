import { describe, expect, it } from 'vitest';
import { cleanText, foldText } from '../../../../src/game/typed-commands/clean-text.js';

describe('cleanText', () => {
  it.each([
    ['tabs\tand\nlines\u0000', 'tabs and lines'],
    ['half \ud800 surrogate', 'half surrogate'],
    ['\u202eturned round\u202c', 'turned round'],
    ["Robert'); DROP TABLE favorite;--", "Robert'); DROP TABLE favorite;--"],
    ['**bold** <b>', '**bold** <b>'],
    ['👩‍👩‍👧 家族', '👩‍👩‍👧 家族'],
    ['\u200b\u2060 ', ''],
  ])('makes %j %j', (text, cleaned) => {
    expect(cleanText(text, 100)).toBe(cleaned);
  });

  it('cuts between characters, not inside one', () => {
    expect(cleanText('👩‍👩‍👧'.repeat(10), 3)).toBe('👩‍👩‍👧');
    expect(cleanText('あ'.repeat(10_000), 40)).toBe('あ'.repeat(40));
    expect(cleanText(`a${'\u0301'.repeat(10_000)}`, 40).length).toBeLessThanOrEqual(160);
  });
});

describe('foldText', () => {
  it('makes width and case the same', () => {
    expect(foldText('Ｖｉｏｌｅｔ  Ⅳ')).toBe('violet iv');
  });
});
