/** The messages between the server and the page; the page imports it too. */

/** A portrait; its picture is at `api/portraits/<id>/picture`. */
export interface WirePortrait {
  readonly id: string;
  /** Share code. */
  readonly code: string;
  readonly seed?: number;
  /** Set where there is a larger picture of it than a pull's. */
  readonly canEnlarge?: true;
  /** Alt text in the reader's language. */
  readonly alt: string;
  /** The requested and the random attributes, in the reader's language; may be empty. */
  readonly named: string;
  readonly drawn: string;
  /** φ as weights per group, those of nothing left out; the morph editor moves them. */
  readonly attributes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * A favourite of the visitor's. Its number is never given out twice; its name is empty where it has
 * none.
 */
export interface WireFavorite {
  readonly number: number;
  readonly name: string;
  /** “No. 3” or “No. 3 Yuki”. */
  readonly label: string;
  readonly tags: readonly string[];
  readonly portrait: WirePortrait;
}

/** A remark about how a description was understood. */
export interface WireNote {
  readonly kind: 'luck' | 'guessed' | 'overridden' | 'unknown' | 'undrawable';
  readonly text: string;
}

/** A portrait of a family tree, with those it was made of. */
export interface WireFamilyMember {
  readonly id: string;
  /** Absent when it was dropped or forgotten meanwhile. */
  readonly portrait?: WirePortrait;
  readonly label: string;
  readonly parents: readonly WireFamilyMember[];
}

/** Replies of the game; the page renders each kind in its own way. */
export type WireReply =
  | {
      readonly kind: 'pull';
      readonly pullId: string;
      readonly seed: number;
      readonly portraits: readonly WirePortrait[];
      readonly notes: readonly WireNote[];
    }
  | {
      /** Neighbours, changed favourites, a face drawn again. */
      readonly kind: 'portraits';
      readonly title: string;
      readonly portraits: readonly WirePortrait[];
      readonly notes: readonly WireNote[];
    }
  | {
      /** Of a morph or a blend: from before to after. */
      readonly kind: 'strip';
      readonly title: string;
      readonly detail: string;
      readonly chosen: WirePortrait;
      readonly steps: readonly WirePortrait[];
      readonly notes: readonly WireNote[];
    }
  /** Faces to pick one of, on the way to the one. */
  | {
      readonly kind: 'refined';
      readonly portraits: readonly WirePortrait[];
      readonly notes: readonly WireNote[];
    }
  /** Through several favourites and back, as a `data:` URL. */
  | { readonly kind: 'walk'; readonly picture: string }
  | {
      readonly kind: 'animation';
      readonly title: string;
      /** `data:` URL of the GIF. */
      readonly picture: string;
      readonly portrait: WirePortrait;
      readonly notes: readonly WireNote[];
    }
  | ({ readonly kind: 'favorites' } & WireFavoritePage)
  | ({ readonly kind: 'recent' } & WireRecentPage)
  /** The same portraits, worded in the language of the request. */
  | { readonly kind: 'reworded'; readonly portraits: readonly WirePortrait[] }
  | {
      readonly kind: 'favorite';
      readonly text: string;
      readonly favorite: WireFavorite;
      /** Its name was longer than a name may be. */
      readonly isShortened?: boolean;
    }
  | { readonly kind: 'unkept'; readonly text: string; readonly portraitId: string }
  | {
      readonly kind: 'family';
      readonly title: string;
      readonly text: string;
      readonly root: WireFamilyMember;
    }
  | { readonly kind: 'privacy'; readonly allowsBlending: boolean; readonly text: string }
  | {
      readonly kind: 'export';
      readonly text: string;
      /** How many files it takes: `api/export?part=1` and so on, each a zip of its own. */
      readonly parts: number;
    }
  | { readonly kind: 'forget'; readonly text: string; readonly token: string }
  | { readonly kind: 'forgotten'; readonly text: string }
  /** An endless run that ended with the server, to be gone on with. */
  | { readonly kind: 'cut-off'; readonly text: string; readonly pullId: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'note'; readonly text: string };

/** Some of the visitor's favourites: the first page of all, the newest first, unless said otherwise. */
export interface WireFavoriteQuery {
  readonly page?: number;
  readonly search?: string;
  readonly tag?: string;
  readonly order?: 'newest' | 'oldest' | 'name';
}

/** A page of the visitor's favourites; `text` says how many there are, or why there are none. */
export interface WireFavoritePage {
  readonly items: readonly WireFavorite[];
  /** Counted from 1; a page past the end gives the last one. */
  readonly page: number;
  readonly pageCount: number;
  /** Counted over all pages. */
  readonly total: number;
  /** Every tag that the visitor uses, most used first, at most 25. */
  readonly tags: readonly string[];
  readonly text: string;
  /** The request, so that another page of the same can be asked for. */
  readonly query: WireFavoriteQuery;
}

/** A page of what was drawn for the visitor, kept or not, newest first. */
export interface WireRecentPage {
  readonly items: readonly {
    readonly portrait: WirePortrait;
    /** Under which it is kept; absent while it is not. */
    readonly number?: number;
  }[];
  readonly page: number;
  readonly pageCount: number;
  readonly total: number;
}

/** Server-sent events: any number of progress and replies, then `done` or `failed`. */
export type WireEvent =
  | { readonly type: 'warming' }
  | {
      readonly type: 'progress';
      readonly position: number;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'started'; readonly action: string; readonly count: number }
  | { readonly type: 'reply'; readonly reply: WireReply }
  | { readonly type: 'failed'; readonly text: string; readonly code: string }
  | { readonly type: 'done' };

/** The messages on a page's one event stream: its id first, then events of any of its runs. */
export type WireChannelEvent =
  { readonly channel: string } | { readonly run: number; readonly event: WireEvent };

/** Headers that send the events of a request over a page's stream instead of in its answer. */
export const CHANNEL_HEADER = 'mugen-channel';
/** The page's own number of the run. */
export const RUN_HEADER = 'mugen-run';

/** One group of the form. */
export interface WireGroup {
  readonly group: string;
  readonly label: string;
  readonly values: readonly {
    readonly value: string;
    readonly label: string;
    /** CSS colour, of colour groups. */
    readonly swatch?: string;
  }[];
}

/** How large a portrait's picture is wanted: for lists, as a pull has it, or as large as its model draws. */
export type PictureSize = 'thumbnail' | 'portrait' | 'large';

/** The page's data once the model is ready. */
export interface WireState {
  readonly model: {
    readonly name: string;
    readonly version: string;
    readonly license: string;
    /** Side of a pulled picture, and of the largest there is of it. */
    readonly portraitSizePx: number;
    readonly largestSizePx: number;
  };
  readonly groups: readonly WireGroup[];
}

/** Data embedded in the page. */
export interface WireBoot {
  readonly language: string;
  readonly catalogue: Readonly<Record<string, unknown>>;
}
