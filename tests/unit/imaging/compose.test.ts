import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_ANIMATION_BYTES, composeAnimation } from '../../../src/imaging/animation.js';
import { encodePicture } from '../../../src/imaging/encode.js';
import { composeGrid, countColumns } from '../../../src/imaging/grid.js';
import { readRecipes } from '../../../src/imaging/read-recipes.js';
import { composeStrip } from '../../../src/imaging/strip.js';
import { createRandom } from '../../../src/attributes/random.js';
import { RECIPE, decode, greyPixels, pixelAt } from '../../support/imaging/pictures.js';

const OPTIONS = { format: 'png', recipes: [RECIPE] } as const;
let pictures: Uint8Array[];

/** Ten squares of 64, each brighter than the one before. */
beforeAll(async () => {
  pictures = await Promise.all(
    Array.from({ length: 10 }, (_, at) => {
      return encodePicture(greyPixels(64, 20 + at * 20), { ...OPTIONS, sizePx: 64 });
    }),
  );
});

describe('countColumns', () => {
  it('leaves no lone picture in the last row of two to sixteen', () => {
    for (let count = 2; count <= 16; count += 1) {
      const columns = countColumns(count);
      expect(count <= columns || count % columns !== 1).toBe(true);
    }
  });

  it('lays ten out as five by two', () => {
    expect(countColumns(10)).toBe(5);
  });

  it('lays sixteen out as a square', () => {
    expect(countColumns(16)).toBe(4);
  });
});

describe('composeGrid', () => {
  it('puts pictures in reading order', async () => {
    const grid = await decode(await composeGrid(pictures, OPTIONS));
    expect([grid.width, grid.height]).toEqual([5 * 70 + 6, 2 * 70 + 6]);
    const middles = [0, 1, 5, 9].map((at) => {
      return pixelAt(grid, 6 + (at % 5) * 70 + 32, 6 + Math.floor(at / 5) * 70 + 50)[0];
    });
    expect(middles).toEqual([20, 40, 120, 200]);
  });

  it.each([0, 128, 255])('writes a number that stands out from grey level %i', async (level) => {
    const plain = await encodePicture(greyPixels(256, level), { ...OPTIONS, sizePx: 256 });
    const grid = await decode(await composeGrid([plain, plain], OPTIONS));
    const corner = Array.from({ length: 40 * 40 }, (_, at) => {
      return pixelAt(grid, 6 + (at % 40), 6 + Math.floor(at / 40))[0] ?? 0;
    });
    expect(Math.max(...corner) - Math.min(...corner)).toBeGreaterThan(180);
  });

  it('keeps every recipe', async () => {
    const recipes = pictures.map((_, at) => ({ ...RECIPE, seed: at }));
    const grid = await composeGrid(pictures, { format: 'webp', recipes });
    expect((await readRecipes(grid)).map(({ seed }) => seed)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('refuses to put nothing together', async () => {
    await expect(composeGrid([], OPTIONS)).rejects.toThrow('at least one');
  });
});

describe('composeStrip', () => {
  it('puts the steps in one row', async () => {
    const strip = await decode(await composeStrip(pictures.slice(0, 7), undefined, OPTIONS));
    expect([strip.width, strip.height]).toEqual([7 * 166 + 6, 166 + 6]);
    expect(pixelAt(strip, 6 + 6 * 166 + 80, 120)).toEqual([140, 140, 140]);
  });

  it('puts the chosen one large below', async () => {
    const strip = await decode(await composeStrip(pictures.slice(0, 7), pictures[9], OPTIONS));
    expect(strip.height).toBe(166 + 6 + 384 + 6);
    expect(pixelAt(strip, Math.floor(strip.width / 2), 400)).toEqual([200, 200, 200]);
  });
});

describe('composeAnimation', () => {
  const animated = { frameMs: 100, recipes: [RECIPE] } as const;

  it.each(['gif', 'webp'] as const)('goes there and back as %s, for ever', async (format) => {
    const animation = await composeAnimation(pictures.slice(0, 5), { ...animated, format });
    const { pages, loop, delay } = await sharp(animation, { animated: true }).metadata();
    expect({ pages, loop, delay }).toEqual({
      pages: 8,
      loop: 0,
      delay: [400, 100, 100, 100, 400, 100, 100, 100],
    });
    expect(await readRecipes(animation)).toHaveLength(1);
  });

  it('stays below what platforms play, even for noise', { timeout: 30_000 }, async () => {
    const random = createRandom(1, 'noise');
    const noise = await Promise.all(
      Array.from({ length: 9 }, () => {
        const data = Uint8Array.from({ length: 256 * 256 * 3 }, () => random.uniform() * 256);
        return encodePicture({ data, sizePx: 256 }, { ...OPTIONS, sizePx: 256 });
      }),
    );
    const animation = await composeAnimation(noise, { ...animated, format: 'gif' });
    expect(animation.length).toBeLessThan(MAX_ANIMATION_BYTES);
  });
});
