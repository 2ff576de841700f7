import { perturb, sampleLatent, slerp, VARIATION_ANGLES } from '../../inference/latent.js';
import { UNITS } from './embedding-units.js';

/** How far a neighbour stands off. */
export type VariationAmount = keyof typeof VARIATION_ANGLES;

/**
 * The origin of a z. A seed is 4 bytes where z itself is hundreds, so a share code carries this
 * tree; only where the tree of a long line of blends has grown past z does it carry z's own numbers.
 */
export type LatentRecipe =
  | { readonly kind: 'seed'; readonly seed: number }
  | {
      readonly kind: 'variation';
      readonly of: LatentRecipe;
      readonly amount: VariationAmount;
      readonly seed: number;
    }
  | {
      readonly kind: 'blend';
      readonly first: LatentRecipe;
      readonly second: LatentRecipe;
      /** Unit: 1/{@link UNITS}. */
      readonly ratioUnits: number;
    }
  /** z in steps of `LATENT_STEP`. */
  | { readonly kind: 'numbers'; readonly steps: Int8Array };

/** Fine enough not to show (1/32 of a standard deviation), and 127 steps reach ±3.97. */
const LATENT_STEP = 1 / 32;

/** The model's latent size and truncation. */
export interface LatentSpace {
  readonly latentSize: number;
  readonly truncation: number;
}

/** z as the recipe says. */
export function resolveLatent(recipe: LatentRecipe, space: LatentSpace): Float32Array {
  switch (recipe.kind) {
    case 'seed':
      return sampleLatent(recipe.seed, space.latentSize, space.truncation);
    case 'variation':
      return perturb(resolveLatent(recipe.of, space), VARIATION_ANGLES[recipe.amount], recipe.seed);
    case 'blend': {
      const first = resolveLatent(recipe.first, space);
      return slerp(first, resolveLatent(recipe.second, space), recipe.ratioUnits / UNITS);
    }
    case 'numbers':
      return Float32Array.from(recipe.steps, (step) => step * LATENT_STEP);
  }
}

/** The nearest z that a code can carry as numbers. */
export function roundLatent(z: Float32Array): LatentRecipe {
  const steps = Int8Array.from(z, (value) => {
    return Math.max(-127, Math.min(127, Math.round(value / LATENT_STEP)));
  });
  return { kind: 'numbers', steps };
}

/** The seed of the first ancestor; undefined where numbers stand in its place. */
export function findFirstSeed(recipe: LatentRecipe): number | undefined {
  switch (recipe.kind) {
    case 'seed':
      return recipe.seed;
    case 'variation':
      return findFirstSeed(recipe.of);
    case 'blend':
      return findFirstSeed(recipe.first);
    case 'numbers':
      return undefined;
  }
}
