import type { Person, Platform } from '../people/person.js';
import type { Portrait, PortraitId } from '../portraits/portrait.js';

/** A message on a platform. */
export interface PostAddress {
  readonly platform: Platform;
  readonly channelId: string;
  readonly messageId: string;
}

/** The layout of a post; `strip` numbers its steps from 1. */
export type PostKind = 'pull' | 'portrait' | 'strip' | 'neighbours' | 'sheet';

/**
 * A message that shows portraits, so that reactions on it find them. Remembered until it is deleted,
 * or its asker or server is forgotten.
 */
export interface Post {
  /** 12 letters and digits. */
  readonly id: string;
  readonly platform: Platform;
  readonly kind: PostKind;
  /** The person it was made for. */
  readonly askerId: number;
  readonly isPrivate: boolean;
  /** For the "again" button. */
  readonly pullId?: string;
  readonly serverId?: string;
  readonly channelId?: string;
  /** Absent between `PostService.open` and `PostService.publish`. */
  readonly messageId?: string;
  /** Portrait at place n stands at index n − 1. */
  readonly portraitIds: readonly PortraitId[];
}

/** The content of a message that is not sent yet. */
export interface OpenPost {
  readonly person: Person;
  readonly kind: PostKind;
  /** Place n gets index n − 1. */
  readonly portraits: readonly Pick<Portrait, 'id'>[];
  /** Only the asker sees it: nobody else can keep from it. Default false. */
  readonly isPrivate?: boolean;
  readonly pullId?: string;
}

/** The message's place, once the platform has accepted it. */
export interface PublishedAt {
  readonly channelId: string;
  readonly messageId: string;
  readonly serverId?: string;
}
