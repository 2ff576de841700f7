import type { CaptionStyle } from '../../../messages/result-caption.js';
import type { Favorite } from '../../../game/favorites/favorite.js';
import { tame, type Caller } from '../caller.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';

/** Captions as this reader's chat has them: in a group others read along. */
export function styleOf(
  { messages }: Pick<TelegramContext, 'messages'>,
  caller: Caller,
): CaptionStyle {
  const { language, place } = caller;
  return { messages, language, isPublic: place.isGroup, quote: tame };
}

/** A favourite as all may read of it in a group: without words that the group forbids. */
export async function presentable(
  { game }: Pick<TelegramContext, 'game'>,
  { where: { serverId } }: Caller,
  favorite: Favorite,
): Promise<Favorite> {
  if (serverId === undefined) return favorite;
  return game.servers.presentable({ platform: PLATFORM, serverId }, favorite);
}

/** A favourite's number and name. */
export function labelOf(
  caller: Caller,
  { number, name }: Pick<Favorite, 'number' | 'name'>,
): string {
  return name === undefined
    ? caller.t('common:favourite.label', { number })
    : caller.t('common:favourite.labelNamed', { number, name });
}
