import type { Picture, Portrait, PortraitId } from '../portraits/portrait.js';
import type { PostAddress } from '../posts/post.js';

/** A portrait that somebody keeps. */
export interface Favorite {
  /** Counts up from 1 for each person and is never given to another portrait. */
  readonly number: number;
  /** Unique a person regardless of case; cleaned of control characters, to be escaped when shown. */
  readonly name?: string;
  /** Lower case, sorted. */
  readonly tags: readonly string[];
  readonly keptAt: Date;
  readonly portrait: Portrait;
}

/** The target of a heart, number emoji or button. */
export type KeepTarget =
  | { readonly portraitId: PortraitId }
  /** Place counts from 1; default 1. */
  | { readonly post: PostAddress; readonly place?: number }
  | { readonly postId: string; readonly place?: number };

/**
 * Repeats and races are no errors: the person ends with the portrait once.
 * `no-post`: the message (or that place on it) is none of ours, so the event is to be ignored.
 */
export type KeepResult =
  | { readonly outcome: 'kept' | 'already-kept'; readonly favorite: Favorite }
  | { readonly outcome: 'no-post' };

/** The outcome of an unkeep; `not-kept` also if it was dropped before. */
export type UnkeepResult =
  /** `favorite` is what was dropped. */
  | { readonly outcome: 'dropped'; readonly favorite: Favorite }
  /** Only of a reaction: something firmer keeps it. */
  | { readonly outcome: 'stays' }
  | { readonly outcome: 'not-kept' }
  | { readonly outcome: 'no-post' };

/** Which favourites, in what order, and which page of them. */
export interface FavoriteQuery {
  /** Page from 1; a page past the end gives the last one. */
  readonly page?: number;
  /** 1 to 50; default 10. */
  readonly pageSize?: number;
  /** A number, or part of a name; both cases alike. */
  readonly search?: string;
  /** Compared as tags are stored: with or without `#`, both cases alike. */
  readonly tag?: string;
  /** Default `newest`. */
  readonly order?: 'newest' | 'oldest' | 'name';
  /** Also 64x64 pictures, one an item. */
  readonly withThumbnails?: boolean;
  /** Also one picture of the whole page, each portrait under its favourite's number. */
  readonly withSheet?: boolean;
}

/** A favourite on a page. */
export interface FavoritePageItem {
  readonly favorite: Favorite;
  /** 64x64; only with `withThumbnails`. */
  readonly thumbnail?: Picture;
}

/** A page of favourites and what is needed to go on from it. */
export interface FavoritePage {
  readonly items: readonly FavoritePageItem[];
  readonly page: number;
  readonly pageCount: number;
  /** Counted over all pages. */
  readonly total: number;
  /** Only with `withSheet`, and absent on an empty page. */
  readonly sheet?: Picture;
  /** Every tag that the person uses, most used first, at most 25. */
  readonly tags: readonly string[];
}

/** For autocomplete. */
export interface FavoriteSuggestion {
  readonly number: number;
  readonly name?: string;
}

/** `12`, `#12`, 12 or a name. */
export type FavoriteReference = string | number;
