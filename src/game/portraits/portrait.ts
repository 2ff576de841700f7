import type { SoftAssignment } from '../../attributes/attribute-request.js';
import type { GroupName } from '../../attributes/vocabulary.js';
import type { PictureSize } from './picture-size.js';

export type { SoftAssignment } from '../../attributes/attribute-request.js';
export type { GroupName } from '../../attributes/vocabulary.js';

/** 12 letters and digits, random: fits every platform's buttons, and cannot be guessed. */
export type PortraitId = string;

/** The command that made a portrait. */
export type Origin = 'pull' | 'morph' | 'change' | 'vary' | 'blend' | 'redraw' | 'adopt';

/** One drawn character. The picture is fetched apart, see `PortraitService.picture`. */
export interface Portrait {
  readonly id: PortraitId;
  readonly origin: Origin;
  /** Draws the same face anywhere the same model is installed; letters and digits only. */
  readonly code: string;
  /**
   * At most 64 letters, digits and hyphens, for deep links: the code where it is short enough, else a
   * reference that only this installation knows. `redraws.redraw` takes either.
   */
  readonly link: string;
  readonly model: { readonly id: string; readonly version: string };
  /** Set where its model draws it larger than in a pull. */
  readonly canEnlarge?: true;
  /** Absent where z did not come straight from a seed (variation, blend). */
  readonly seed?: number;
  /** The person's words without control characters; escape them before showing. May be empty. */
  readonly description: string;
  /** φ as weights over the values of every group of the model, in the model's order. */
  readonly attributes: Readonly<Partial<Record<GroupName, SoftAssignment>>>;
  /** Groups that the person named; the others were drawn at random or come from the parents. */
  readonly named: readonly GroupName[];
  /** None for a pull, one for a morph, change or variation, two for a blend. */
  readonly parents: readonly PortraitId[];
  readonly createdAt: Date;
}

/** An encoded picture, ready to send. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly format: PictureFormat;
  /** `image/webp`, `image/png` or `image/gif`. */
  readonly mediaType: string;
  /** With extension, ASCII, without anything a person wrote. */
  readonly fileName: string;
}

/** How a picture is encoded. */
export type PictureFormat = 'webp' | 'png' | 'gif';

/** How long it will still take. */
export interface DrawingProgress {
  /** Pictures of anybody that come before; 0 when this one's turn has come. */
  readonly position: number;
  /** Pictures of this command that are ready. */
  readonly done: number;
  readonly total: number;
}

/** How a use case that draws should go about it. */
export interface DrawingOptions {
  /** Cancels work that nobody waits for any more. */
  readonly signal?: AbortSignal;
  /** Called when the place in the queue changes and when a picture is ready; must not throw. */
  readonly onProgress?: (progress: DrawingProgress) => void;
  /** Default `webp`. */
  readonly format?: 'webp' | 'png';
  /** Default `portrait`, a pull's. */
  readonly size?: PictureSize;
}

/** Portraits that were drawn for somebody, newest first. */
export interface RecentPage {
  readonly items: readonly {
    readonly portrait: Portrait;
    /** The person's number for it; absent while they do not keep it. */
    readonly number?: number;
  }[];
  readonly page: number;
  readonly pageCount: number;
  /** Counted over all pages. */
  readonly total: number;
}
