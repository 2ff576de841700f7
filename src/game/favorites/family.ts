import type { Origin, Picture, Portrait, PortraitId } from '../portraits/portrait.js';

/** One portrait in a family tree, with those it was made of above it. */
export interface FamilyNode {
  readonly id: PortraitId;
  /** Absent when it was dropped or forgotten meanwhile. */
  readonly portrait?: Portrait;
  /** How it was made of its parents; absent with the portrait. */
  readonly origin?: Origin;
  /** The caller's favourite of it, if they keep it. */
  readonly favorite?: { readonly number: number; readonly name?: string };
  readonly parents: readonly FamilyNode[];
}

/** A portrait with all that it descends from, and the tree as a picture. */
export interface Family {
  readonly root: FamilyNode;
  /** Portraits in the tree; an ancestor on two lines counts once. */
  readonly size: number;
  /** More ancestors exist than are shown. */
  readonly isCut: boolean;
  /** The tree as a picture, newest at the bottom. */
  readonly picture: Picture;
}
