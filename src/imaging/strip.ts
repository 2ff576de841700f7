import { GAP_PX, drawCanvas, type PlacedPicture } from './canvas.js';
import { encodeImage, type EncodeOptions } from './encode.js';

const STEP_PX = 160;
const LARGE_PX = 384;

/**
 * Pictures in one row, numbered from 1, from before to after; `large`, if any, centred below them
 * without a number.
 */
export async function composeStrip(
  steps: readonly Uint8Array[],
  large: Uint8Array | undefined,
  options: EncodeOptions,
): Promise<Uint8Array> {
  const pitch = STEP_PX + GAP_PX;
  const width = Math.max(steps.length * pitch, large ? LARGE_PX + GAP_PX : 0) + GAP_PX;
  const indent = Math.floor((width - GAP_PX - steps.length * pitch) / 2);
  const row = steps.map((picture, at): PlacedPicture => {
    const left = GAP_PX + indent + at * pitch;
    return { picture, left, top: GAP_PX, sizePx: STEP_PX, number: at + 1 };
  });
  const top = pitch + GAP_PX;
  if (!large) return encodeImage(await drawCanvas({ width, height: top }, row), options);
  const left = Math.floor((width - LARGE_PX) / 2);
  const placed = [...row, { picture: large, left, top, sizePx: LARGE_PX }];
  return encodeImage(await drawCanvas({ width, height: top + LARGE_PX + GAP_PX }, placed), options);
}
