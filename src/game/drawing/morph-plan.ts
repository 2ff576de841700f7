import type { AttributeRequest } from '../../attributes/attribute-request.js';
import type { GroupName } from '../../attributes/vocabulary.js';
import { UserInputError } from '../../errors/app-error.js';
import type { PortraitRecord } from '../../storage/records.js';
import type { EmbeddingUnits } from '../portraits/model-layout.js';
import type { Anatomy, PortraitStudio } from '../portraits/portrait-studio.js';

/** Steps of a strip, both ends included. */
export const STRIP_STEPS = 7;

/** A portrait, and where a request would take it. */
export interface MorphPlan {
  readonly source: PortraitRecord;
  readonly anatomy: Anatomy;
  readonly target: EmbeddingUnits;
  readonly named: readonly GroupName[];
  readonly changed: readonly GroupName[];
}

/** @throws UserInputError `nothing-to-change`, `model-not-installed` */
export function planMorph(
  studio: PortraitStudio,
  source: PortraitRecord,
  request: AttributeRequest,
): MorphPlan {
  const anatomy = studio.takeApart(source);
  const { units: target, named } = studio.layout.apply(anatomy.units, request);
  const changed = studio.layout.findChanged(anatomy.units, target);
  if (changed.length > 0) return { source, anatomy, target, named, changed };
  throw new UserInputError(
    'nothing-to-change',
    'expected a description that names something the portrait does not have already',
  );
}

/** The portrait on its way: same z, φ moved by `strength` (0 to 1). */
export function sketchMorph(
  studio: PortraitStudio,
  plan: MorphPlan,
  step: { readonly strength: number; readonly description: string; readonly isChange?: boolean },
): Parameters<PortraitStudio['make']>[1] {
  const { source, anatomy, target, named } = plan;
  return {
    origin: step.isChange ? 'change' : 'morph',
    latent: anatomy.latent,
    units: studio.layout.mix(anatomy.units, target, step.strength),
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
