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
  /** Absent between {@link Posts.open} and {@link Posts.publish}. */
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

/** Where the message stands, once the platform has taken it. */
export interface PublishedAt {
  readonly channelId: string;
  readonly messageId: string;
  readonly serverId?: string;
}

/**
 * Which portrait stands where. Either `record` after sending, or `open` before sending (the id goes
 * into the buttons) and `publish` after; an opened post that is never published does no harm.
 */
export interface Posts {
  /**
   * Before sending. Unless private, its portraits count as shown to everybody from now on.
   * @throws NotFoundError `person-not-found` (forgotten meanwhile)
   */
  open(post: OpenPost): Promise<Post>;
  /** Repeating it with the same address is harmless. @throws NotFoundError `post-not-found` */
  publish(postId: string, at: PublishedAt): Promise<Post>;
  /**
   * After sending, in one step. Gives the post that already stands at the address, if there is one.
   * @throws NotFoundError `person-not-found` (forgotten meanwhile)
   */
  record(post: OpenPost & { readonly at: PublishedAt }): Promise<Post>;
  /** Undefined when the message is none of ours: ignore the event then. */
  find(address: PostAddress): Promise<Post | undefined>;
  /**
   * By the id in a button, published or not. Undefined: removed, or its asker or server forgotten.
   */
  findById(postId: string): Promise<Post | undefined>;
  /**
   * For the delete button: checks the right and forgets the post; the front end deletes the message.
   * @throws NotAllowedError `not-yours`, NotFoundError `post-not-found`
   */
  remove(command: {
    readonly person: Person;
    readonly postId: string;
    readonly isModerator: boolean;
  }): Promise<Post>;
  /** The message was deleted on the platform. Harmless for foreign messages. */
  forget(address: PostAddress): Promise<void>;
}
