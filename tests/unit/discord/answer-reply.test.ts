import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/bots/discord/actions/answer-reply.js';

const single = { kind: 'pull', portraitIds: ['a'] } as const;
const grid = { kind: 'pull', portraitIds: [...'abcdefghij'] } as const;
const strip = { kind: 'strip', portraitIds: [...'abcdefgh'] } as const;

describe('readReply', () => {
  it.each([
    ['blue hair', single, 1, 'blue hair'],
    ['2 braids', single, 1, '2 braids'],
    ['3', grid, 3, ''],
    ['#10', grid, 10, ''],
    ['3. blue hair', grid, 3, 'blue hair'],
    ['3 blue hair', grid, 3, 'blue hair'],
    ['3番 青い髪', grid, 3, '青い髪'],
    ['11 blue', grid, undefined, '11 blue'],
    ['3d glasses', grid, undefined, '3d glasses'],
    ['blue hair', grid, undefined, 'blue hair'],
    ['blue hair', strip, 8, 'blue hair'],
    ['2 blue hair', strip, 2, 'blue hair'],
  ] as const)('reads %s', (text, post, place, words) => {
    expect(readReply(text, post)).toEqual({ place, words });
  });
});
