import { describe, expect, it } from 'vitest';
import { foldTag } from '../../../../src/game/favorites/favorite-tag.js';

describe('a tag', () => {
  it.each([
    ['#Shy', 'shy'],
    [' ＃ＢＬＵＥ  Mood ', 'blue mood'],
    ['sh\u200by\u202e', 'shy'],
    ['## # #shy', 'shy'],
    ['長'.repeat(40), '長'.repeat(30)],
    ['\u200b#', ''],
  ])('%j is %j', (written, tag) => {
    expect(foldTag(written)).toBe(tag);
  });

  it.each(['# #x', 'ﷺ'.repeat(30), 'İstanbul', '㍿'.repeat(29), 'x'.repeat(30) + ' y'])(
    'that went through once comes out the same again: %j',
    (written) => {
      expect(foldTag(foldTag(written))).toBe(foldTag(written));
    },
  );
});
