import type { PixelPicture } from '../portrait-generator.js';

/** A rectangle of a picture, in its pixels; it may reach beyond the edges, where all is white. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const WHITE = 255;
/** Samples per side of a view's pixel, where the picture is larger than the view. */
const MOST_SAMPLES = 4;

/** A window as the encoder sees it, as planes [3, size, size] in −1…1. */
export function sampleView(picture: PixelPicture, window: Window, size: number): Float32Array {
  const { data, width, height } = picture;
  const columns = placesAlong(window.left, window.width, { limit: width, size });
  const rows = placesAlong(window.top, window.height, { limit: height, size });
  // [height, width, 3] -> [height, size, 3]
  const narrowed = new Float32Array(height * size * 3);
  for (let row = 0; row < height; row += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const line = { source: data, start: row * width * 3 + channel, step: 3 };
      columns.forEach((places, column) => {
        narrowed[(row * size + column) * 3 + channel] = average(line, places);
      });
    }
  }
  // [height, size, 3] -> [3, size, size]
  const planes = new Float32Array(3 * size * size);
  for (let at = 0; at < size * 3; at += 1) {
    const line = { source: narrowed, start: at, step: size * 3 };
    const plane = (at % 3) * size * size + Math.floor(at / 3);
    rows.forEach((places, row) => {
      planes[plane + row * size] = average(line, places) / 127.5 - 1;
    });
  }
  return planes;
}

/** Samples between two pixels of a line; beyond its ends it is white. */
type Place = { readonly low: number; readonly high: number; readonly ratio: number } | 'outside';

/** A row or column of one channel. */
interface Line {
  readonly source: ArrayLike<number>;
  readonly start: number;
  readonly step: number;
}

/** The samples of each of `size` pixels that a window's side is divided into. */
function placesAlong(
  from: number,
  length: number,
  { limit, size }: { readonly limit: number; readonly size: number },
): Place[][] {
  const samples = Math.min(MOST_SAMPLES, Math.max(1, Math.ceil(length / size)));
  return Array.from({ length: size }, (_, pixel) =>
    Array.from({ length: samples }, (__, sample) => {
      const at = from + ((pixel + (sample + 0.5) / samples) / size) * length;
      if (at < 0 || at >= limit) return 'outside';
      const centre = Math.min(Math.max(at - 0.5, 0), limit - 1);
      const low = Math.floor(centre);
      return { low, high: Math.min(low + 1, limit - 1), ratio: centre - low };
    }),
  );
}

function average({ source, start, step }: Line, places: readonly Place[]): number {
  let sum = 0;
  for (const place of places) {
    if (place === 'outside') {
      sum += WHITE;
    } else {
      const low = source[start + place.low * step] ?? WHITE;
      sum += low + ((source[start + place.high * step] ?? WHITE) - low) * place.ratio;
    }
  }
  return sum / places.length;
}

/** Windows in which a face may fill the view: the whole, and of a long picture squares from its middle and its start. */
export function firstWindows({ width, height }: PixelPicture): readonly Window[] {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const whole = {
    left: (width - long) / 2,
    top: (height - long) / 2,
    width: long,
    height: long,
  };
  if (long < short * 1.15) return [{ left: 0, top: 0, width, height }];
  const square = { width: short, height: short };
  const middle = { left: (width - short) / 2, top: (height - short) / 2, ...square };
  return [whole, middle, { left: 0, top: 0, ...square }];
}

/** The window that a frame (centre x, y, log width, log height, in widths of the view) marks within another one. */
export function narrow(window: Window, frame: ArrayLike<number>): Window {
  const [x = 0, y = 0, logWidth = 0, logHeight = 0] = Array.from(frame);
  const width = window.width * Math.exp(logWidth);
  const height = window.height * Math.exp(logHeight);
  return {
    left: window.left + window.width * (0.5 + x) - width / 2,
    top: window.top + window.height * (0.5 + y) - height / 2,
    width,
    height,
  };
}

/** Within this of the view's own middle and size, a frame is the view itself: a hundredth of its width. */
const WHOLE_WITHIN = 0.01;

/** True where a frame marks the whole window, so that narrowing would change nothing. */
export function isWhole(frame: ArrayLike<number>): boolean {
  return Array.from(frame).every((value) => Math.abs(value) < WHOLE_WITHIN);
}
