import type { CSSProperties } from 'preact';

/**
 * Columns for each number of faces, in a wide window and on a phone, so that no face stands
 * alone in the last row.
 */
const COLUMNS: Readonly<Record<number, readonly [wide: number, phone: number]>> = {
  2: [5, 2],
  3: [5, 3],
  4: [5, 2],
  5: [5, 3],
  6: [3, 3],
  7: [4, 4],
  8: [4, 2],
  9: [5, 3],
  10: [5, 2],
};

/** For grids that grow while one looks: each face stays the same size. */
const GROWING = [5, 3] as const;

/** How many faces stand in a row; without their count, for a row that more are added to. */
export function tileColumns(count?: number): CSSProperties {
  const [wide, phone] = (count === undefined ? undefined : COLUMNS[count]) ?? GROWING;
  return { '--columns': wide, '--columns-on-phone': phone };
}
