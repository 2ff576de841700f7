import type { FavoriteRecord } from '../../storage/records.js';
import { composeSheet } from '../../imaging/sheet.js';
import { cleanText, foldText } from '../typed-commands/clean-text.js';
import type {
  FavoritePage,
  FavoritePageItem,
  FavoriteQuery,
  FavoriteSuggestion,
} from './favorite.js';
import { foldTag } from './favorite-tag.js';
import { hasLooks, readLooks } from './favorite-looks.js';
import { toFavorite } from './favorite-view.js';
import { MAX_NAME_LENGTH } from './favorite-reference.js';
import { clampPage } from '../clamp-page.js';
import type { GameContext } from '../game-context.js';
import type { Person } from '../people/person.js';
import type { PictureCache } from '../portraits/picture-cache.js';
import type { Picture } from '../portraits/portrait.js';
import type { PortraitRenderer } from '../portraits/portrait-renderer.js';
import { toPicture } from '../portraits/portrait-view.js';

const DEFAULT_PAGE_SIZE = 10;
const MAX_PAGE_SIZE = 50;
const MAX_TAGS = 25;
/** As many as one query takes on either database. */
const MAX_MATCHES = 1000;

/** Pages through favourites, and finds them by a piece of their name or number. */
export class FavoritePager {
  readonly #context: GameContext;
  readonly #pictureCache: PictureCache;
  readonly #renderer: PortraitRenderer;

  constructor(context: GameContext, pictureCache: PictureCache, renderer: PortraitRenderer) {
    this.#context = context;
    this.#pictureCache = pictureCache;
    this.#renderer = renderer;
  }

  /** Thumbnails that are not stored are drawn for the person, which throws what drawing throws. */
  async list(person: Person, query: FavoriteQuery): Promise<FavoritePage> {
    const { favorites: store } = this.#context.storage;
    const pageSize = clampPage(query.pageSize ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
    const filter = {
      order: query.order ?? 'newest',
      limit: pageSize,
      ...(await this.#matchNumbers(person, query.search)),
      ...(query.tag === undefined ? {} : { tag: foldTag(query.tag) }),
    };
    let page = clampPage(query.page ?? 1, Number.MAX_SAFE_INTEGER);
    let found = await store.list(person.id, { ...filter, offset: (page - 1) * pageSize });
    const pageCount = Math.max(1, Math.ceil(found.total / pageSize));
    if (page > pageCount) {
      page = pageCount;
      found = await store.list(person.id, { ...filter, offset: (page - 1) * pageSize });
    }
    const tags = await store.listTags(person.id, MAX_TAGS);
    const shown = await this.#illustrate(person, found.favorites, query);
    return { ...shown, page, pageCount, total: found.total, tags };
  }

  /**
   * Exact ones, names that begin with the text, numbers that do, names that contain it; the newest
   * first of each. An empty text suggests all.
   */
  async suggest(
    person: Person,
    text: string,
    limit: number,
  ): Promise<readonly FavoriteSuggestion[]> {
    const matches = await this.#match(person, text);
    return matches.slice(0, limit).map(({ number, name }) => ({
      number,
      ...(name === null ? {} : { name }),
    }));
  }

  async #illustrate(
    person: Person,
    records: readonly FavoriteRecord[],
    { withThumbnails = false, withSheet = false }: FavoriteQuery,
  ): Promise<{ items: readonly FavoritePageItem[]; sheet?: Picture }> {
    const wanted = withThumbnails || withSheet;
    const portraits = records.map(({ portrait }) => portrait);
    const thumbnails = wanted ? await this.#pictureCache.thumbnails(portraits, person) : [];
    const items = records.map((record, at): FavoritePageItem => {
      const favorite = toFavorite(record, this.#renderer.layouts);
      const thumbnail = thumbnails[at];
      return withThumbnails && thumbnail ? { favorite, thumbnail } : { favorite };
    });
    if (!withSheet || records.length === 0) return { items };
    const numbered = records.map(({ number }, at) => ({
      number,
      picture: thumbnails[at]?.bytes ?? new Uint8Array(),
    }));
    return { items, sheet: toPicture(await composeSheet(numbered), 'webp', 'favorites') };
  }

  async #matchNumbers(
    person: Person,
    search: string | undefined,
  ): Promise<{ numbers?: readonly number[] }> {
    if (search === undefined || search.trim() === '') return {};
    const all = await this.#context.storage.favorites.listSearchable(person.id);
    const needle = toNeedle(search);
    const looks = readLooks(search);
    const { layouts } = this.#renderer;
    const matches = all.filter(
      (entry) =>
        rankOf(needle, entry) < NO_MATCH ||
        (needle !== '' && foldText(entry.portrait.description).includes(needle)) ||
        hasLooks(entry.portrait, looks, layouts),
    );
    return { numbers: matches.slice(0, MAX_MATCHES).map(({ number }) => number) };
  }

  /**
   * Compared here and not by the database, whose LIKE takes signs in a name for wildcards and whose
   * idea of upper case ends with ASCII. Beginnings come before middles.
   */
  async #match(
    person: Person,
    text: string,
  ): Promise<readonly { number: number; name: string | null }[]> {
    const needle = toNeedle(text);
    const all = await this.#context.storage.favorites.listNames(person.id);
    const ranked = all.map((entry) => ({ entry, rank: rankOf(needle, entry) }));
    return ranked
      .filter(({ rank }) => rank < NO_MATCH)
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ entry }) => entry);
  }
}

const NO_MATCH = 4;

function toNeedle(text: string): string {
  return foldText(cleanText(text, MAX_NAME_LENGTH)).replace(/^#/u, '');
}

function rankOf(needle: string, { number, name }: { number: number; name: string | null }): number {
  if (needle === '') return 0;
  const key = name === null ? '' : foldText(name);
  const digits = String(number);
  if (digits === needle || key === needle) return 0;
  if (key !== '' && key.startsWith(needle)) return 1;
  if (digits.startsWith(needle)) return 2;
  return key.includes(needle) ? 3 : NO_MATCH;
}
