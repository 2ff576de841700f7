import { largestSizeOf, portraitSizeOf, type ModelManifest } from '../../inference/manifest.js';

/**
 * How large a portrait's picture is wanted: for lists and quick previews, as a pull draws it, or as large as
 * the model can.
 */
export type PictureSize = 'thumbnail' | 'portrait' | 'large';

/** Side of what lists show, whatever the model: enough for an avatar. */
export const THUMBNAIL_PX = 64;

/** Its side in pixels. */
export function sizePxOf(size: PictureSize, manifest: ModelManifest): number {
  switch (size) {
    case 'thumbnail':
      return THUMBNAIL_PX;
    case 'portrait':
      return portraitSizeOf(manifest);
    case 'large':
      return largestSizeOf(manifest);
  }
}
