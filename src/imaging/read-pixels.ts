import sharp from 'sharp';
import { UserInputError } from '../errors/app-error.js';
import { expectUploadSize } from './read-recipes.js';

/** A decoded picture: interleaved RGB bytes [height, width, 3], rows from the top. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Pictures of more are refused by their header, before anything is decoded. */
const MOST_MEGAPIXELS = 40;
const DECODE_SECONDS = 10;
const OPTIONS = { limitInputPixels: MOST_MEGAPIXELS * 1_000_000, failOn: 'error' } as const;

/** First bytes of the formats that are decoded; SVG and whatever else libvips knows never reach it. */
const SIGNATURES: readonly { readonly at: number; readonly bytes: string }[] = [
  { at: 8, bytes: 'WEBP' },
  { at: 1, bytes: 'PNG\r\n' },
  { at: 0, bytes: 'GIF8' },
  { at: 0, bytes: '\xFF\xD8\xFF' },
];

/**
 * Decodes a picture that anybody may have sent, upright, on white, and shrunk to fit a square of `mostPx`.
 * @throws UserInputError `picture-too-large`, `picture-too-many-pixels`, `picture-animated`, `picture-unreadable`
 */
export async function readPixels(picture: Uint8Array, mostPx: number): Promise<Pixels> {
  expectUploadSize(picture);
  const head = Buffer.from(picture.subarray(0, 16)).toString('latin1');
  if (!SIGNATURES.some(({ at, bytes }) => head.startsWith(bytes, at))) {
    throw unreadable('bytes of no picture that is known');
  }
  await expectDecodable(picture);
  try {
    const { data, info } = await sharp(picture, OPTIONS)
      .timeout({ seconds: DECODE_SECONDS })
      .rotate()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .resize({ width: mostPx, height: mostPx, fit: 'inside', withoutEnlargement: true })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`expected three channels, got ${info.channels}`);
    return { data: new Uint8Array(data), width: info.width, height: info.height };
  } catch (cause) {
    throw unreadable('a damaged file', cause);
  }
}

async function expectDecodable(picture: Uint8Array): Promise<void> {
  // No limit here: the header alone is read, and its numbers decide.
  const header = await sharp(picture, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw unreadable('a damaged file', cause);
    });
  const { width, height, pages = 1, pageHeight = height } = header;
  if (width * pageHeight > OPTIONS.limitInputPixels) {
    throw new UserInputError(
      'picture-too-many-pixels',
      `expected at most ${MOST_MEGAPIXELS} million pixels, got ${width}×${pageHeight}`,
      { context: { megapixels: MOST_MEGAPIXELS } },
    );
  }
  if (pages === 1) return;
  throw new UserInputError('picture-animated', `expected a still picture, got ${pages} frames`);
}

function unreadable(got: string, cause?: unknown): UserInputError {
  const details = cause === undefined ? {} : { cause };
  return new UserInputError(
    'picture-unreadable',
    `expected a PNG, JPEG, WebP or GIF picture, got ${got}; send it as a file`,
    details,
  );
}
