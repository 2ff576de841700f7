import { favoriteCaption, favoriteRows, favoritesView } from './favorite-view.js';
import { altText } from './caption.js';
import { escapeText } from './escape.js';
import type { FavoriteSearch } from './favorite-search.js';
import { showFitting } from './fitting.js';
import type { Outlet } from './outlet.js';
import { withProgress } from './progress.js';
import { publishPortraits } from './publish.js';
import type { Scene } from './scene.js';

const pageSize = 10;

/** A page of the person's own favourites, or of what a search among them finds. */
export async function showPage(
  scene: Scene,
  outlet: Outlet,
  query: { readonly page?: number; readonly search?: FavoriteSearch },
): Promise<void> {
  const { page: wanted = 1, search } = query;
  const { favorites } = scene.bot.game;
  const words = search?.words ?? {};
  const page = await favorites.list(scene.person, {
    ...words,
    page: wanted,
    pageSize,
    withSheet: true,
  });
  if (page.total > 0) {
    await showFitting(scene, outlet, favoritesView(scene, page, search?.id));
    return;
  }
  const isEmpty = search === undefined || (await favorites.count(scene.person)) === 0;
  await outlet.show({ content: isEmpty ? scene.t('common:favourite.none') : noneOf(scene, words) });
}

function noneOf({ t }: Scene, { search, tag }: FavoriteSearch['words']): string {
  return search === undefined
    ? t('common:favourite.noneTagged', { tag: escapeText(tag ?? '') })
    : t('discord:favourites.noneFound', { search: escapeText(search) });
}

/** One of the person's favourites: privately with all that can be done with it, openly as a post. */
export async function showFavorite(scene: Scene, outlet: Outlet, reference: string): Promise<void> {
  const { favorites, posts } = scene.bot.game;
  const { favorite, picture } = await withProgress(scene, outlet, (drawing) =>
    favorites.show(scene.person, reference, drawing),
  );
  const caption = favoriteCaption(scene, favorite);
  const portraits = [favorite.portrait];
  if (!outlet.isPrivate) {
    await publishPortraits(scene, outlet, { kind: 'portrait', portraits, picture, caption });
    return;
  }
  const post = await posts.open({
    person: scene.person,
    kind: 'portrait',
    portraits,
    isPrivate: true,
  });
  const alt = altText(scene, portraits);
  const rows = favoriteRows(scene, favorite, post);
  const outgoing = { content: caption, rows, picture: { picture, alt } };
  const sent = await showFitting(scene, outlet, outgoing);
  await posts.publish(post.id, sent);
}
