import type { Logger } from 'pino';
import type { Messages } from '../../messages/messages.js';
import type { EndlessHolder } from '../../game/endless/endless.js';
import type { Game } from '../../game/game.js';
import type { BackgroundWork } from './updates/background-work.js';
import type { OwnMenus } from './handlers/command-menu.js';
import type { PendingPosts } from './sending/pending-posts.js';
import type { Outbox } from './sending/outbox.js';
import type { TelegramApi } from './sending/telegram-api.js';

/** Dependencies of the update handlers. */
export interface TelegramContext {
  readonly game: Game;
  readonly messages: Messages;
  readonly log: Logger;
  readonly api: TelegramApi;
  readonly outbox: Outbox;
  readonly work: BackgroundWork;
  readonly pendingPosts: PendingPosts;
  readonly menus: OwnMenus;
  readonly me: BotIdentity;
  /** The key under which this process's endless runs are found again after it has died. */
  readonly holder: EndlessHolder;
  /** The chat that inline mode uploads its pictures to; by default, each caller's own chat. */
  readonly storageChatId: number | undefined;
}

/** The bot's own account, as `getMe` tells it. */
export interface BotIdentity {
  readonly id: number;
  readonly username: string;
}

/** The platform's name in the game's records. */
export const PLATFORM = 'telegram';
