import type { AttributeRequest } from '../../attributes/attribute-request.js';
import type { Person, Location } from '../people/person.js';
import type { DrawingOptions, Picture, Portrait } from '../portraits/portrait.js';
import type { PortraitReference } from '../portraits/portrait-reference.js';
import type { PullInput } from './pull-input.js';

/**
 * The part that differs from face to face: everything that was not said, then only the colours of hair and eyes,
 * then only the details that are left.
 */
export type RefineStep = 'person' | 'colors' | 'details';

/** One step on the way to the one. */
export interface RefineCommand {
  readonly person: Person;
  readonly where?: Location;
  readonly drawing?: DrawingOptions;
  readonly step: RefineStep;
  /** The description of the first step; the later ones go on from a face. */
  readonly prompt?: PullInput;
  /** Or the pull whose description the first step takes. */
  readonly pullId?: string;
  /** The face that was picked. */
  readonly of?: PortraitReference;
}

/** Faces to pick one of. */
export interface RefineResult {
  /** Sixteen; fewer where so many do not differ. From the second step on the first is the picked one. */
  readonly portraits: readonly Portrait[];
  readonly request: AttributeRequest;
}

/** The same faces as one picture. */
export interface RefineGridResult extends RefineResult {
  /** Numbered from 1, in the order of `portraits`. */
  readonly picture: Picture;
}
