import type { Language } from '../../attributes/language.js';

export type { Language } from '../../attributes/language.js';

/** The platform a person comes from. `cli` has one person, the machine's user. */
export type Platform = 'discord' | 'telegram' | 'web' | 'cli';

/** Somebody as a platform names them. */
export interface PlatformPerson {
  readonly platform: Platform;
  /** The platform's own id (snowflake, user id, or the page's random visitor id). */
  readonly platformId: string;
}

/**
 * Somebody known to the game. Front ends get it from `PersonService.meet` at the start of every
 * event and hand it to the use cases; it is never kept between events.
 */
export interface Person extends PlatformPerson {
  readonly id: number;
  /** Chosen with `PersonService.setLanguage`; absent as long as the platform's hint is followed. */
  readonly language?: Language;
  /** True if others in a channel may blend with the portraits that this person posted there. */
  readonly allowsBlending: boolean;
}

/** A server (Discord guild, Telegram group); direct messages have none. */
export interface ServerAddress {
  readonly platform: Platform;
  readonly serverId: string;
}

/**
 * The place of a request, as far as rules depend on it: allowed channels, limits per server,
 * and whose portraits stand in the same channel. Leave it out on the page and the command line.
 */
export interface Location {
  readonly serverId?: string;
  readonly channelId: string;
  /** The parent channel of a thread; if the parent is allowed, so is the thread. */
  readonly parentChannelId?: string;
  /** The category that the channel, or a thread's channel, stands in. */
  readonly categoryId?: string;
}
