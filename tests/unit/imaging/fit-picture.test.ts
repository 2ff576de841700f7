import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { composeAnimation } from '../../../src/imaging/animation.js';
import { encodePicture } from '../../../src/imaging/encode.js';
import { fitPicture } from '../../../src/imaging/fit-picture.js';
import { readRecipes } from '../../../src/imaging/read-recipes.js';
import { decode, RECIPE } from '../../support/imaging/pictures.js';

/** Takes many bytes: every pixel another colour. */
function noise(sizePx: number): { data: Uint8Array; sizePx: number } {
  let state = 7;
  const data = Uint8Array.from({ length: sizePx * sizePx * 3 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 0x8000_0000;
    return state >> 16;
  });
  return { data, sizePx };
}

describe('fitPicture', () => {
  const recipes = [RECIPE];

  it('encodes at a lower quality first, at the same size and with the recipe', async () => {
    const picture = await encodePicture(noise(128), { format: 'webp', recipes, sizePx: 128 });
    const fitted = await fitPicture(picture, Math.floor(picture.length * 0.85));
    expect(fitted?.bytes.length).toBeLessThanOrEqual(picture.length * 0.85);
    expect((await decode(fitted!.bytes)).width).toBe(128);
    expect(await readRecipes(fitted!.bytes)).toEqual(await readRecipes(picture));
  });

  it('then makes it smaller, PNG as WebP', async () => {
    const picture = await encodePicture(noise(128), { format: 'png', recipes, sizePx: 128 });
    const fitted = await fitPicture(picture, 3500);
    expect(fitted?.format).toBe('webp');
    expect(fitted?.bytes.length).toBeLessThanOrEqual(3500);
    expect((await decode(fitted!.bytes)).width).toBeLessThan(128);
  });

  it.each(['gif', 'webp'] as const)('keeps an animation moving as %s', async (format) => {
    const frame = (sizePx: number) =>
      encodePicture(noise(sizePx), { format: 'png', recipes, sizePx: 64 });
    const frames = await Promise.all([16, 32, 64].map((sizePx) => frame(sizePx)));
    const animation = await composeAnimation(frames, { format, frameMs: 100, recipes });
    const fitted = await fitPicture(animation, Math.floor(animation.length / 2));
    expect(fitted?.format).toBe(format);
    expect(fitted?.bytes.length).toBeLessThanOrEqual(animation.length / 2);
    // 1 2 3 2, the ends four times as long, for ever.
    expect(await sharp(fitted!.bytes).metadata()).toMatchObject({
      pages: 4,
      delay: [400, 100, 400, 100],
      loop: 0,
    });
    expect(await readRecipes(fitted!.bytes)).toEqual(await readRecipes(animation));
  });

  it('gives nothing where nothing fits', async () => {
    const picture = await encodePicture(noise(64), { format: 'webp', recipes, sizePx: 64 });
    expect(await fitPicture(picture, 100)).toBeUndefined();
  });
});
