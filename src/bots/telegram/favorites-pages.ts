import type { Message } from 'telegraf/types';
import type { FavoritePage } from '../../game/favorites/favorite.js';
import type { Asker } from './asker.js';
import type { BotParts } from './bot-parts.js';
import { labelOf } from './captions.js';
import {
  addressOf,
  captionOf,
  sendPhoto,
  sendWords,
  showPortraits,
  uploadOf,
  type Keyboard,
  type Words,
} from './delivery.js';
import { button, inRows, mark, portraitKeyboard } from './keyboards.js';
import { isRefusal } from './refusal.js';

const PAGE_SIZE = 10;

/** Which page of which of somebody's favourites. */
export interface Leaf {
  readonly page: number;
  /** Part of a name, a number, or `#tag`; empty for all. */
  readonly search: string;
}

/** Shows a page of favourites in a message of its own. */
export async function sendFavorites(
  parts: BotParts,
  asker: Asker,
  { leaf, replyTo }: { readonly leaf: Leaf; readonly replyTo?: number },
): Promise<void> {
  const found = await listFavorites(parts, asker, leaf);
  const words = { ...wordsOf(asker, found, leaf), ...(replyTo === undefined ? {} : { replyTo }) };
  if (found.sheet === undefined) await sendWords(parts, asker.place, words);
  else await sendPhoto(parts, asker.place, { ...words, picture: found.sheet });
}

/** Turns the page in the message that shows one. */
export async function turnFavorites(
  parts: BotParts,
  asker: Asker,
  { leaf, message }: { readonly leaf: Leaf; readonly message: Message },
): Promise<void> {
  const found = await listFavorites(parts, asker, leaf);
  const words = wordsOf(asker, found, leaf);
  if (found.sheet === undefined) {
    await sendWords(parts, asker.place, words);
    return;
  }
  const { reply_markup } = addressOf(asker.place, words);
  try {
    await parts.outbox.send('editMessageMedia', {
      chat_id: asker.place.chatId,
      message_id: message.message_id,
      media: { type: 'photo', media: uploadOf(found.sheet), ...captionOf(words) },
      reply_markup,
    });
  } catch (error) {
    if (isRefusal(error, 'not-modified')) return;
    if (!isRefusal(error, 'message-gone', 'other')) throw error;
    await sendPhoto(parts, asker.place, { ...words, picture: found.sheet });
  }
}

/** Shows one favourite large, with all that can be done with it. */
export async function showFavorite(
  parts: BotParts,
  asker: Asker,
  { favorite: reference, replyTo }: { favorite: string | number; replyTo?: number | undefined },
): Promise<void> {
  const { person, t, language } = asker;
  const { favorite, picture } = await parts.game.favorites.show(person, reference, {
    format: 'png',
  });
  const by = mark(asker);
  const number = String(favorite.number);
  const [, ...middle] = portraitKeyboard(t, favorite.portrait);
  await showPortraits(parts, asker, {
    kind: 'portrait',
    portraits: [favorite.portrait],
    picture,
    keyboard: [
      ...middle,
      [
        button(`🏷 ${t('common:action.name')}`, { do: 'rename', by, number }),
        button(`🕊 ${t('common:action.drop')}`, { do: 'drop', by, number }),
      ],
    ],
    lines: [
      labelOf(asker, favorite),
      parts.game.wording.ofAll(favorite.portrait, language),
      favorite.tags.map((tag) => `#${tag}`).join(' '),
    ],
    ...(replyTo === undefined ? {} : { replyTo }),
  });
}

/** A page of somebody's favourites with their sheet. */
export function listFavorites(parts: BotParts, asker: Asker, leaf: Leaf): Promise<FavoritePage> {
  const { page, search } = leaf;
  const tag = /^[#＃](.+)$/.exec(search.trim())?.[1];
  const by = tag === undefined ? { search: search.trim() } : { tag };
  return parts.game.favorites.list(asker.person, {
    page,
    pageSize: PAGE_SIZE,
    withSheet: true,
    ...(search.trim() === '' ? {} : by),
  });
}

function wordsOf(asker: Asker, found: FavoritePage, leaf: Leaf): Words {
  const { t } = asker;
  if (found.total === 0) {
    const isSearch = leaf.search.trim() !== '';
    return { lines: [t(isSearch ? 'telegram:favorites.noneFound' : 'common:favourite.none')] };
  }
  const page = t('common:favourite.page', { page: found.page, pages: found.pageCount });
  return {
    lines: [
      t('common:favourite.total', { count: found.total }),
      ...(found.pageCount > 1 ? [page] : []),
      ...found.items.map(({ favorite }) => labelOf(asker, favorite)),
    ],
    keyboard: pageKeyboard(asker, found, leaf),
  };
}

function pageKeyboard(asker: Asker, found: FavoritePage, leaf: Leaf): Keyboard {
  const by = mark(asker);
  const numbers = found.items.map(({ favorite }) =>
    button(String(favorite.number), { do: 'show', by, number: String(favorite.number) }),
  );
  const turn = (text: string, page: number): ReturnType<typeof button>[] =>
    page < 1 || page > found.pageCount
      ? []
      : [button(text, { do: 'favorites', by, page: String(page), search: leaf.search })];
  const leaves = [
    ...turn(`◀ ${asker.t('common:action.previous')}`, found.page - 1),
    ...turn(`${asker.t('common:action.next')} ▶`, found.page + 1),
  ];
  return leaves.length === 0 ? inRows(numbers, 5) : [...inRows(numbers, 5), leaves];
}
