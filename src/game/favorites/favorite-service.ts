import { UserInputError } from '../../errors/app-error.js';
import type { FavoriteRecord } from '../../storage/records.js';
import { cleanText, foldText } from '../typed-commands/clean-text.js';
import {
  findFavorite,
  MAX_NAME_LENGTH,
  parseReference,
  throwNotFound,
} from './favorite-reference.js';
import type {
  Favorite,
  FavoritePage,
  FavoriteQuery,
  FavoriteReference,
  FavoriteSuggestion,
  KeepResult,
  KeepTarget,
  UnkeepResult,
} from './favorite.js';
import type { FavoriteKeeper } from './favorite-keeper.js';
import type { FavoritePager } from './favorite-pager.js';
import { foldTag } from './favorite-tag.js';
import { toFavorite } from './favorite-view.js';
import type { GameContext } from '../game-context.js';
import type { Person } from '../people/person.js';
import type { PictureCache } from '../portraits/picture-cache.js';
import type { DrawingOptions, Picture } from '../portraits/portrait.js';
import type { PortraitRenderer } from '../portraits/portrait-renderer.js';

const MAX_TAGS = 10;

/** Dependencies of {@link FavoriteService}. */
export interface FavoriteParts {
  readonly keeper: FavoriteKeeper;
  readonly pager: FavoritePager;
  readonly pictureCache: PictureCache;
  readonly renderer: PortraitRenderer;
}

/** A person's own favourites; nobody can reach anybody else's through it. */
export class FavoriteService {
  readonly #context: GameContext;
  readonly #parts: FavoriteParts;

  constructor(context: GameContext, parts: FavoriteParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * A portrait that was let go gets its number, name and tags back for as long as portraits that
   * nobody keeps are stored.
   * @throws NotFoundError `portrait-not-found`, NotAllowedError `not-yours` (never posted openly),
   * UserInputError `share-code-of-other-model` (swept away, and its model was replaced)
   */
  keep(person: Person, target: KeepTarget): Promise<KeepResult> {
    return this.#parts.keeper.keep(person, target);
  }

  /**
   * Works on whatever the person keeps, also where they could no longer keep it. The portrait
   * stays.
   */
  unkeep(person: Person, target: KeepTarget): Promise<UnkeepResult> {
    return this.#parts.keeper.unkeep(person, target);
  }

  /** As {@link keep}, by a reaction, which {@link unreact} takes back. */
  react(person: Person, target: KeepTarget): Promise<KeepResult> {
    return this.#parts.keeper.react(person, target);
  }

  /**
   * Drops what a reaction alone kept: not what was kept otherwise too, named or tagged, and nothing
   * unless `isLast` says that no other reaction of theirs means it. Asked only where that matters.
   */
  unreact(
    person: Person,
    target: KeepTarget,
    isLast: () => Promise<boolean>,
  ): Promise<UnkeepResult> {
    return this.#parts.keeper.unreact(person, target, isLast);
  }

  /** No match gives an empty page. Throws what drawing throws where thumbnails have to be drawn. */
  list(person: Person, query: FavoriteQuery = {}): Promise<FavoritePage> {
    return this.#parts.pager.list(person, query);
  }

  /** At most `limit` (default 25) whose number or name begins with, then contains, the text. */
  suggest(person: Person, text: string, limit = 25): Promise<readonly FavoriteSuggestion[]> {
    return this.#parts.pager.suggest(person, text, limit);
  }

  /** @throws NotFoundError `favourite-not-found` with `reference` */
  async find(person: Person, reference: FavoriteReference): Promise<Favorite> {
    return this.#view(await this.#find(person, reference));
  }

  /**
   * With its picture.
   * @throws NotFoundError `favourite-not-found` with `reference`
   */
  async show(
    person: Person,
    reference: FavoriteReference,
    drawing: DrawingOptions = {},
  ): Promise<{ favorite: Favorite; picture: Picture }> {
    const record = await this.#find(person, reference);
    const picture = await this.#parts.pictureCache.picture(record.portrait, person, drawing);
    return { favorite: this.#view(record), picture };
  }

  /**
   * Names or, with an empty name, unnames. `isShortened` tells that the name was cut to its limit.
   * @throws UserInputError `name-taken`, `name-not-allowed` (a bare number, or nothing printable)
   */
  async name(
    person: Person,
    reference: FavoriteReference,
    text: string,
  ): Promise<{ favorite: Favorite; isShortened: boolean }> {
    const record = await this.#find(person, reference);
    const name = cleanText(text, MAX_NAME_LENGTH);
    const isShortened = cleanText(text, text.length).length > name.length;
    const { favorites } = this.#context.storage;
    const outcome = await favorites.rename(person.id, record.number, readName(text, name));
    if (outcome === 'missing') return throwNotFound(reference);
    if (outcome === 'taken') {
      throw new UserInputError('name-taken', 'expected a name that no other favourite has', {
        context: { name },
      });
    }
    return { favorite: await this.#reload(person, record, reference), isShortened };
  }

  /**
   * Replaces all tags.
   * @throws UserInputError `tag-not-allowed` (too many, or nothing printable)
   */
  async tag(
    person: Person,
    reference: FavoriteReference,
    tags: readonly string[],
  ): Promise<Favorite> {
    const record = await this.#find(person, reference);
    const wanted = [...new Set(tags.filter((tag) => tag.trim() !== '').map(readTag))].toSorted();
    if (wanted.length > MAX_TAGS) {
      throw new UserInputError('tag-not-allowed', `expected at most ${MAX_TAGS} tags`);
    }
    const { favorites } = this.#context.storage;
    const outcome = await favorites.setTags(person.id, record.number, wanted);
    if (outcome === 'missing') return throwNotFound(reference);
    return this.#reload(person, record, reference);
  }

  /** @throws NotFoundError `favourite-not-found` */
  async drop(person: Person, reference: FavoriteReference): Promise<Favorite> {
    const { storage, clock } = this.#context;
    const dropped = await storage.favorites.drop(person.id, parseReference(reference), clock());
    return dropped ? this.#view(dropped) : throwNotFound(reference);
  }

  /** Number of each of the portraits that the person keeps, by portrait id. */
  numbersOf(person: Person, portraitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.#context.storage.favorites.findNumbers(person.id, portraitIds);
  }

  /** How many the person keeps. */
  count(person: Person): Promise<number> {
    return this.#context.storage.favorites.count(person.id);
  }

  #find(person: Person, reference: FavoriteReference): Promise<FavoriteRecord> {
    return findFavorite(this.#context.storage.favorites, person, reference);
  }

  async #reload(
    person: Person,
    { number }: FavoriteRecord,
    reference: FavoriteReference,
  ): Promise<Favorite> {
    const found = await this.#context.storage.favorites.find(person.id, { number });
    return found ? this.#view(found) : throwNotFound(reference);
  }

  #view(record: FavoriteRecord): Favorite {
    return toFavorite(record, this.#parts.renderer.layouts);
  }
}

/** Null takes the name away. */
function readName(text: string, name: string): { name: string; nameKey: string } | null {
  if (text.trim() === '') return null;
  const nameKey = foldText(name);
  if (nameKey !== '' && !/^[#№]?\s*\d+$/u.test(nameKey)) return { name, nameKey };
  throw new UserInputError(
    'name-not-allowed',
    'expected a name with a letter or sign in it, got only digits or nothing that can be shown',
  );
}

function readTag(text: string): string {
  const tag = foldTag(text);
  if (tag !== '') return tag;
  throw new UserInputError('tag-not-allowed', 'expected a tag with something that can be shown');
}
