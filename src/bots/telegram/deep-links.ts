import type { Game } from '../../game/game.js';
import { findLinkedId } from '../../game/portraits/portrait-view.js';
import type { BotIdentity } from './telegram-context.js';

/** The payload of `t.me/<bot>?start=…` that sends the export. Any share code is longer. */
export const EXPORT_LINK = 'export';
/** The payload that only greets, for whoever has to press Start first. */
export const WELCOME_LINK = 'hello';

/** A link that opens the private chat; the payload takes up to 64 letters, digits, _ and -. */
export function deepLink(me: BotIdentity, payload: string): string {
  return `https://t.me/${me.username}?start=${payload}`;
}

/** True if a payload is one of a face; links from elsewhere may carry anything. */
export function isFaceLink({ redraws }: Pick<Game, 'redraws'>, payload: string): boolean {
  return findLinkedId(payload) !== undefined || redraws.findCode(payload) !== undefined;
}

/** The links that open the bot and that add it to a group, which takes no right of its own. */
export function inviteLinks({ username }: Pick<BotIdentity, 'username'>): {
  readonly open: string;
  readonly addToGroup: string;
} {
  const open = `https://t.me/${username}`;
  return { open, addToGroup: `${open}?startgroup=${WELCOME_LINK}` };
}
