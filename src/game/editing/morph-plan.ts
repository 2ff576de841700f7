import type { AttributeRequest } from '../../attributes/attribute-request.js';
import type { GroupName } from '../../attributes/vocabulary.js';
import { UserInputError } from '../../errors/app-error.js';
import type { PortraitRecord } from '../../storage/records.js';
import type { PortraitRecipe, PortraitRenderer } from '../portraits/portrait-renderer.js';
import type { EmbeddingUnits } from '../share-code/embedding-units.js';

/** Steps of a strip, both ends included. */
export const STRIP_STEPS = 7;

/** A portrait, and where a request would take it. */
export interface MorphPlan {
  readonly source: PortraitRecord;
  readonly recipe: PortraitRecipe;
  readonly target: EmbeddingUnits;
  readonly named: readonly GroupName[];
  readonly changed: readonly GroupName[];
}

/** @throws UserInputError `nothing-to-change`, `model-not-installed` */
export function planMorph(
  renderer: PortraitRenderer,
  source: PortraitRecord,
  request: AttributeRequest,
): MorphPlan {
  const recipe = renderer.recipeOf(source);
  const { units: target, named } = recipe.layout.apply(recipe.units, request);
  const changed = recipe.layout.findChanged(recipe.units, target);
  if (changed.length > 0) return { source, recipe, target, named, changed };
  throw new UserInputError(
    'nothing-to-change',
    'expected a description that names something the portrait does not have already',
  );
}

/** The portrait on its way: same z, φ moved by `strength` (0 to 1). */
export function sketchMorph(
  plan: MorphPlan,
  step: { readonly strength: number; readonly description: string; readonly isChange?: boolean },
): Parameters<PortraitRenderer['make']>[1] {
  const { source, recipe, target, named } = plan;
  return {
    origin: step.isChange ? 'change' : 'morph',
    ...recipe,
    units: recipe.layout.mix(recipe.units, target, step.strength),
    description: step.description,
    named: unite(source.named, named),
    parentIds: [source.id],
  };
}

/** 0, 1/6, … 1 */
export function stripPositions(): readonly number[] {
  return Array.from({ length: STRIP_STEPS }, (_, at) => at / (STRIP_STEPS - 1));
}

function unite(before: readonly string[], added: readonly GroupName[]): GroupName[] {
  return [...new Set([...(before as readonly GroupName[]), ...added])];
}
