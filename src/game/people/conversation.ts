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

/** State of guided conversations; survives restarts, ends by itself. At most 16,000 characters of JSON. */
export interface Conversations {
  /** Undefined when there is none or it has expired. */
  find(key: ConversationKey): Promise<JsonValue | undefined>;
  /** Replaces; `expiresInMs` defaults to 30 minutes. */
  save(key: ConversationKey, state: JsonValue, expiresInMs?: number): Promise<void>;
  /** Forgets the state. Harmless when there is none. */
  end(key: ConversationKey): Promise<void>;
}
