import type { BotIdentity } from './bot-parts.js';

/** Payloads of `t.me/<bot>?start=…` that are no share codes. Codes are longer. */
export const EXPORT_LINK = 'export';
export const WELCOME_LINK = 'hello';

/** A link that opens the private chat; the payload takes up to 64 letters, digits, _ and -. */
export function deepLink(me: BotIdentity, payload: string): string {
  return `https://t.me/${me.username}?start=${payload}`;
}
