/**
 * Weights of φ are whole multiples of 1/252 before anything is drawn, so that a share code carries
 * exactly what was drawn. 252 holds halves, thirds, quarters, sixths (the steps of a strip), sevenths
 * and ninths without rounding.
 */
export const UNITS = 252;

/** φ in units: one list per group, each adding up to {@link UNITS}. */
export type EmbeddingUnits = readonly (readonly number[])[];

/** A group's weights in units that add up to {@link UNITS}, by largest remainder. */
export function toUnits(weights: ArrayLike<number>): number[] {
  const positive = Array.from(weights, (weight) => (weight > 0 ? weight : 0));
  const sum = positive.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return positive.map((_, at) => (at === 0 ? UNITS : 0));
  const exact = positive.map((weight) => (weight / sum) * UNITS);
  // Float32 leaves a whole unit a hair below itself.
  const units = exact.map((value) => Math.floor(value + 1e-4));
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value - (units[at] ?? 0) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at);
  let missing = UNITS - units.reduce((total, unit) => total + unit, 0);
  for (const { at } of byRemainder) {
    if (missing <= 0) break;
    units[at] = (units[at] ?? 0) + 1;
    missing -= 1;
  }
  return units;
}
