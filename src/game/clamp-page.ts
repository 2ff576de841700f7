/** A page number or page size as asked for, as a whole number from 1 to `max`; 1 for what is no number. */
export function clampPage(value: number, max: number): number {
  return Number.isFinite(value) ? Math.min(max, Math.max(1, Math.floor(value))) : 1;
}
