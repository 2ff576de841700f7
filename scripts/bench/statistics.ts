/** The value below which a share (0…1) of all lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** To so many decimals, as a number, for figures that people read. */
export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
