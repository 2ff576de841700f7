import { describe, expect, it } from 'vitest';
import { decodeCustomId, encodeCustomId } from '../../../src/bots/discord/custom-id.js';

describe('custom ids', () => {
  it('come back as they were written', () => {
    const text = encodeCustomId('keep', 'a1b2c3d4e5f6', 10);
    expect(decodeCustomId(text)).toEqual({ verb: 'keep', ids: ['a1b2c3d4e5f6', '10'] });
  });

  // Posts with these buttons stand in channels: whoever changes them breaks those.
  it.each([
    ['m1.keep.a1b2c3d4e5f6.3', 'keep'],
    ['m1.again.a1b2c3d4e5f6', 'again'],
    ['m1.change.a1b2c3d4e5f6.1', 'change'],
    ['m1.vary.a1b2c3d4e5f6', 'vary'],
    ['m1.blend.a1b2c3d4e5f6', 'blend'],
    ['m1.delete.a1b2c3d4e5f6', 'delete'],
    ['m1.find.a1b2c3d4e5f6', 'find'],
    ['m1.find-pick.a1b2c3d4e5f6', 'find-pick'],
    ['m1.find-colors.a1b2c3d4e5f6.1', 'find-colors'],
    ['m1.find-details.a1b2c3d4e5f6.1', 'find-details'],
    ['m1.page.2', 'page'],
  ])('still read %s from an old post', (text, verb) => {
    expect(decodeCustomId(text)?.verb).toBe(verb);
  });

  it.each(['', 'm1', 'm1.', 'm1.burn.x', 'm9.keep.x.1', 'keep.x', '__proto__.keep'])(
    'do not read %j',
    (text) => {
      expect(decodeCustomId(text)).toBeUndefined();
    },
  );
});
