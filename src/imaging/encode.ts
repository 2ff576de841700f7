import sharp, { type Sharp } from 'sharp';
import type { PictureRecipe } from './picture-recipe.js';
import { writeRecipes } from './recipe-metadata.js';

/** How a still picture is encoded; WebP is the smaller, PNG loses nothing. */
export interface EncodeOptions {
  readonly format: 'webp' | 'png';
  /** Recipes of all portraits in the picture, in order, for the file's metadata. */
  readonly recipes: readonly PictureRecipe[];
}

/** A square picture as interleaved RGB bytes, [sizePx, sizePx, 3], rows from the top. */
export interface RgbPixels {
  readonly data: Uint8Array;
  readonly sizePx: number;
}

/**
 * Encodes a drawn picture with its recipe, enlarged or shrunk to `sizePx` where the model draws
 * another size.
 */
export function encodePicture(
  { data, sizePx: drawnPx }: RgbPixels,
  options: EncodeOptions & { readonly sizePx: number },
): Promise<Uint8Array> {
  const image = sharp(data, { raw: { width: drawnPx, height: drawnPx, channels: 3 } });
  if (drawnPx !== options.sizePx) image.resize(options.sizePx, options.sizePx);
  return encodeImage(image, options);
}

/** Encodes what a sharp pipeline gives. */
export async function encodeImage(image: Sharp, options: EncodeOptions): Promise<Uint8Array> {
  const described = image.withXmp(writeRecipes(options.recipes));
  const encoded =
    options.format === 'webp'
      ? // Looked at four times enlarged: smart chroma subsampling (4 ms more of 9) and more effort
        // (3 ms) show no difference on these faces; a higher quality costs bytes only. Effort 0 takes
        // a fifth less time than 1, for 2 % more bytes.
        described.webp({ quality: 92, effort: 0, preset: 'drawing' })
      : described.png({ compressionLevel: 6, adaptiveFiltering: true });
  return encoded.toBuffer();
}
