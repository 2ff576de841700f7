import { favoriteCaption, favoriteRows, favoritesView } from './favorite-view.js';
import { altText } from './caption.js';
import type { FavoriteQuery } from '../../services/favorite.js';
import type { Outlet } from './outlet.js';
import { withProgress } from './progress.js';
import { publishPortraits } from './publish.js';
import type { Scene } from './scene.js';

const pageSize = 10;
/** As many as one menu holds: a search shows its best on one page. */
const searchSize = 25;

/** A page of the person's own favourites, or what a search among them finds. */
export async function showPage(
  scene: Scene,
  outlet: Outlet,
  query: Pick<FavoriteQuery, 'page' | 'search' | 'tag'>,
): Promise<void> {
  const isWhole = query.search === undefined && query.tag === undefined;
  const page = await scene.bot.game.favorites.list(scene.person, {
    ...query,
    pageSize: isWhole ? pageSize : searchSize,
    withSheet: true,
  });
  await outlet.show(favoritesView(scene, page, isWhole));
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
  const sent = await outlet.show({ content: caption, rows, picture: { picture, alt } });
  await posts.publish(post.id, sent);
}
