import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPixels } from '../../../src/imaging/read-pixels.js';
import { readRecipes } from '../../../src/imaging/read-recipes.js';
import { hugePicture, movingPicture } from '../../support/imaging/sent-pictures.js';

const WHITE = [255, 255, 255];

describe('readPixels', () => {
  it('reads a picture upright, on white, and no larger than asked', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const red = Buffer.from([255, 0, 0]);
    const dot = { input: red, raw: { width: 1, height: 1, channels: 3 }, left: 0, top: 0 } as const;
    const sent = await sharp({ create: { width: 64, height: 32, channels: 4, background: clear } })
      .composite([dot])
      .png()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const whole = await readPixels(sent, 64);
    expect([whole.width, whole.height]).toEqual([32, 64]);
    // Turned clockwise, the first corner is the one on the right.
    const corner = (whole.width - 1) * 3;
    expect([...whole.data.subarray(corner, corner + 3)]).toEqual([255, 0, 0]);
    expect([...whole.data.subarray(0, 3)]).toEqual(WHITE);
    const small = await readPixels(sent, 16);
    expect([small.width, small.height, small.data.length]).toEqual([8, 16, 8 * 16 * 3]);
  });

  it.each(['jpeg', 'webp', 'gif', 'png'] as const)('reads %s', async (format) => {
    const sent = sharp({ create: { width: 20, height: 10, channels: 3, background: 'white' } });
    const { data, width } = await readPixels(await sent.toFormat(format).toBuffer(), 64);
    expect([width, ...data.subarray(0, 3)]).toEqual([20, ...WHITE]);
  });

  it('reads a grey picture as three channels', async () => {
    const sent = await sharp(Buffer.alloc(16, 128), { raw: { width: 4, height: 4, channels: 1 } })
      .png()
      .toBuffer();
    expect((await readPixels(sent, 64)).data).toEqual(new Uint8Array(48).fill(128));
  });

  it.each([
    ['an animation', () => movingPicture(), 'picture-animated'],
    ['40 megapixels', () => hugePicture(8000, 5001), 'picture-too-many-pixels'],
    ['a decompression bomb', () => hugePicture(60_000, 60_000), 'picture-too-many-pixels'],
    ['no picture', () => Buffer.from('GIF but not really, only text'), 'picture-unreadable'],
    ['a drawing in SVG', () => Buffer.from('<svg xmlns="…"/>'), 'picture-unreadable'],
    ['half a file', async () => (await noise()).subarray(0, 900), 'picture-unreadable'],
    ['eleven megabytes', () => Buffer.alloc(11 * 1024 * 1024), 'picture-too-large'],
  ])('refuses %s', async (_, make, code) => {
    await expect(readPixels(await make(), 64)).rejects.toMatchObject({ code });
  });

  it('reads just under 40 megapixels', async () => {
    const { width, height } = await readPixels(hugePicture(8000, 4999), 64);
    expect([width, height]).toEqual([64, 40]);
  });
});

describe('readRecipes', () => {
  it('finds none in a decompression bomb, by its header alone', async () => {
    const reading = readRecipes(hugePicture(60_000, 60_000));
    await expect(reading).rejects.toMatchObject({ code: 'picture-without-recipe' });
  });
});

/** A JPEG of some 4 kB. */
function noise(): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 7919) % 256));
  return sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .jpeg()
    .toBuffer();
}
