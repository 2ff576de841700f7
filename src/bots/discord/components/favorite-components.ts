import { favoriteLabel } from '../bench.js';
import { numberOf, type CustomId } from '../custom-id.js';
import { findSearch } from '../favorite-search.js';
import { showFavorite, showPage } from '../favorite-show.js';
import { textModal } from '../modals/post-modals.js';
import { answering, opening, updating, type ComponentHandler, type Press } from '../turn.js';

/**
 * Turns the page of a list, counted from 1. Of a search that is forgotten or somebody else's, a
 * line says so.
 */
export function pageButton({ ids: [number, searchId] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ scene, outlet }) => {
    const page = Math.max(1, numberOf(number));
    if (searchId === undefined) {
      await showPage(scene, outlet, { page });
      return;
    }
    const search = await findSearch(scene, searchId);
    if (search === undefined) await outlet.fail(scene.t('discord:favourites.searchOver'));
    else await showPage(scene, outlet, { page, search });
  });
}

/** Opens one favourite of a page, for its owner alone. */
export function pickMenu(): ComponentHandler<Press> {
  return answering('private', async ({ scene, outlet, interaction }) => {
    const number = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
    await showFavorite(scene, outlet, number);
  });
}

/** Posts an opened favourite for all to see, by its number. */
export function showButton({ ids: [number = ''] }: CustomId): ComponentHandler<Press> {
  return answering('open', ({ scene, outlet }) => showFavorite(scene, outlet, number));
}

/**
 * Lets an opened favourite go, and says so in its place. A second press ends in NotFoundError
 * `favourite-not-found`.
 */
export function dropButton({ ids: [number = ''] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ scene, outlet }) => {
    const dropped = await scene.bot.game.favorites.drop(scene.person, number);
    const name = favoriteLabel(scene, dropped);
    await outlet.show({ content: scene.t('common:favourite.dropped', { name }) });
  });
}

/** Opens a modal with the name in it, where the database tells it within a second. */
export function nameButton({ ids: [number = ''] }: CustomId): ComponentHandler<Press> {
  return opening(async (door, press) => {
    const own = await door.soon(({ bot, person }) => bot.game.favorites.find(person, number));
    const value = own && (own.name ?? '');
    const given = { verb: 'name-modal', number: numberOf(number), value } as const;
    await press.showModal(textModal(await door.speech(), given));
  });
}

/**
 * Opens a modal with the tags in it, apart by spaces, where the database tells them within a
 * second.
 */
export function tagButton({ ids: [number = ''] }: CustomId): ComponentHandler<Press> {
  return opening(async (door, press) => {
    const own = await door.soon(({ bot, person }) => bot.game.favorites.find(person, number));
    const value = own?.tags.join(' ');
    const given = { verb: 'tag-modal', number: numberOf(number), value } as const;
    await press.showModal(textModal(await door.speech(), given));
  });
}
