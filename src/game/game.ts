import type { GroupName } from '../attributes/vocabulary.js';
import type { AdoptService } from './adopt/adopt-service.js';
import type { BlendService } from './editing/blend-service.js';
import type { GachaService } from './drawing/gacha-service.js';
import type { MorphService } from './editing/morph-service.js';
import type { RedrawService } from './drawing/redraw-service.js';
import type { RefineService } from './drawing/refine-service.js';
import type { WalkService } from './editing/walk-service.js';
import type { EndlessService } from './endless/endless-service.js';
import type { FamilyService } from './favorites/family-service.js';
import type { FavoriteService } from './favorites/favorite-service.js';
import type { ConversationService } from './people/conversation-service.js';
import type { OwnerService } from './owner/owner-service.js';
import type { PersonService } from './people/person-service.js';
import type { ServerService } from './people/server-service.js';
import type { PictureService } from './portraits/pictures.js';
import type { PortraitService } from './portraits/portrait-service.js';
import type { RemoteFileService } from './posts/remote-file-service.js';
import type { UpdateService } from './posts/update-service.js';
import type { PostService } from './posts/post-service.js';
import type { PrivacyService } from './privacy/privacy-service.js';

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
  /** Side of a pulled picture, and of the largest that there is of it. */
  readonly portraitSizePx: number;
  readonly largestSizePx: number;
}

/** Everything a front end may ask of the game. */
export interface Game {
  readonly model: ModelSummary;
  readonly people: PersonService;
  readonly gacha: GachaService;
  readonly endless: EndlessService;
  readonly portraits: PortraitService;
  readonly pictures: PictureService;
  readonly favorites: FavoriteService;
  readonly morphs: MorphService;
  readonly blends: BlendService;
  readonly families: FamilyService;
  readonly redraws: RedrawService;
  readonly adoptions: AdoptService;
  readonly refinements: RefineService;
  readonly walks: WalkService;
  readonly posts: PostService;
  readonly privacy: PrivacyService;
  readonly servers: ServerService;
  readonly owner: OwnerService;
  readonly conversations: ConversationService;
  readonly updates: UpdateService;
  readonly remoteFiles: RemoteFileService;
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
  readonly posts: number;
  readonly pulls: number;
  readonly people: number;
  readonly updates: number;
  readonly conversations: number;
}
