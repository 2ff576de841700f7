import type { Message } from 'telegraf/types';
import type { FavoritePage } from '../../../game/favorites/favorite.js';
import type { Caller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import { faceCaption } from '../../../messages/result-caption.js';
import { labelOf, presentable } from './captions.js';
import {
  addressOf,
  captionOf,
  sendPhoto,
  sendWords,
  showPortraits,
  uploadOf,
  type Keyboard,
  type Words,
} from '../sending/delivery.js';
import { button, inRows, mark, portraitKeyboard } from './keyboards.js';
import { isRefusal } from '../sending/refusal.js';

const PAGE_SIZE = 10;

/** Which page of which of somebody's favourites. */
export interface Leaf {
  readonly page: number;
  /** Part of a name, a number, or `#tag`; empty for all. */
  readonly search: string;
}

/** Shows a page of favourites in a message of its own. */
export async function sendFavorites(
  context: TelegramContext,
  caller: Caller,
  { leaf, replyTo }: { readonly leaf: Leaf; readonly replyTo?: number },
): Promise<void> {
  const found = await listFavorites(context, caller, leaf);
  const words = { ...wordsOf(caller, found, leaf), ...(replyTo === undefined ? {} : { replyTo }) };
  if (found.sheet === undefined) await sendWords(context, caller.place, words);
  else await sendPhoto(context, caller.place, { ...words, picture: found.sheet });
}

/** Turns the page in the message that shows one. */
export async function turnFavorites(
  context: TelegramContext,
  caller: Caller,
  { leaf, message }: { readonly leaf: Leaf; readonly message: Message },
): Promise<void> {
  const found = await listFavorites(context, caller, leaf);
  const words = wordsOf(caller, found, leaf);
  if (found.sheet === undefined) {
    await sendWords(context, caller.place, words);
    return;
  }
  const { reply_markup } = addressOf(caller.place, words);
  try {
    await context.outbox.send('editMessageMedia', {
      chat_id: caller.place.chatId,
      message_id: message.message_id,
      media: { type: 'photo', media: uploadOf(found.sheet), ...captionOf(words) },
      reply_markup,
    });
  } catch (error) {
    if (isRefusal(error, 'not-modified')) return;
    if (!isRefusal(error, 'message-gone', 'other')) throw error;
    await sendPhoto(context, caller.place, { ...words, picture: found.sheet });
  }
}

/** Shows one favourite large, with all that can be done with it. */
export async function showFavorite(
  context: TelegramContext,
  caller: Caller,
  { favorite: reference, replyTo }: { favorite: string | number; replyTo?: number | undefined },
): Promise<void> {
  const { person, t } = caller;
  const { favorite: own, picture } = await context.game.favorites.show(person, reference, {
    format: 'png',
    size: 'large',
  });
  const favorite = await presentable(context, caller, own);
  const by = mark(caller);
  const number = String(favorite.number);
  const [, ...middle] = portraitKeyboard(t, favorite.portrait, { isLarge: true });
  await showPortraits(context, caller, {
    kind: 'portrait',
    portraits: [favorite.portrait],
    picture,
    isLarge: favorite.portrait.canEnlarge === true,
    keyboard: [
      ...middle,
      [
        button(`🏷 ${t('common:action.name')}`, { do: 'rename', by, number }),
        button(`🕊 ${t('common:action.drop')}`, { do: 'drop', by, number }),
      ],
    ],
    lines: [
      labelOf(caller, favorite),
      [faceCaption(caller, favorite.portrait), ...favorite.tags.map((tag) => `#${tag}`)].join(' '),
    ],
    ...(replyTo === undefined ? {} : { replyTo }),
  });
}

/** A page of somebody's favourites with their sheet. */
export async function listFavorites(
  context: TelegramContext,
  caller: Caller,
  leaf: Leaf,
): Promise<FavoritePage> {
  const { page, search } = leaf;
  const tag = /^[#＃](.+)$/.exec(search.trim())?.[1];
  const by = tag === undefined ? { search: search.trim() } : { tag };
  const found = await context.game.favorites.list(caller.person, {
    page,
    pageSize: PAGE_SIZE,
    withSheet: true,
    ...(search.trim() === '' ? {} : by),
  });
  const items = found.items.map(async (item) => ({
    ...item,
    favorite: await presentable(context, caller, item.favorite),
  }));
  return { ...found, items: await Promise.all(items) };
}

function wordsOf(caller: Caller, found: FavoritePage, leaf: Leaf): Words {
  const { t } = caller;
  if (found.total === 0) {
    const isSearch = leaf.search.trim() !== '';
    return { lines: [t(isSearch ? 'telegram:favorites.noneFound' : 'common:favourite.none')] };
  }
  const page = t('common:favourite.page', { page: found.page, pages: found.pageCount });
  return {
    lines: [
      t('common:favourite.total', { count: found.total }),
      ...(found.pageCount > 1 ? [page] : []),
      ...found.items.map(({ favorite }) => labelOf(caller, favorite)),
    ],
    keyboard: pageKeyboard(caller, found, leaf),
  };
}

function pageKeyboard(caller: Caller, found: FavoritePage, leaf: Leaf): Keyboard {
  const by = mark(caller);
  const numbers = found.items.map(({ favorite }) =>
    button(String(favorite.number), { do: 'show', by, number: String(favorite.number) }),
  );
  const turn = (text: string, page: number): ReturnType<typeof button>[] =>
    page < 1 || page > found.pageCount
      ? []
      : [button(text, { do: 'favorites', by, page: String(page), search: leaf.search })];
  const leaves = [
    ...turn(`◀ ${caller.t('common:action.previous')}`, found.page - 1),
    ...turn(`${caller.t('common:action.next')} ▶`, found.page + 1),
  ];
  return leaves.length === 0 ? inRows(numbers, 5) : [...inRows(numbers, 5), leaves];
}
