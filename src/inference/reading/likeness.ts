/** Width at which pictures are compared: coarse enough that a strand of hair does not count. */
const COARSE = 32;

/**
 * How far two views, planes [3, size, size] in −1…1, are apart: the root mean square of the difference of their
 * colours at 32×32, 0…1, after the mean colour of each channel is taken out, which a filter may have shifted.
 */
export function distanceOf(first: Float32Array, second: Float32Array, size: number): number {
  const a = shrink(first, size);
  const b = shrink(second, size);
  const plane = COARSE * COARSE;
  let sum = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const differences = a
      .subarray(channel * plane, (channel + 1) * plane)
      .map((value, at) => value - (b[channel * plane + at] ?? 0));
    const mean = differences.reduce((total, value) => total + value, 0) / plane;
    sum += differences.reduce((total, value) => total + (value - mean) ** 2, 0);
  }
  return Math.sqrt(sum / (3 * plane)) / 2;
}

/** Averages of squares: [3, size, size] -> [3, 32, 32]; size is a multiple of 32. */
function shrink(planes: Float32Array, size: number): Float32Array {
  const step = size / COARSE;
  const small = new Float32Array(3 * COARSE * COARSE);
  const weight = 1 / (step * step);
  planes.forEach((value, at) => {
    const channel = Math.floor(at / (size * size));
    const row = Math.floor((at % (size * size)) / size / step);
    const column = Math.floor((at % size) / step);
    const place = (channel * COARSE + row) * COARSE + column;
    small[place] = (small[place] ?? 0) + value * weight;
  });
  return small;
}
