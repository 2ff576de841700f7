/** Strokes of the digits in a box of 10 by 16: no font has to be installed to draw a number. */
const DIGITS: readonly string[] = [
  'M5 1C2 1 1 4 1 8s1 7 4 7 4-3 4-7-1-7-4-7z',
  'M2 4l4-3v14',
  'M1 5c0-3 2-4 4-4s4 1 4 4c0 4-6 6-8 10h8',
  'M1 3c1-1 2-2 4-2 3 0 4 2 4 3.500S8 8 5 8c3 0 4 2 4 3.500S8 15 5 15c-2 0-3-1-4-2',
  'M7 15V1L1 11h8',
  'M8 1H2l-.5 6C3 6 4 6 5 6c3 0 4 2 4 4.500S8 15 5 15c-2 0-3-.5-4-2',
  'M8 2C3 1 1 5 1 10c0 3 1 5 4 5s4-2 4-4.500S8 6 5 6s-4 2-4 4',
  'M1 1h8C6 5 4 9 4 15',
  'M5 8C2 8 1.5 6 1.5 4.500S3 1 5 1s3.5 2 3.5 3.500S8 8 5 8c-3 0-4 2-4 3.500S2 15 5 15s4-2 4-3.500S8 8 5 8z',
  'M2 14c5 1 7-3 7-8 0-3-1-5-4-5S1 3 1 5.5 2 10 5 10s4-2 4-4',
];

const DIGIT_WIDTH = 10;
const DIGIT_GAP = 4;
const PADDING = 6;

/**
 * A number as an SVG: white strokes on a dark rounded plate with a light rim, so that it is
 * readable on any picture.
 * @param heightPx of the plate
 */
export function drawNumberLabel(number: number, heightPx: number): Buffer {
  const digits = Array.from(String(number), Number);
  const inner = digits.length * DIGIT_WIDTH + (digits.length - 1) * DIGIT_GAP;
  const width = Math.max(inner + 2 * PADDING, 28);
  const height = 28;
  const left = (width - inner) / 2;
  const strokes = digits.map((digit, at) => {
    const x = left + at * (DIGIT_WIDTH + DIGIT_GAP);
    return `<path transform="translate(${x} 6)" d="${DIGITS[digit] ?? ''}"/>`;
  });
  const scale = heightPx / height;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${heightPx}" viewBox="0 0 ${width} ${height}">` +
      `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="8" fill="#14121a" fill-opacity=".82" stroke="#fff" stroke-opacity=".6"/>` +
      `<g fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g></svg>`,
  );
}
