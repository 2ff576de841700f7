import { GAP_PX, drawCanvas } from './canvas.js';
import { countColumns } from './grid.js';

const CELL_PX = 128;

/** A picture under a number of its owner's, not its place. */
export interface NumberedPicture {
  readonly picture: Uint8Array;
  readonly number: number;
}

/** Pictures in rows under their own numbers, as WebP; no recipes, since it shows what is listed. */
export async function composeSheet(pictures: readonly NumberedPicture[]): Promise<Uint8Array> {
  const columns = countColumns(pictures.length);
  const rows = Math.ceil(pictures.length / columns);
  const pitch = CELL_PX + GAP_PX;
  const size = { width: columns * pitch + GAP_PX, height: rows * pitch + GAP_PX };
  const placed = pictures.map(({ picture, number }, at) => ({
    picture,
    number,
    left: GAP_PX + (at % columns) * pitch,
    top: GAP_PX + Math.floor(at / columns) * pitch,
    sizePx: CELL_PX,
  }));
  const canvas = await drawCanvas(size, placed);
  return canvas.webp({ quality: 85, effort: 2 }).toBuffer();
}
