import { describe, expect, it } from 'vitest';
import { tileColumns } from '../../../src/bots/web/page/src/parts/portraits/tile-columns.js';

const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('tileColumns', () => {
  it.each(COUNTS)('leaves none of %i faces alone in a row', (count) => {
    for (const columns of Object.values(tileColumns(count)).map(Number)) {
      expect(count % columns).not.toBe(1);
    }
  });

  it('fills every row of a ten-pull', () => {
    expect(tileColumns(10)).toEqual({ '--columns': 5, '--columns-on-phone': 2 });
  });

  it('keeps to one size where more faces come', () => {
    expect(tileColumns()).toEqual({ '--columns': 5, '--columns-on-phone': 3 });
  });
});
