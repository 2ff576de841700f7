import { escapeText } from './escape.js';
import type { Outlet } from './outlet.js';
import type { Scene } from './scene.js';

/** Names a favourite, or takes its name away when the new one is empty. */
export async function nameFavorite(
  scene: Scene,
  outlet: Outlet,
  given: { reference: string; name: string },
): Promise<void> {
  const { favorites } = scene.bot.game;
  const { favorite, isShortened } = await favorites.name(scene.person, given.reference, given.name);
  const { number, name } = favorite;
  const done =
    name === undefined
      ? scene.t('common:favourite.unnamed', { number })
      : scene.t('common:favourite.named', { number, name: escapeText(name) });
  const content = isShortened ? `${done} ${scene.t('discord:favourites.shortened')}` : done;
  await outlet.show({ content });
}

/** Replaces a favourite's tags; they come in one text, apart by spaces or commas. */
export async function tagFavorite(
  scene: Scene,
  outlet: Outlet,
  given: { reference: string; tags: string },
): Promise<void> {
  const wanted = given.tags.split(/[\s,、，]+/u).filter((tag) => tag !== '');
  const favorite = await scene.bot.game.favorites.tag(scene.person, given.reference, wanted);
  const { number, tags } = favorite;
  const list = tags.map((tag) => `#${escapeText(tag)}`).join(' ');
  const content =
    tags.length === 0
      ? scene.t('common:favourite.untagged', { number })
      : scene.t('common:favourite.tagged', { number, tags: list });
  await outlet.show({ content });
}
