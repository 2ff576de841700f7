import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { drawNumberLabel } from './number-label.js';

/** Space between pictures that are put together. */
export const GAP_PX = 6;

const BACKGROUND = { r: 24, g: 22, b: 30 };
/** Bounds what one composition may cost; far above the largest that is asked for. */
const MAX_PIXELS = 64_000_000;

/** Sizes in pixels. */
export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** An encoded picture with the pixel of the canvas that its upper left corner takes, squared to `sizePx`. */
export interface PlacedPicture {
  readonly picture: Uint8Array;
  readonly left: number;
  readonly top: number;
  readonly sizePx: number;
  readonly number?: number;
}

/** Pictures on a dark ground, each with its number, if any, in the upper left corner. */
export async function drawCanvas(
  { width, height }: CanvasSize,
  placed: readonly PlacedPicture[],
): Promise<Sharp> {
  const layers = await Promise.all(placed.map(toLayers));
  const canvas = sharp({ create: { width, height, channels: 3, background: BACKGROUND } });
  return canvas.composite(layers.flat());
}

async function toLayers(placed: PlacedPicture): Promise<OverlayOptions[]> {
  const { left, top, sizePx, number } = placed;
  const { data, info } = await sharp(placed.picture, { limitInputPixels: MAX_PIXELS })
    .resize(sizePx, sizePx)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const layers: OverlayOptions[] = [{ input: data, raw: { width, height, channels }, left, top }];
  if (number === undefined) return layers;
  const inset = Math.round(sizePx * 0.03);
  const label = drawNumberLabel(number, Math.max(18, Math.round(sizePx * 0.12)));
  return [...layers, { input: label, left: left + inset, top: top + inset }];
}

/** Width and height of a picture, from its header. */
export async function readSize(picture: Uint8Array): Promise<CanvasSize> {
  const { width, height } = await sharp(picture, { limitInputPixels: MAX_PIXELS }).metadata();
  return { width, height };
}
