import { favoriteCaption, favoriteRows, favoritesView } from '../views/favorite-view.js';
import { altText } from '../views/caption.js';
import { escapeText } from '../views/escape.js';
import type { Favorite } from '../../../game/favorites/favorite.js';
import type { FavoriteSearch } from './favorite-search.js';
import { showFitting } from '../replies/fit-attachment.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { withProgress } from '../replies/progress.js';
import { publishPortraits } from '../replies/publish.js';
import type { Caller } from '../caller.js';

const pageSize = 10;

/** A page of the person's own favourites, or of what a search among them finds. */
export async function showPage(
  caller: Caller,
  target: ReplyTarget,
  query: { readonly page?: number; readonly search?: FavoriteSearch },
): Promise<void> {
  const { page: wanted = 1, search } = query;
  const { favorites } = caller.context.game;
  const words = search?.words ?? {};
  const page = await favorites.list(caller.person, {
    ...words,
    page: wanted,
    pageSize,
    withSheet: true,
  });
  if (page.total > 0) {
    await showFitting(caller, target, favoritesView(caller, page, search?.id));
    return;
  }
  const isEmpty = search === undefined || (await favorites.count(caller.person)) === 0;
  await target.show({
    content: isEmpty ? caller.t('common:favourite.none') : noneOf(caller, words),
  });
}

function noneOf({ t }: Caller, { search, tag }: FavoriteSearch['words']): string {
  return search === undefined
    ? t('common:favourite.noneTagged', { tag: escapeText(tag ?? '') })
    : t('discord:favourites.noneFound', { search: escapeText(search) });
}

/** One of the person's favourites: privately with all that can be done with it, openly as a post. */
export async function showFavorite(
  caller: Caller,
  target: ReplyTarget,
  reference: string,
): Promise<void> {
  const { favorites, posts } = caller.context.game;
  const { favorite, picture } = await withProgress(caller, target, (drawing) =>
    favorites.show(caller.person, reference, { ...drawing, size: 'large' }),
  );
  const portraits = [favorite.portrait];
  if (!target.isPrivate) {
    const caption = favoriteCaption(caller, await presentable(caller, favorite));
    await publishPortraits(caller, target, { kind: 'portrait', portraits, picture, caption });
    return;
  }
  const post = await posts.open({
    person: caller.person,
    kind: 'portrait',
    portraits,
    isPrivate: true,
  });
  const alt = altText(caller, portraits);
  const rows = favoriteRows(caller, favorite, post);
  const caption = favoriteCaption(caller, favorite);
  const outgoing = { content: caption, rows, picture: { picture, alt } };
  const sent = await showFitting(caller, target, outgoing);
  await posts.publish(post.id, sent);
}

/** In public, without words that the server forbids. */
async function presentable({ context, where }: Caller, favorite: Favorite): Promise<Favorite> {
  const { serverId } = where;
  if (serverId === undefined) return favorite;
  return context.game.servers.presentable({ platform: 'discord', serverId }, favorite);
}
