import type { ChatMemberUpdated } from 'telegraf/types';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';

/** The bot was blocked, removed, or made (no more) an administrator somewhere. */
export async function handleMembership(
  context: TelegramContext,
  update: ChatMemberUpdated,
): Promise<void> {
  const { chat, new_chat_member: now } = update;
  const isGone = now.status === 'kicked' || now.status === 'left';
  context.log.info(
    { chatId: chat.id, chatType: chat.type, status: now.status },
    'telegram: membership',
  );
  if (!isGone || chat.type === 'private') return;
  await context.game.servers.forget({ platform: PLATFORM, serverId: String(chat.id) });
}
