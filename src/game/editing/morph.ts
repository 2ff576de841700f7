import type { AttributeRequest } from '../../attributes/attribute-request.js';
import type { GroupName } from '../../attributes/vocabulary.js';
import type { Favorite, FavoriteReference } from '../favorites/favorite.js';
import type { Person, Location } from '../people/person.js';
import type { PictureSize } from '../portraits/picture-size.js';
import type { DrawingOptions, Picture, Portrait } from '../portraits/portrait.js';
import type { PortraitReference } from '../portraits/portrait-reference.js';
import type { PullInput } from '../drawing/pull-input.js';

/** Which portrait is to become what, and how far. */
export interface MorphCommand {
  readonly person: Person;
  readonly reference: PortraitReference;
  readonly prompt: PullInput;
  readonly where?: Location;
  /** 0 (as it was) to 1 (wholly as described); default 1. */
  readonly strength?: number;
  readonly drawing?: DrawingOptions;
}

/** The changed portrait, its source and the seven steps between them. */
export interface MorphResult {
  readonly source: Portrait;
  /** At the chosen strength; drawn large in the strip. */
  readonly portrait: Portrait;
  /** The chosen one alone. */
  readonly picture: Picture;
  /**
   * Seven portraits from before (strength 0, the source itself) to after (strength 1). Each is a
   * portrait of its own and can be kept by its id or its place in a `strip` post.
   */
  readonly steps: readonly Portrait[];
  /** One picture: the steps side by side, numbered from 1, and the chosen one large below. */
  readonly strip: Picture;
  readonly strength: number;
  readonly request: AttributeRequest;
  /** Groups whose weights differ between before and after. */
  readonly changed: readonly GroupName[];
}

/** A GIF there and back, and the portrait at its turning point. */
export interface AnimationResult {
  readonly source: Portrait;
  /** At the chosen strength. */
  readonly portrait: Portrait;
  /** A looping GIF there and back, under 2 MB. */
  readonly animation: Picture;
  readonly request: AttributeRequest;
  readonly changed: readonly GroupName[];
}

/** One change applied to several favourites. */
export interface ChangeCommand {
  readonly person: Person;
  /** 1 to 10 of the person's favourites; absent: the newest ten. */
  readonly favorites?: readonly FavoriteReference[];
  readonly prompt: PullInput;
  readonly where?: Location;
  readonly strength?: number;
  readonly drawing?: DrawingOptions;
}

/** The changed portraits, in the order of their sources. */
export interface ChangeResult {
  /** Same order as the portraits. */
  readonly sources: readonly Favorite[];
  readonly portraits: readonly Portrait[];
  /** Grid numbered from 1; a single portrait stands alone. */
  readonly picture: Picture;
  readonly request: AttributeRequest;
}

/** Whose neighbours are wanted, and how near. */
export interface VaryCommand {
  readonly person: Person;
  readonly reference: PortraitReference;
  readonly where?: Location;
  /** Default `subtle`. */
  readonly amount?: 'subtle' | 'strong';
  /** Chooses the directions; drawn at random when absent. */
  readonly seed?: number;
  readonly drawing?: DrawingOptions;
}

/** Four neighbours of the source, with one picture of all. */
export interface VaryResult {
  readonly source: Portrait;
  /** Four neighbours: small spherical steps in z, same φ. */
  readonly portraits: readonly Portrait[];
  /** Grid numbered from 1. */
  readonly picture: Picture;
}

/** One frame for an editor that follows a slider; nothing is stored. */
export interface MorphPreview {
  readonly person: Person;
  readonly reference: PortraitReference;
  readonly prompt: PullInput;
  readonly strength?: number;
  /** Default `thumbnail`. */
  readonly size?: PictureSize;
  /** Abort the frame before asking for the next one. */
  readonly signal?: AbortSignal;
}
