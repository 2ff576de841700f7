import sharp from 'sharp';
import { drawCanvas, type CanvasSize, type PlacedPicture } from './canvas.js';

/** A portrait with those it was made of; without a picture where it is gone. */
export interface TreeNode {
  readonly picture?: Uint8Array;
  /** The owner's number for it. */
  readonly number?: number;
  readonly parents: readonly TreeNode[];
}

const CELL_PX = 128;
const GAP_X_PX = 24;
const GAP_Y_PX = 48;
const MARGIN_PX = 16;

interface Spot {
  readonly node: TreeNode;
  readonly left: number;
  readonly generation: number;
  readonly parents: readonly Spot[];
}

/** The oldest above, the portrait itself at the bottom, lines between them; as WebP. */
export async function composeFamilyTree(root: TreeNode): Promise<Uint8Array> {
  const columns = { next: 0 };
  const tree = layOut(root, 0, columns);
  const spots = [...walk(tree)];
  const generations = Math.max(...spots.map(({ generation }) => generation));
  const topOf = ({ generation }: Spot): number =>
    MARGIN_PX + (generations - generation) * (CELL_PX + GAP_Y_PX);
  const size = {
    width: 2 * MARGIN_PX + columns.next * (CELL_PX + GAP_X_PX) - GAP_X_PX,
    height: 2 * MARGIN_PX + (generations + 1) * (CELL_PX + GAP_Y_PX) - GAP_Y_PX,
  };
  const placed = spots.flatMap((spot): PlacedPicture[] => {
    const { picture, number } = spot.node;
    if (!picture) return [];
    const place = { picture, left: spot.left, top: topOf(spot), sizePx: CELL_PX };
    return [number === undefined ? place : { ...place, number }];
  });
  // Lines are drawn over the canvas: they run in the gaps between the pictures only.
  const canvas = await drawCanvas(size, placed);
  const { data, info } = await canvas.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } })
    .composite([{ input: drawLines(spots, topOf, size) }])
    .webp({ quality: 85, effort: 2 })
    .toBuffer();
}

/** Leaves take a column each, from left to right; whoever has parents stands in their middle. */
function layOut(node: TreeNode, generation: number, columns: { next: number }): Spot {
  const parents = node.parents.map((parent) => layOut(parent, generation + 1, columns));
  const [first] = parents;
  const last = parents.at(-1);
  if (first && last) {
    const left = Math.round((first.left + last.left) / 2);
    return { node, left, generation, parents };
  }
  const left = MARGIN_PX + columns.next * (CELL_PX + GAP_X_PX);
  columns.next += 1;
  return { node, left, generation, parents };
}

function* walk(spot: Spot): Generator<Spot> {
  yield spot;
  for (const parent of spot.parents) yield* walk(parent);
}

function drawLines(
  spots: readonly Spot[],
  topOf: (spot: Spot) => number,
  { width, height }: CanvasSize,
): Buffer {
  const half = CELL_PX / 2;
  const lines = spots.flatMap((spot) =>
    spot.parents.map((parent) => {
      const from = { x: parent.left + half, y: topOf(parent) + CELL_PX };
      const to = { x: spot.left + half, y: topOf(spot) };
      const middle = (from.y + to.y) / 2;
      return `<path d="M${from.x} ${from.y}V${middle}H${to.x}V${to.y}"/>`;
    }),
  );
  const gone = spots
    .filter(({ node }) => node.picture === undefined)
    .map((spot) => {
      const [x, y] = [spot.left + 2, topOf(spot) + 2];
      const side = CELL_PX - 4;
      return `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="12" stroke-dasharray="8 8"/>`;
    });
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<g fill="none" stroke="#8d86a8" stroke-width="3">${lines.join('')}${gone.join('')}</g></svg>`,
  );
}
