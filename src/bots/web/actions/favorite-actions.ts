import { z } from 'zod';
import { NotFoundError } from '../../../errors/app-error.js';
import type { FavoritePage } from '../../../game/favorites/favorite.js';
import type { WireReply } from '../wire.js';
import { defineAction, type Caller } from './action.js';
import { favoriteInput, portraitInput } from './inputs.js';
import { presentFavorite } from './present.js';

const PAGE_SIZE = 24;

/** Keeps a portrait, and tells under which number; harmless to repeat. */
export const keep = defineAction(portraitInput, async (caller, target) => {
  const result = await caller.game.favorites.keep(caller.person, target);
  if (result.outcome === 'no-post') {
    throw new NotFoundError('portrait-not-found', 'expected a portrait to keep, got none');
  }
  const { number } = result.favorite;
  const key = result.outcome === 'kept' ? 'kept' : 'keptAlready';
  const text = caller.messages.t(caller.language, `common:favourite.${key}`, { number });
  return { kind: 'favorite', text, favorite: presentFavorite(caller, result.favorite) };
});

/** Lets go of a portrait by its id; harmless where it is not kept. */
export const unkeep = defineAction(portraitInput, async (caller, target) => {
  await caller.game.favorites.unkeep(caller.person, target);
  const text = caller.messages.t(caller.language, 'common:favourite.unkept');
  return { kind: 'unkept', text, portraitId: target.portraitId };
});

const listInput = z.strictObject({
  page: z.number().int().min(1).exactOptional(),
  search: z.string().max(200).exactOptional(),
  tag: z.string().max(200).exactOptional(),
  order: z.enum(['newest', 'oldest', 'name']).exactOptional(),
});

/**
 * 24 favourites a page, the newest first unless asked otherwise: all, or those that a search or tag
 * finds.
 */
export const favorites = defineAction(listInput, async (caller, query) => {
  const page = await caller.game.favorites.list(caller.person, { ...query, pageSize: PAGE_SIZE });
  return presentPage(caller, page, query);
});

/** One favourite by its number or name. */
export const show = defineAction(
  z.strictObject({ favorite: favoriteInput }),
  async (caller, input) => {
    const { favorite } = await caller.game.favorites.show(caller.person, input.favorite);
    const presented = presentFavorite(caller, favorite);
    return { kind: 'favorite', text: presented.label, favorite: presented };
  },
);

/** Names a favourite; an empty name takes the name away. */
export const name = defineAction(
  z.strictObject({ favorite: favoriteInput, name: z.string().max(10_000) }),
  async (caller, input) => {
    const { favorites: service } = caller.game;
    const named = await service.name(caller.person, input.favorite, input.name);
    const { favorite, isShortened } = named;
    const { number } = favorite;
    const params = { number, name: favorite.name ?? '' };
    const key = favorite.name === undefined ? 'unnamed' : 'named';
    const text = caller.messages.t(caller.language, `common:favourite.${key}`, params);
    return { kind: 'favorite', text, favorite: presentFavorite(caller, favorite), isShortened };
  },
);

/** Replaces all tags of a favourite; an empty list takes them away. */
export const tag = defineAction(
  z.strictObject({ favorite: favoriteInput, tags: z.array(z.string().max(1000)).max(100) }),
  async (caller, input) => {
    const favorite = await caller.game.favorites.tag(caller.person, input.favorite, input.tags);
    const { number } = favorite;
    const separator = caller.messages.t(caller.language, 'common:result.listSeparator');
    const params = { number, tags: favorite.tags.join(separator) };
    const key = favorite.tags.length === 0 ? 'untagged' : 'tagged';
    const text = caller.messages.t(caller.language, `common:favourite.${key}`, params);
    return { kind: 'favorite', text, favorite: presentFavorite(caller, favorite) };
  },
);

/**
 * Lets go of a favourite by its number or name. A second time ends in NotFoundError
 * `favourite-not-found`.
 */
export const drop = defineAction(
  z.strictObject({ favorite: favoriteInput }),
  async (caller, input) => {
    const favorite = await caller.game.favorites.drop(caller.person, input.favorite);
    const { label } = presentFavorite(caller, favorite);
    const text = caller.messages.t(caller.language, 'common:favourite.dropped', { name: label });
    return { kind: 'unkept', text, portraitId: favorite.portrait.id };
  },
);

function presentPage(
  caller: Caller,
  page: FavoritePage,
  query: z.infer<typeof listInput>,
): WireReply {
  const { messages, language } = caller;
  const { search = '', tag: wantedTag } = query;
  const empty = (): string => {
    if (wantedTag !== undefined) {
      return messages.t(language, 'common:favourite.noneTagged', { tag: wantedTag });
    }
    const key = search.trim() === '' ? 'common:favourite.none' : 'web:gallery.nothing';
    return messages.t(language, key);
  };
  return {
    kind: 'favorites',
    items: page.items.map(({ favorite }) => presentFavorite(caller, favorite)),
    page: page.page,
    pageCount: page.pageCount,
    total: page.total,
    tags: page.tags,
    query,
    text:
      page.total === 0
        ? empty()
        : messages.t(language, 'common:favourite.total', { count: page.total }),
  };
}
