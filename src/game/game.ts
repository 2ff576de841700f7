import type { GroupName } from '../attributes/vocabulary.js';
import type { Blends } from './drawing/blend.js';
import type { Conversations } from './people/conversation.js';
import type { RemoteFiles, Updates } from './posts/delivery.js';
import type { Endless } from './endless/endless.js';
import type { Families } from './favorites/family.js';
import type { Favorites } from './favorites/favorite.js';
import type { Gacha } from './drawing/gacha.js';
import type { Morphs } from './drawing/morph.js';
import type { People } from './people/person.js';
import type { Pictures } from './portraits/pictures.js';
import type { Portraits, Wording } from './portraits/portrait.js';
import type { Posts } from './posts/post.js';
import type { Privacy } from './privacy/privacy.js';
import type { Redraws } from './drawing/redraw.js';
import type { Servers } from './people/server-settings.js';

/** The installed model, as far as forms, choices and help need it. */
export interface ModelSummary {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly license: {
    readonly name: string;
    readonly isNonCommercial: boolean;
  };
  /** The attribute groups that can be asked for, in the model's order. */
  readonly groups: readonly {
    readonly name: GroupName;
    readonly values: readonly string[];
  }[];
}

/** Everything a front end may ask of the game. */
export interface Game {
  readonly model: ModelSummary;
  readonly people: People;
  readonly gacha: Gacha;
  readonly endless: Endless;
  readonly portraits: Portraits;
  readonly pictures: Pictures;
  readonly wording: Wording;
  readonly favorites: Favorites;
  readonly morphs: Morphs;
  readonly blends: Blends;
  readonly families: Families;
  readonly redraws: Redraws;
  readonly posts: Posts;
  readonly privacy: Privacy;
  readonly servers: Servers;
  readonly conversations: Conversations;
  readonly updates: Updates;
  readonly remoteFiles: RemoteFiles;
  /** Drops portraits nobody keeps, old updates and ended conversations. */
  readonly housekeeping: {
    /** Once, now. @throws StorageError */
    sweep(): Promise<SweepResult>;
    /** Soon and then every hour until the game is closed. Does nothing when it has begun already. */
    start(): void;
  };
  /** Ends endless runs and housekeeping. Generator and storage are closed by whoever made them. */
  close(): Promise<void>;
}

/** How much of each was dropped. */
export interface SweepResult {
  readonly portraits: number;
  readonly updates: number;
  readonly conversations: number;
}
