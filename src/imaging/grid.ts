import { GAP_PX, drawCanvas, readSize } from './canvas.js';
import { encodeImage, type EncodeOptions } from './encode.js';

/** Columns for up to 16 pictures: wide rather than high, as chats show pictures, no lone last one. */
const COLUMNS: readonly number[] = [0, 1, 2, 3, 2, 3, 3, 4, 4, 3, 5, 4, 4, 5, 5, 5, 4];

/** How many columns a grid of `count` pictures has. */
export function countColumns(count: number): number {
  return COLUMNS[count] ?? Math.ceil(Math.sqrt(count * 1.5));
}

/** Pictures of one size in rows, numbered from 1 in reading order; a short last row is centred. */
export async function composeGrid(
  pictures: readonly Uint8Array[],
  options: EncodeOptions,
): Promise<Uint8Array> {
  const [first] = pictures;
  if (!first) throw new RangeError('expected at least one picture, got none');
  const { width: sizePx } = await readSize(first);
  const columns = countColumns(pictures.length);
  const rows = Math.ceil(pictures.length / columns);
  const pitch = sizePx + GAP_PX;
  const size = { width: columns * pitch + GAP_PX, height: rows * pitch + GAP_PX };
  const placed = pictures.map((picture, at) => {
    const row = Math.floor(at / columns);
    const inRow = Math.min(columns, pictures.length - row * columns);
    const indent = Math.floor(((columns - inRow) * pitch) / 2);
    const left = GAP_PX + indent + (at % columns) * pitch;
    return { picture, left, top: GAP_PX + row * pitch, sizePx, number: at + 1 };
  });
  return encodeImage(await drawCanvas(size, placed), options);
}
