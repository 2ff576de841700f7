import type { FavoriteReference } from '../favorites/favorite.js';
import type { Person, Location } from '../people/person.js';
import type { DrawingOptions } from '../portraits/portrait.js';

/** Through which kept faces, in their order. */
export interface WalkCommand {
  readonly person: Person;
  readonly where?: Location;
  readonly drawing?: DrawingOptions;
  /** Two to five. */
  readonly favorites: readonly FavoriteReference[];
}
