import { describe, expect, it } from 'vitest';
import { placeOfEmoji } from '../../../src/bots/discord/events/reactions.js';

const single = { kind: 'pull', portraitIds: ['a'] } as const;
const grid = { kind: 'pull', portraitIds: [...'abcdefghij'] } as const;
const strip = { kind: 'strip', portraitIds: [...'abcdefgh'] } as const;

describe('placeOfEmoji', () => {
  it.each([
    ['❤️', single, 1],
    ['❤', single, 1],
    ['💙', single, 1],
    ['1️⃣', single, 1],
    ['2️⃣', single, undefined],
    ['3️⃣', grid, 3],
    ['🔟', grid, 10],
    ['0️⃣', grid, undefined],
    ['❤️', grid, undefined],
    ['4️⃣', strip, 4],
    ['❤️', strip, 8],
    ['👍', single, undefined],
    ['3', grid, undefined],
    [null, single, undefined],
  ] as const)('reads %s', (emoji, post, place) => {
    expect(placeOfEmoji(emoji, post)).toBe(place);
  });
});
