import type { PostAddress } from '../posts/post.js';
import type { PortraitId } from './portrait.js';

/**
 * Which portrait a command is about. A person may use what was drawn for them, what they keep, any
 * share code, and what stands on an open post; for a blend, its asker has to allow that.
 */
export type PortraitReference =
  /** Number (`12`, `#12`) or name of one of the person's own favourites. */
  | { readonly favorite: string | number }
  | { readonly portraitId: PortraitId }
  /** A place on a post, counted from 1; default 1. */
  | { readonly post: PostAddress; readonly place?: number }
  | { readonly postId: string; readonly place?: number }
  | { readonly code: string };
