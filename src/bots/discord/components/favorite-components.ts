import { favoriteLabel } from '../actions/edit-portraits.js';
import { numberOf, type CustomId } from '../custom-id.js';
import { findSearch } from '../actions/favorite-search.js';
import { showFavorite, showPage } from '../actions/show-favorites.js';
import { textModal } from '../modals/post-modals.js';
import {
  answering,
  opening,
  updating,
  type ComponentHandler,
  type Press,
} from '../events/interaction-context.js';

/**
 * Turns the page of a list, counted from 1. Of a search that is forgotten or somebody else's, a
 * line says so.
 */
export function pageButton({ ids: [number, searchId] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ caller, target }) => {
    const page = Math.max(1, numberOf(number));
    if (searchId === undefined) {
      await showPage(caller, target, { page });
      return;
    }
    const search = await findSearch(caller, searchId);
    if (search === undefined) await target.fail(caller.t('discord:favourites.searchOver'));
    else await showPage(caller, target, { page, search });
  });
}

/** Opens one favourite of a page, for its owner alone. */
export function pickMenu(): ComponentHandler<Press> {
  return answering('private', async ({ caller, target, interaction }) => {
    const number = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
    await showFavorite(caller, target, number);
  });
}

/** Posts an opened favourite for all to see, by its number. */
export function showButton({ ids: [number = ''] }: CustomId): ComponentHandler<Press> {
  return answering('open', ({ caller, target }) => showFavorite(caller, target, number));
}

/**
 * Lets an opened favourite go, and says so in its place. A second press ends in NotFoundError
 * `favourite-not-found`.
 */
export function dropButton({ ids: [number = ''] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ caller, target }) => {
    const dropped = await caller.context.game.favorites.drop(caller.person, number);
    const name = favoriteLabel(caller, dropped);
    await target.show({ content: caller.t('common:favourite.dropped', { name }) });
  });
}

/** Opens a modal with the name in it, where the database tells it within a second. */
export function nameButton({ ids: [number = ''] }: CustomId): ComponentHandler<Press> {
  return opening(async (modalContext, press) => {
    const own = await modalContext.withinDeadline(({ context, person }) =>
      context.game.favorites.find(person, number),
    );
    const value = own && (own.name ?? '');
    const given = { verb: 'name-modal', number: numberOf(number), value } as const;
    await press.showModal(textModal(await modalContext.speech(), given));
  });
}

/**
 * Opens a modal with the tags in it, apart by spaces, where the database tells them within a
 * second.
 */
export function tagButton({ ids: [number = ''] }: CustomId): ComponentHandler<Press> {
  return opening(async (modalContext, press) => {
    const own = await modalContext.withinDeadline(({ context, person }) =>
      context.game.favorites.find(person, number),
    );
    const value = own?.tags.join(' ');
    const given = { verb: 'tag-modal', number: numberOf(number), value } as const;
    await press.showModal(textModal(await modalContext.speech(), given));
  });
}
