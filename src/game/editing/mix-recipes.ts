import type { PortraitRecipe } from '../portraits/portrait-renderer.js';
import { UNITS } from '../share-code/embedding-units.js';
import type { LatentRecipe } from '../share-code/latent-recipe.js';

/** Between two portraits of one model: z spherically, φ linearly; 0 gives the first exactly, 1 the second. */
export function mixRecipes(
  first: PortraitRecipe,
  second: PortraitRecipe,
  ratio: number,
): PortraitRecipe {
  const { layout } = first;
  return {
    layout,
    latent: mixLatents(first.latent, second.latent, ratio),
    units: layout.mix(first.units, second.units, ratio),
  };
}

function mixLatents(first: LatentRecipe, second: LatentRecipe, ratio: number): LatentRecipe {
  const ratioUnits = Math.round(ratio * UNITS);
  if (ratioUnits === 0) return first;
  return ratioUnits === UNITS ? second : { kind: 'blend', first, second, ratioUnits };
}
