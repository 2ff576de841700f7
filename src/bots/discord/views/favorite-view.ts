import { describeAll } from '../../../messages/describe-portrait.js';
import { faceCaption } from '../../../messages/result-caption.js';
import {
  ActionRowBuilder,
  ButtonStyle,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from 'discord.js';
import type { Favorite, FavoritePage } from '../../../game/favorites/favorite.js';
import type { Post } from '../../../game/posts/post.js';
import { favoriteLabel } from '../actions/edit-portraits.js';
import { encodeCustomId } from '../custom-id.js';
import { captionOf } from './caption.js';
import { escapeText, plainText, shorten } from './escape.js';
import type { Outgoing, Row } from '../replies/outgoing.js';
import { button, inRows } from './rows.js';
import type { Caller } from '../caller.js';

const optionLimit = 100;

/** A page of somebody's favourites: one sheet, a menu to open one, and buttons to turn the page. */
export function favoritesView(caller: Caller, page: FavoritePage, searchId?: string): Outgoing {
  const { t } = caller;
  const { items, sheet, total } = page;
  const favorites = items.map(({ favorite }) => favorite);
  const counted = searchId === undefined ? 'common:favourite.total' : 'discord:favourites.found';
  const head = [t(counted, { count: total })];
  if (page.pageCount > 1) {
    head.push(t('common:favourite.page', { page: page.page, pages: page.pageCount }));
  }
  const alt = favorites.map((favorite) => plainLabel(caller, favorite)).join('; ');
  return {
    content: head.join(t('common:result.separator')),
    rows: [menu(caller, favorites), ...turnRow(caller, page, searchId)],
    ...(sheet === undefined ? {} : { picture: { picture: sheet, alt } }),
  };
}

function menu(caller: Caller, favorites: readonly Favorite[]): Row {
  const select = new StringSelectMenuBuilder()
    .setCustomId(encodeCustomId('pick'))
    .setPlaceholder(caller.t('discord:favourites.pick'))
    .addOptions(favorites.map((favorite) => favoriteOption(caller, favorite)));
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
}

/** A favourite in a menu; its value is its number. */
export function favoriteOption(caller: Caller, favorite: Favorite): StringSelectMenuOptionBuilder {
  const option = new StringSelectMenuOptionBuilder()
    .setValue(String(favorite.number))
    .setLabel(plainLabel(caller, favorite));
  const described = describeAll(favorite.portrait, caller.language);
  return described === '' ? option : option.setDescription(shorten(described, optionLimit));
}

/** A favourite's name where Discord reads no markdown. */
export function plainLabel(
  { t }: Pick<Caller, 't'>,
  { number, name }: { readonly number: number; readonly name?: string },
): string {
  const label =
    name === undefined
      ? t('common:favourite.label', { number })
      : t('common:favourite.labelNamed', { number, name: plainText(name) });
  return shorten(label, optionLimit);
}

function turnRow({ t }: Caller, { page, pageCount }: FavoritePage, searchId?: string): Row[] {
  if (pageCount <= 1) return [];
  const search = searchId === undefined ? [] : [searchId];
  const to = (target: number, key: string) =>
    button(encodeCustomId('page', target, ...search), t(key), ButtonStyle.Secondary).setDisabled(
      target < 1 || target > pageCount,
    );
  return inRows([to(page - 1, 'common:action.previous'), to(page + 1, 'common:action.next')]);
}

/** Caption of an opened favourite: what its owner calls it, then its looks and tags. */
export function favoriteCaption(caller: Caller, { tags, portrait, ...own }: Favorite): string {
  const looks = faceCaption(caller, portrait);
  const tagged = tags.map((tag) => `#${escapeText(tag)}`);
  return captionOf([favoriteLabel(caller, own), [looks, ...tagged].join(' ').trim()]);
}

/** Rows of the owner's actions on an opened favourite. */
export function favoriteRows(caller: Caller, favorite: Favorite, post: Pick<Post, 'id'>): Row[] {
  const { t } = caller;
  const { number } = favorite;
  const grey = ButtonStyle.Secondary;
  return inRows([
    button(encodeCustomId('change', post.id, 1), t('common:action.change'), grey),
    button(encodeCustomId('vary', post.id, 1), t('common:action.vary'), grey),
    button(encodeCustomId('blend', post.id, 1), t('common:action.blendWith'), grey),
    button(encodeCustomId('family', post.id, 1), t('common:action.family'), grey),
    button(encodeCustomId('code', post.id, 1), t('common:action.share'), grey),
    button(encodeCustomId('show', number), t('discord:favourites.showAll'), grey),
    button(encodeCustomId('name', number), t('common:action.name'), grey),
    button(encodeCustomId('tag', number), t('common:action.tag'), grey),
    button(encodeCustomId('drop', number), t('common:action.drop'), ButtonStyle.Danger),
  ]);
}
