/** Somebody on a platform. */
export interface PersonRecord {
  readonly id: number;
  readonly platform: string;
  readonly platformId: string;
  readonly language: string | null;
  readonly allowsBlending: boolean;
}

/** A pull as it was asked for, to be repeated by its button. */
export interface PullRecord {
  readonly id: string;
  readonly personId: number;
  /** JSON. */
  readonly prompt: string;
  readonly count: number;
  readonly createdAt: Date;
}

/** A stored portrait: everything needed to draw it again, and where it came from. */
export interface PortraitRecord {
  readonly id: string;
  readonly origin: string;
  /** The person it was drawn for; null once they are forgotten. */
  readonly personId: number | null;
  readonly modelId: string;
  readonly modelVersion: string;
  readonly z: Float32Array;
  readonly phi: Float32Array;
  /** Unsigned 32-bit; null where z did not come from a seed. */
  readonly seed: number | null;
  readonly code: string;
  readonly description: string;
  /** Groups that were asked for. */
  readonly named: readonly string[];
  readonly parentIds: readonly string[];
  readonly createdAt: Date;
}

/** An encoded picture. */
export interface PictureRecord {
  readonly sizePx: number;
  readonly format: string;
  readonly bytes: Uint8Array;
}

/** A portrait to be stored, with as many of its pictures as there are. */
export interface NewPortrait {
  readonly portrait: PortraitRecord;
  readonly pictures: readonly PictureRecord[];
}

/** A portrait that a person keeps, under their number. */
export interface FavoriteRecord {
  readonly personId: number;
  readonly number: number;
  readonly name: string | null;
  /** Sorted. */
  readonly tags: readonly string[];
  readonly keptAt: Date;
  /** By a reaction alone, never by a command or button. */
  readonly byReaction: boolean;
  readonly portrait: PortraitRecord;
}

/** Which portrait stands at a place of a post. */
export interface PlaceRecord {
  /** Counted from 1. */
  readonly place: number;
  /** May be swept away meanwhile; `code` draws it again. */
  readonly portraitId: string;
  readonly code: string;
}

/** A message that shows portraits. */
export interface PostRecord {
  readonly id: string;
  readonly platform: string;
  readonly kind: string;
  readonly askerId: number;
  readonly isPrivate: boolean;
  readonly pullId: string | null;
  readonly serverId: string | null;
  readonly channelId: string | null;
  readonly messageId: string | null;
  readonly createdAt: Date;
  /** Ordered by place. */
  readonly places: readonly PlaceRecord[];
}

/** A post on which a portrait stands for somebody to see. */
export interface Showing {
  readonly askerId: number;
  readonly askerAllowsBlending: boolean;
  readonly platform: string;
  readonly channelId: string | null;
  readonly code: string;
}

/** The rules of a server. */
export interface ServerSettingsRecord {
  readonly language: string | null;
  readonly allowedChannels: readonly string[];
  readonly forbiddenChannels: readonly string[];
  readonly forbiddenWords: readonly string[];
  readonly isEndlessAllowed: boolean;
  readonly personPicturesPerMinute: number | null;
  readonly serverPicturesPerMinute: number | null;
}

/** An endless run that goes on, or was cut off and not told of yet. */
export interface EndlessRunRecord {
  readonly id: string;
  readonly personId: number;
  /** Holds the wish. */
  readonly pullId: string;
  readonly account: string;
  readonly slot: string;
  readonly language: string | null;
  readonly serverId: string | null;
  readonly channelId: string | null;
  readonly messageId: string | null;
  readonly pulled: number;
  readonly heldUntil: Date;
}
