import { largestSizeOf, portraitSizeOf } from '../inference/manifest.js';
import type { PortraitGenerator } from '../inference/portrait-generator.js';
import type { Storage } from '../storage/storage.js';
import { AdoptService } from './adopt/adopt-service.js';
import { FaceReader } from './adopt/face-reader.js';
import { BlendService } from './editing/blend-service.js';
import { ConversationService } from './people/conversation-service.js';
import { RemoteFileService } from './posts/remote-file-service.js';
import { UpdateService } from './posts/update-service.js';
import { EndlessService } from './endless/endless-service.js';
import { FamilyService } from './favorites/family-service.js';
import { FavoriteKeeper } from './favorites/favorite-keeper.js';
import { FavoritePager } from './favorites/favorite-pager.js';
import { FavoriteService } from './favorites/favorite-service.js';
import { GachaService } from './drawing/gacha-service.js';
import type { GameContext, GameLog } from './game-context.js';
import { DEFAULT_GAME_SETTINGS, type GameSettings } from './game-settings.js';
import type { Game, ModelSummary } from './game.js';
import { Gatekeeper } from './limits/gatekeeper.js';
import { Housekeeping } from './privacy/housekeeping.js';
import type { ModelLayout } from './portraits/model-layout.js';
import { ModelLayouts } from './portraits/model-layouts.js';
import { MorphService } from './editing/morph-service.js';
import { OwnerService } from './owner/owner-service.js';
import { PersonService } from './people/person-service.js';
import { PictureCache } from './portraits/picture-cache.js';
import { PortraitAccess } from './portraits/portrait-access.js';
import { PictureService } from './portraits/pictures.js';
import { PortraitService } from './portraits/portrait-service.js';
import { PortraitRenderer } from './portraits/portrait-renderer.js';
import { PostService } from './posts/post-service.js';
import { PrivacyService } from './privacy/privacy-service.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { RedrawService } from './drawing/redraw-service.js';
import { RefineService } from './drawing/refine-service.js';
import { WalkService } from './editing/walk-service.js';
import { ServerService } from './people/server-service.js';
import { PortraitFinder } from './portraits/portrait-finder.js';

/** Dependencies of a game. The caller closes generator and storage, after the game. */
export interface GameParts {
  readonly generator: PortraitGenerator;
  readonly storage: Storage;
  readonly log: GameLog;
  /** Default: the machine’s. */
  readonly clock?: () => Date;
  readonly settings?: Partial<GameSettings>;
}

/** Puts the use cases together. Nothing runs by itself until `housekeeping.start()`. */
export function createGame(parts: GameParts): Game {
  const context = createContext(parts);
  const { manifest, others } = parts.generator;
  const layouts = new ModelLayouts(manifest, others);
  const renderer = new PortraitRenderer(context, layouts);
  const pictureCache = new PictureCache(context, renderer);
  const access = new PortraitAccess(context, renderer);
  const finder = new PortraitFinder(context, access, renderer);
  const servers = new ServerService(context);
  const limiter = new RateLimiter(context.storage.allowances, context.clock);
  const gatekeeper = new Gatekeeper(context, { servers, limiter });
  const gacha = new GachaService(context, renderer, gatekeeper);
  const endless = new EndlessService(context, { gacha, servers, gatekeeper });
  const keeper = new FavoriteKeeper(context, { access, pictureCache, renderer });
  const pager = new FavoritePager(context, pictureCache, renderer);
  const reader = new FaceReader(context, layouts.own);
  const redraws = new RedrawService(context, { renderer, gatekeeper, reader });
  const housekeeping = new Housekeeping(context);
  return {
    model: summarise(layouts.own),
    people: new PersonService(context),
    gacha,
    endless,
    portraits: new PortraitService(context, { access, pictureCache, renderer }),
    pictures: new PictureService(),
    favorites: new FavoriteService(context, { keeper, pager, pictureCache, renderer }),
    morphs: new MorphService(context, { renderer, finder, gatekeeper }),
    blends: new BlendService({ renderer, finder, gatekeeper }),
    families: new FamilyService(context, { finder, pictureCache, renderer, servers }),
    redraws,
    adoptions: new AdoptService({ renderer, gatekeeper, reader, redraws }),
    refinements: new RefineService({ gacha, renderer, finder, gatekeeper }),
    walks: new WalkService(context, { renderer, gatekeeper }),
    posts: new PostService(context),
    privacy: new PrivacyService(context, pictureCache),
    servers,
    owner: new OwnerService(context),
    conversations: new ConversationService(context),
    updates: new UpdateService(context),
    remoteFiles: new RemoteFileService(context),
    housekeeping,
    close: async () => {
      await endless.close();
      await housekeeping.close();
      await pictureCache.settle();
    },
  };
}

function createContext({ generator, storage, log, clock, settings }: GameParts): GameContext {
  return {
    generator,
    storage,
    log,
    clock: clock ?? (() => new Date()),
    settings: { ...DEFAULT_GAME_SETTINGS, ...settings },
  };
}

function summarise(layout: ModelLayout): ModelSummary {
  const { id, version, name, license } = layout.manifest;
  return {
    id,
    version,
    name,
    license: { name: license.name, isNonCommercial: license.nonCommercial },
    groups: layout.groups,
    portraitSizePx: portraitSizeOf(layout.manifest),
    largestSizePx: largestSizeOf(layout.manifest),
  };
}
