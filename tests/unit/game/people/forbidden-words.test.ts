import { describe, expect, it } from 'vitest';
import { hasForbiddenWord, readWordList } from '../../../../src/game/people/forbidden-words.js';

describe('a list of words', () => {
  it('is read apart by commas of any language, each once, whatever its case and width', () => {
    expect(readWordList(' Ass, Ｂｕｒｎ　it，血、血\nass, ')).toEqual(['ass', 'burn it', '血']);
  });

  it.each([
    ['ass', 'big ASS hair', true],
    ['ass', 'asses', true],
    ['ass', 'grass green hair', false],
    ['burn it', 'burn   it down', true],
    ['c++', 'made in C++', true],
    ['血', '流血的眼睛', true],
    ['ゾンビ', 'ｿﾞﾝﾋﾞの女の子', true],
    ['ゾンビ', '銀髪の女の子', false],
  ])('finds %s in “%s”: %s', (word, text, isThere) => {
    expect(hasForbiddenWord(readWordList(word), text)).toBe(isThere);
  });
});
