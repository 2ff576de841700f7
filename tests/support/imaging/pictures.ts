import sharp from 'sharp';
import type { PictureRecipe } from '../../../src/imaging/picture-recipe.js';

/**
 * A recipe whose description holds whatever may break metadata: markup, emoji, control characters,
 * half a surrogate pair.
 */
export const RECIPE: PictureRecipe = {
  model: 'faces-64',
  version: '0.1.0',
  seed: 4_294_967_295,
  description: '金发碧眼 & <b>"smiling"</b> 👱‍♀️ \u0000\u001F\uD83D &amp; ]]>',
  code: 'AbC-123',
};

/** A square picture of one grey level, as raw RGB. */
export function greyPixels(sizePx: number, level: number) {
  return { data: new Uint8Array(sizePx * sizePx * 3).fill(level), sizePx };
}

/** Raw RGB of an encoded picture. */
export async function decode(
  picture: Uint8Array,
): Promise<{ data: Uint8Array; width: number; height: number }> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The RGB levels at a place. */
export function pixelAt(
  picture: { readonly data: Uint8Array; readonly width: number },
  x: number,
  y: number,
): number[] {
  const at = (y * picture.width + x) * 3;
  return [...picture.data.subarray(at, at + 3)];
}
