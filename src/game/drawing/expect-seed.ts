import { UserInputError } from '../../errors/app-error.js';

/** Seeds are unsigned 32-bit integers. */
export const MAX_SEED = 0xffffffff;

/** @throws UserInputError `seed-out-of-range` */
export function expectSeed(seed: number): void {
  if (Number.isInteger(seed) && seed >= 0 && seed <= MAX_SEED) return;
  throw new UserInputError(
    'seed-out-of-range',
    `expected a whole number from 0 to ${MAX_SEED}, got ${seed}`,
  );
}
