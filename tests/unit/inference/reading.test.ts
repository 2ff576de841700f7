import { describe, expect, it } from 'vitest';
import { distanceOf } from '../../../src/inference/reading/likeness.js';
import { firstWindows, isWhole, narrow, sampleView } from '../../../src/inference/reading/view.js';

/** A picture whose red grows to the right and whose green grows downwards. */
function ramp(width: number, height: number) {
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      data.set([column, row, 0], (row * width + column) * 3);
    }
  }
  return { data, width, height };
}

const level = (value: number): number => value / 127.5 - 1;

describe('sampleView', () => {
  it('gives the pixels themselves where sizes agree, as planes', () => {
    const view = sampleView(ramp(4, 4), { left: 0, top: 0, width: 4, height: 4 }, 4);
    const plane = (from: number) => [...view.subarray(from * 16, from * 16 + 16)];
    const expected = (at: (row: number, column: number) => number) =>
      Array.from({ length: 16 }, (_, place) => level(at(Math.floor(place / 4), place % 4)));
    plane(0).forEach((value, at) =>
      expect(value).toBeCloseTo(expected((_, column) => column)[at]!),
    );
    plane(1).forEach((value, at) => expect(value).toBeCloseTo(expected((row) => row)[at]!));
    plane(2).forEach((value) => expect(value).toBeCloseTo(-1));
  });

  it('averages what is larger, and takes what lies beyond the edges as white', () => {
    const [, inside] = sampleView(ramp(8, 8), { left: 0, top: 0, width: 8, height: 8 }, 4);
    expect(inside).toBeCloseTo(level(2.5));
    const beyond = sampleView(ramp(8, 8), { left: 4, top: 0, width: 8, height: 8 }, 4);
    expect([...beyond.subarray(2, 4)]).toEqual([1, 1]);
    expect(beyond[1]).toBeCloseTo(level(6.5));
  });
});

describe('a window', () => {
  it('is narrowed to a frame: centre and logarithm of size, in widths of it', () => {
    const window = { left: 100, top: 50, width: 200, height: 100 };
    const frame = [0.25, -0.25, Math.log(0.5), Math.log(0.5)];
    expect(narrow(window, frame)).toEqual({ left: 200, top: 50, width: 100, height: 50 });
    expect(narrow(window, [0, 0, 0, 0])).toEqual(window);
    expect([isWhole(frame), isWhole([0.004, 0, -0.004, 0])]).toEqual([false, true]);
  });

  it('is the whole of a nearly square picture, and of a long one its squares, too', () => {
    const whole = (width: number, height: number) => firstWindows({ ...ramp(1, 1), width, height });
    expect(whole(110, 100)).toEqual([{ left: 0, top: 0, width: 110, height: 100 }]);
    expect(whole(100, 300)).toEqual([
      { left: -100, top: 0, width: 300, height: 300 },
      { left: 0, top: 100, width: 100, height: 100 },
      { left: 0, top: 0, width: 100, height: 100 },
    ]);
  });
});

describe('distanceOf', () => {
  const size = 64;
  const view = Float32Array.from({ length: 3 * size * size }, (_, at) => Math.sin(at / 300));

  it('is nothing for the same picture, and for one under another light', () => {
    expect(distanceOf(view, view, size)).toBeCloseTo(0);
    const warmer = view.map((value, at) => value + (at < size * size ? 0.2 : 0));
    expect(distanceOf(view, warmer, size)).toBeCloseTo(0);
  });

  it('is the root mean square of the difference of colours, 0 to 1', () => {
    const half = view.map((value, at) => value + (at % size < size / 2 ? 0.5 : -0.5));
    expect(distanceOf(view, half, size)).toBeCloseTo(0.25);
  });
});
