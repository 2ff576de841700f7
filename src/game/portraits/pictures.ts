import { fitPicture } from '../../imaging/fit-picture.js';
import type { Picture } from './portrait.js';
import { toPicture } from './portrait-view.js';

/** Encoded pictures, as far as platforms set limits to them. */
export class PictureService {
  /**
   * The same picture with its recipes in at most so many bytes: at a lower quality, then smaller.
   * Undefined where that cannot be done.
   */
  async fit(picture: Picture, maxBytes: number): Promise<Picture | undefined> {
    if (picture.bytes.length <= maxBytes) return picture;
    const fitted = await fitPicture(picture.bytes, maxBytes);
    const name = picture.fileName.replace(/\.[^.]*$/, '');
    return fitted && toPicture(fitted.bytes, fitted.format, name);
  }
}
