import type { ChatInputCommandInteraction } from 'discord.js';
import { favoriteLabel } from '../actions/edit-portraits.js';
import { showFamily } from '../views/family-view.js';
import { rememberSearch } from '../actions/favorite-search.js';
import { showFavorite, showPage } from '../actions/show-favorites.js';
import { nameFavorite, tagFavorite } from '../actions/edit-favorite.js';
import { answering, type Handler } from '../events/interaction-context.js';
import { isAskedPrivate } from './options.js';

type Command = ChatInputCommandInteraction;

/** Longer than any name or tag. */
const searchLimit = 200;

const favourite = (interaction: Command) => interaction.options.getString('favourite', true);

/** The commands about what somebody keeps. */
export const favoriteCommands: Readonly<Record<string, Handler<Command>>> = {
  favorites: answering('private', async ({ caller, target, interaction }) => {
    const search = interaction.options.getString('search');
    const tag = interaction.options.getString('tag');
    const isWhole = search === null && tag === null;
    const words = {
      ...(search === null ? {} : { search: search.slice(0, searchLimit) }),
      ...(tag === null ? {} : { tag: tag.slice(0, searchLimit) }),
    };
    await showPage(caller, target, isWhole ? {} : { search: await rememberSearch(caller, words) });
  }),

  show: answering(isAskedPrivate, ({ caller, target, interaction }) =>
    showFavorite(caller, target, favourite(interaction)),
  ),

  name: answering('private', ({ caller, target, interaction }) => {
    const name = interaction.options.getString('name') ?? '';
    return nameFavorite(caller, target, { reference: favourite(interaction), name });
  }),

  tag: answering('private', ({ caller, target, interaction }) => {
    const tags = interaction.options.getString('tags') ?? '';
    return tagFavorite(caller, target, { reference: favourite(interaction), tags });
  }),

  drop: answering('private', async ({ caller, target, interaction }) => {
    const { favorites } = caller.context.game;
    const dropped = await favorites.drop(caller.person, favourite(interaction));
    const name = favoriteLabel(caller, dropped);
    await target.show({ content: caller.t('common:favourite.dropped', { name }) });
  }),

  family: answering(isAskedPrivate, ({ caller, target, interaction }) =>
    showFamily(caller, target, { favorite: favourite(interaction) }),
  ),
};
