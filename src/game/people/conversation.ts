import type { Platform } from './person.js';

/** Anything JSON can carry. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The key of a conversation; one per person and channel. */
export interface ConversationKey {
  readonly platform: Platform;
  readonly channelId: string;
  /** The platform's id of the person. */
  readonly platformId: string;
}
