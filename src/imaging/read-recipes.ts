import sharp from 'sharp';
import { UserInputError } from '../errors/app-error.js';
import { readXmpOfGif } from './gif-xmp.js';
import type { PictureRecipe } from './picture-recipe.js';
import { parseRecipes } from './recipe-metadata.js';

/** Larger uploads are refused unread; a platform's own limit may be lower. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Never written here: what is left of a picture when an app has converted it. */
const JPEG = '\xff\xd8\xff';

/** First bytes of the formats that this program writes; libvips never sees any other. */
const SIGNATURES: readonly { readonly at: number; readonly bytes: string }[] = [
  { at: 8, bytes: 'WEBP' },
  { at: 1, bytes: 'PNG\r\n' },
  { at: 0, bytes: 'GIF8' },
];

/**
 * The recipes in a picture's metadata, one, or a grid's or strip's in order. Reads the header only,
 * decodes no pixels.
 * @throws UserInputError `picture-too-large`, `picture-unreadable`, `picture-without-recipe`
 */
export async function readRecipes(picture: Uint8Array): Promise<readonly PictureRecipe[]> {
  expectUploadSize(picture);
  const recipes = parseRecipes(await readXmp(picture));
  if (recipes) return recipes;
  throw new UserInputError(
    'picture-without-recipe',
    'expected a picture with its recipe in the metadata, got one without; ' +
      'some apps remove it when they send a picture: the share code works instead',
  );
}

/** @throws UserInputError `picture-too-large` */
export function expectUploadSize(picture: Uint8Array): void {
  if (picture.length <= MAX_UPLOAD_BYTES) return;
  const megabytes = MAX_UPLOAD_BYTES / 1024 / 1024;
  throw new UserInputError(
    'picture-too-large',
    `expected a picture of at most ${megabytes} MB, got ${picture.length} bytes`,
    { context: { megabytes } },
  );
}

async function readXmp(picture: Uint8Array): Promise<string> {
  const head = Buffer.from(picture.subarray(0, 16)).toString('latin1');
  if (!head.startsWith(JPEG) && !SIGNATURES.some(({ at, bytes }) => head.startsWith(bytes, at))) {
    throw unreadable('bytes of no format that is written here');
  }
  if (head.startsWith(JPEG)) return '';
  if (head.startsWith('GIF8')) return readXmpOfGif(picture);
  try {
    // No limit: the header alone is read, however many pixels it speaks of.
    const { xmp } = await sharp(picture, { limitInputPixels: false }).metadata();
    return xmp?.toString('utf8') ?? '';
  } catch (cause) {
    throw unreadable('a damaged file', cause);
  }
}

function unreadable(got: string, cause?: unknown): UserInputError {
  const details = cause === undefined ? {} : { cause };
  return new UserInputError(
    'picture-unreadable',
    `expected a WebP, PNG or GIF picture, got ${got}; send the file as it was saved`,
    details,
  );
}
