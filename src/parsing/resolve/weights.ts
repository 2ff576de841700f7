import type { SoftAssignment } from '../../attributes/attribute-request.js';

/** True if two assignments weigh every value alike. */
export function isSame(one: SoftAssignment, other: SoftAssignment): boolean {
  if (one === other) return true;
  const isIn = (values: SoftAssignment, rivals: SoftAssignment): boolean =>
    Object.entries(values).every(
      ([value, weight]) => Math.abs(weight - (rivals[value] ?? 0)) < 1e-6,
    );
  return isIn(one, other) && isIn(other, one);
}

/** The remainder of two denials; undefined if nothing is left. */
export function intersect(one: SoftAssignment, other: SoftAssignment): SoftAssignment | undefined {
  return share(Object.entries(one).filter(([value]) => (other[value] ?? 0) > 0));
}

/** Weights that sum to 1 in the ratio of some; undefined for none. */
export function share(entries: readonly (readonly [string, number])[]): SoftAssignment | undefined {
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  return sum === 0
    ? undefined
    : Object.fromEntries(entries.map(([value, weight]) => [value, weight / sum]));
}
