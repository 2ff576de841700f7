import type { Person } from '../people/person.js';
import type { PictureCache } from './picture-cache.js';
import { clampPage } from '../clamp-page.js';
import type { GameContext } from '../game-context.js';
import type { DrawingOptions, Picture, Portrait, PortraitId, RecentPage } from './portrait.js';
import type { PortraitAccess } from './portrait-access.js';
import type { PortraitRenderer } from './portrait-renderer.js';
import { toPortrait } from './portrait-view.js';

const DEFAULT_PAGE_SIZE = 24;
const MAX_PAGE_SIZE = 50;

/** Dependencies of {@link PortraitService}. */
export interface PortraitParts {
  readonly access: PortraitAccess;
  readonly pictureCache: PictureCache;
  readonly renderer: PortraitRenderer;
}

/** Single portraits, for those who may see them: drawn for them, kept by them, or posted openly. */
export class PortraitService {
  readonly #context: GameContext;
  readonly #access: PortraitAccess;
  readonly #pictureCache: PictureCache;
  readonly #renderer: PortraitRenderer;

  constructor(context: GameContext, { access, pictureCache, renderer }: PortraitParts) {
    this.#context = context;
    this.#access = access;
    this.#pictureCache = pictureCache;
    this.#renderer = renderer;
  }

  /** @throws NotFoundError `portrait-not-found`, NotAllowedError `not-yours` */
  async get(person: Person, id: PortraitId): Promise<Portrait> {
    return toPortrait(await this.#access.getVisible(person, id), this.#renderer.layouts);
  }

  /**
   * Portraits drawn for the person, kept or not, as long as it is stored. Page from 1; one past the end
   * gives the last. `pageSize` is 1 to 50, by default 24.
   */
  async recent(
    person: Person,
    query: { readonly page?: number; readonly pageSize?: number } = {},
  ): Promise<RecentPage> {
    const { portraits, favorites } = this.#context.storage;
    const pageSize = clampPage(query.pageSize ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
    const total = await portraits.countOwn(person.id);
    const pageCount = Math.max(1, Math.ceil(total / pageSize));
    const page = clampPage(query.page ?? 1, pageCount);
    const records = await portraits.listOwn(person.id, (page - 1) * pageSize, pageSize);
    const ids = records.map(({ id }) => id);
    const numbers = await favorites.findNumbers(person.id, ids);
    const items = records.map((record) => {
      const number = numbers.get(record.id);
      const portrait = toPortrait(record, this.#renderer.layouts);
      return number === undefined ? { portrait } : { portrait, number };
    });
    return { items, page, pageCount, total };
  }

  /**
   * The picture alone; drawn again where it is not (or no longer) stored.
   * @throws NotFoundError `portrait-not-found`, NotAllowedError `not-yours`
   */
  async picture(person: Person, id: PortraitId, options?: DrawingOptions): Promise<Picture> {
    return this.#pictureCache.picture(await this.#access.getVisible(person, id), person, options);
  }
}
