import type { PostAddress } from '../posts/post.js';
import type { PortraitId } from './portrait.js';

/**
 * Which portrait a command is about. A person may use what was drawn for them, what they keep, and
 * any share code; a portrait of somebody else must be kept first, except as the other half of a
 * blend where its asker allows that.
 */
export type PortraitReference =
  /** Number (`12`, `#12`) or name of one of the person's own favourites. */
  | { readonly favorite: string | number }
  | { readonly portraitId: PortraitId }
  /** A place on a post, counted from 1; default 1. */
  | { readonly post: PostAddress; readonly place?: number }
  | { readonly postId: string; readonly place?: number }
  | { readonly code: string };
