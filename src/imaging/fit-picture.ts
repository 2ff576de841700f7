import sharp, { type Sharp } from 'sharp';
import { addXmpToGif, readXmpOfGif } from './gif-xmp.js';

/** Ever smaller: first what the eye misses least, then the size. */
const WEBP_ATTEMPTS = [
  { quality: 80, scale: 1 },
  { quality: 60, scale: 1 },
  { quality: 60, scale: 0.7 },
  { quality: 50, scale: 0.5 },
  { quality: 50, scale: 0.35 },
  { quality: 50, scale: 0.25 },
] as const;

const GIF_ATTEMPTS = [
  { colors: 64, scale: 1 },
  { colors: 48, scale: 0.7 },
  { colors: 48, scale: 0.5 },
  { colors: 32, scale: 0.35 },
  { colors: 32, scale: 0.25 },
] as const;

/** A picture that fits, encoded again with its recipes. */
interface FittedPicture {
  readonly bytes: Uint8Array;
  readonly format: 'webp' | 'gif';
}

/**
 * The same picture in at most so many bytes: at a lower quality, then smaller. An animation keeps its
 * frames and their times. Undefined where not even a quarter of its size fits.
 */
export async function fitPicture(
  picture: Uint8Array,
  maxBytes: number,
): Promise<FittedPicture | undefined> {
  const { format, width, xmp } = await sharp(picture).metadata();
  const fits = (bytes: Uint8Array): boolean => bytes.length <= maxBytes;
  if (format === 'gif') {
    const recipes = readXmpOfGif(picture);
    for (const { colors, scale } of GIF_ATTEMPTS) {
      const image = scaled(sharp(picture, { animated: true }), width, scale);
      const gif = await image.gif({ colors, dither: 0, effort: 2 }).toBuffer();
      const bytes = recipes === '' ? gif : addXmpToGif(gif, recipes);
      if (fits(bytes)) return { bytes, format };
    }
    return undefined;
  }
  for (const { quality, scale } of WEBP_ATTEMPTS) {
    const image = scaled(sharp(picture, { animated: true }), width, scale);
    const described = xmp === undefined ? image : image.withXmp(xmp.toString('utf8'));
    const bytes = await described.webp({ quality, effort: 4, preset: 'drawing' }).toBuffer();
    if (fits(bytes)) return { bytes, format: 'webp' };
  }
  return undefined;
}

function scaled(image: Sharp, width: number, scale: number): Sharp {
  return scale === 1 ? image : image.resize({ width: Math.max(1, Math.round(width * scale)) });
}
