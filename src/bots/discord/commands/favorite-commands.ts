import type { ChatInputCommandInteraction } from 'discord.js';
import { favoriteLabel } from '../bench.js';
import { showFamily } from '../family-view.js';
import { rememberSearch } from '../favorite-search.js';
import { showFavorite, showPage } from '../favorite-show.js';
import { nameFavorite, tagFavorite } from '../favorite-words.js';
import { answering, type Handler } from '../turn.js';
import { isAskedPrivate } from './options.js';

type Command = ChatInputCommandInteraction;

/** Longer than any name or tag. */
const searchLimit = 200;

const favourite = (interaction: Command) => interaction.options.getString('favourite', true);

/** The commands about what somebody keeps. */
export const favoriteCommands: Readonly<Record<string, Handler<Command>>> = {
  favorites: answering('private', async ({ scene, outlet, interaction }) => {
    const search = interaction.options.getString('search');
    const tag = interaction.options.getString('tag');
    const isWhole = search === null && tag === null;
    const words = {
      ...(search === null ? {} : { search: search.slice(0, searchLimit) }),
      ...(tag === null ? {} : { tag: tag.slice(0, searchLimit) }),
    };
    await showPage(scene, outlet, isWhole ? {} : { search: await rememberSearch(scene, words) });
  }),

  show: answering(isAskedPrivate, ({ scene, outlet, interaction }) =>
    showFavorite(scene, outlet, favourite(interaction)),
  ),

  name: answering('private', ({ scene, outlet, interaction }) => {
    const name = interaction.options.getString('name') ?? '';
    return nameFavorite(scene, outlet, { reference: favourite(interaction), name });
  }),

  tag: answering('private', ({ scene, outlet, interaction }) => {
    const tags = interaction.options.getString('tags') ?? '';
    return tagFavorite(scene, outlet, { reference: favourite(interaction), tags });
  }),

  drop: answering('private', async ({ scene, outlet, interaction }) => {
    const { favorites } = scene.bot.game;
    const dropped = await favorites.drop(scene.person, favourite(interaction));
    const name = favoriteLabel(scene, dropped);
    await outlet.show({ content: scene.t('common:favourite.dropped', { name }) });
  }),

  family: answering(isAskedPrivate, ({ scene, outlet, interaction }) =>
    showFamily(scene, outlet, { favorite: favourite(interaction) }),
  ),
};
