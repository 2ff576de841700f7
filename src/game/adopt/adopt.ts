import type { GroupName } from '../../attributes/vocabulary.js';
import type { Location, Person } from '../people/person.js';
import type { DrawingOptions, Picture, Portrait } from '../portraits/portrait.js';

/** A picture in which somebody has seen a face that they want to have. */
export interface AdoptCommand {
  readonly person: Person;
  readonly where?: Location;
  /** The bytes of a picture file: PNG, JPEG, WebP or GIF. They are not kept. */
  readonly picture: Uint8Array;
  readonly drawing?: DrawingOptions;
}

/** The nearest face and its relatives, or the very faces whose recipes the picture carries. */
export interface AdoptResult {
  /** `recipe`: the picture carried its recipe, so this is the same face; `seen`: the nearest that can be drawn. */
  readonly found: 'recipe' | 'seen';
  /** The nearest face, or the first of the picture's own. */
  readonly portrait: Portrait;
  /** It and its three relatives, or all faces of the picture's recipes, in the order of their numbers. */
  readonly portraits: readonly Portrait[];
  /** The portrait alone, or a numbered grid of all. */
  readonly picture: Picture;
  /** The groups that were made out in the picture; none where it carried its recipe. */
  readonly seen: readonly GroupName[];
}
