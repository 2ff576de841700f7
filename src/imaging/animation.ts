import sharp from 'sharp';
import { addXmpToGif } from './gif-xmp.js';
import type { PictureRecipe } from './picture-recipe.js';
import { writeRecipes } from './recipe-metadata.js';

/** Both platforms play it inline below this. */
export const MAX_ANIMATION_BYTES = 2_000_000;

/** How {@link composeAnimation} plays and encodes its frames. */
export interface AnimationOptions {
  readonly format: 'gif' | 'webp';
  /** How long a frame stands; the two ends stand longer. GIF rounds it to hundredths of a second. */
  readonly frameMs: number;
  /** Recipes of the pictures, in order, for the file's metadata. */
  readonly recipes: readonly PictureRecipe[];
}

/** Ever smaller: full palette, then fewer colours without dithering, then half the size. */
const ATTEMPTS = [
  { colors: 256, dither: 0.6, scale: 1 },
  { colors: 96, dither: 0, scale: 1 },
  { colors: 64, dither: 0, scale: 0.5 },
] as const;

type Attempt = (typeof ATTEMPTS)[number];

/**
 * An endless animation through encoded pictures of one size and back. Where nothing brings it under
 * {@link MAX_ANIMATION_BYTES}, the smallest attempt is given all the same.
 */
export async function composeAnimation(
  pictures: readonly Uint8Array[],
  options: AnimationOptions,
): Promise<Uint8Array> {
  const frames = thereAndBack(pictures);
  const delay = frames.map((_, at) => {
    return options.frameMs * (at === 0 || at === pictures.length - 1 ? 4 : 1);
  });
  let encoded: Uint8Array = new Uint8Array();
  for (const attempt of ATTEMPTS) {
    encoded = await encode(frames, delay, { ...options, attempt });
    if (encoded.length < MAX_ANIMATION_BYTES) return encoded;
  }
  return encoded;
}

/** 1 2 3 4 -> 1 2 3 4 3 2 */
function thereAndBack<T>(items: readonly T[]): T[] {
  return [...items, ...items.slice(1, -1).toReversed()];
}

async function encode(
  frames: readonly Uint8Array[],
  delay: number[],
  { format, recipes, attempt }: AnimationOptions & { readonly attempt: Attempt },
): Promise<Uint8Array> {
  const image = sharp([...frames], { join: { animated: true } });
  if (attempt.scale !== 1) {
    const { width } = await sharp(frames[0]).metadata();
    image.resize({ width: Math.round(width * attempt.scale) });
  }
  const xmp = writeRecipes(recipes);
  if (format === 'webp') {
    return image.withXmp(xmp).webp({ loop: 0, delay, quality: 85, effort: 2 }).toBuffer();
  }
  const { colors, dither } = attempt;
  const gif = image.gif({ loop: 0, delay, colors, dither, effort: 2, interFrameMaxError: 4 });
  return addXmpToGif(await gif.toBuffer(), xmp);
}
