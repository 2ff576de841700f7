import type { Person, Location } from '../people/person.js';
import type { DrawingOptions, Picture, Portrait } from '../portraits/portrait.js';

/** A share code, or a picture that carries one. */
export interface RedrawCommand {
  readonly person: Person;
  readonly where?: Location;
  /** A share code or {@link Portrait.link}; text around it is ignored. */
  readonly code?: string;
  /** Or the bytes of a picture file that this game once made (PNG, WebP). */
  readonly picture?: Uint8Array;
  readonly drawing?: DrawingOptions;
}

/** The face, drawn again. */
export interface RedrawResult {
  /** `seen`: the picture had no recipe, so this is the nearest face to the one in it. */
  readonly found: 'recipe' | 'seen';
  /** The only one, or the first of a grid's. */
  readonly portrait: Portrait;
  /** All that the picture held, at most ten, in the order of their numbers. */
  readonly portraits: readonly Portrait[];
  /** The portrait alone, or a numbered grid of all. */
  readonly picture: Picture;
}
