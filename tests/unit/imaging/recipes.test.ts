import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePicture } from '../../../src/imaging/encode.js';
import { MAX_UPLOAD_BYTES, readRecipes } from '../../../src/imaging/read-recipes.js';
import { parseRecipes } from '../../../src/imaging/recipe-metadata.js';
import { RECIPE, decode, greyPixels } from '../../support/imaging/pictures.js';

describe('encodePicture', () => {
  it.each(['webp', 'png'] as const)('keeps the recipe in %s as it was', async (format) => {
    const options = { format, recipes: [RECIPE], sizePx: 64 };
    expect(await readRecipes(await encodePicture(greyPixels(64, 9), options))).toEqual([RECIPE]);
  });

  it('keeps PNG pixels exactly', async () => {
    const pixels = {
      data: Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => at % 251),
      sizePx: 64,
    };
    const png = await encodePicture(pixels, { format: 'png', recipes: [RECIPE], sizePx: 64 });
    expect((await decode(png)).data).toEqual(Buffer.from(pixels.data));
  });

  it('shortens a description that is a book', async () => {
    const recipe = { ...RECIPE, description: '猫'.repeat(100_000) };
    const options = { format: 'webp', recipes: [recipe], sizePx: 64 } as const;
    const [found] = await readRecipes(await encodePicture(greyPixels(64, 9), options));
    expect(found?.description).toHaveLength(2000);
  });
});

describe('readRecipes', () => {
  const head = { create: { width: 8, height: 8, channels: 3, background: 'red' } } as const;

  it.each([
    ['nothing', async () => new Uint8Array()],
    ['text', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PNG that ends early', async () => (await sharp(head).png().toBuffer()).subarray(0, 20)],
  ])('refuses %s', async (_, make) => {
    await expect(readRecipes(await make())).rejects.toMatchObject({ code: 'picture-unreadable' });
  });

  it.each(['webp', 'png', 'gif', 'jpeg'] as const)(
    'says that a %s has no recipe',
    async (format) => {
      const picture = await sharp(head).toFormat(format).toBuffer();
      await expect(readRecipes(picture)).rejects.toMatchObject({ code: 'picture-without-recipe' });
    },
  );

  it('refuses an upload that is too large, unread', async () => {
    const picture = new Uint8Array(MAX_UPLOAD_BYTES + 1);
    await expect(readRecipes(picture)).rejects.toMatchObject({ code: 'picture-too-large' });
  });

  it('refuses a small file that claims to be a huge picture', async () => {
    const bomb = await sharp(head).png().toBuffer();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    await expect(readRecipes(bomb)).rejects.toMatchObject({ family: 'userInput' });
  });
});

describe('parseRecipes', () => {
  const wrap = (json: string): string => {
    return `<exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">${json}</rdf:li>`;
  };

  it.each([
    ['somebody’s comment', 'hello'],
    ['JSON of somebody else', '{"a":1}'],
    [
      'a seed that is none',
      '{"mugen-gacha":[{"model":"m","version":"1","seed":-1,"description":""}]}',
    ],
    ['a prototype', '{"mugen-gacha":[{"__proto__":{"model":"m"}}]}'],
    ['an empty list', '{"mugen-gacha":[]}'],
  ])('takes %s for no recipe', (_, json) => {
    expect(parseRecipes(wrap(json))).toBeUndefined();
  });
});
