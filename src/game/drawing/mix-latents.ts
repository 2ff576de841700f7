import { UNITS } from '../share-code/embedding-units.js';
import type { LatentRecipe } from '../share-code/latent-recipe.js';

/** z between two, spherically; 0 gives the first exactly, 1 the second. */
export function mixLatents(first: LatentRecipe, second: LatentRecipe, ratio: number): LatentRecipe {
  const ratioUnits = Math.round(ratio * UNITS);
  if (ratioUnits === 0) return first;
  return ratioUnits === UNITS ? second : { kind: 'blend', first, second, ratioUnits };
}
