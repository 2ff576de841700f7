import type { Messages } from '../../messages/messages.js';
import type { Language } from '../../services/person.js';
import { commandOf, COMMAND_NAMES } from './help-text.js';
import type { Outbox } from './outbox.js';

/**
 * Telegram's menus know two-letter languages only, so the two kinds of Chinese share one; readers of
 * traditional characters get their own menu in their private chat, see {@link setOwnMenu}.
 */
const MENUS: readonly { readonly language: Language; readonly code?: string }[] = [
  { language: 'en' },
  { language: 'ja', code: 'ja' },
  { language: 'zh-CN', code: 'zh' },
];
const DESCRIPTION_LIMIT = 256;

/** Sets the menu of commands in every language. @throws TelegramRefusal */
export async function setCommandMenus(outbox: Outbox, messages: Messages): Promise<void> {
  for (const { language, code } of MENUS) {
    await outbox.ask('setMyCommands', {
      commands: commandsIn(messages, language),
      ...(code === undefined ? {} : { language_code: code }),
    });
  }
}

/** Sets the menu of one private chat. @throws TelegramRefusal */
export async function setOwnMenu(
  outbox: Outbox,
  messages: Messages,
  to: { readonly chatId: number; readonly language: Language },
): Promise<void> {
  await outbox.ask('setMyCommands', {
    commands: commandsIn(messages, to.language),
    scope: { type: 'chat', chat_id: to.chatId },
  });
}

function commandsIn(
  messages: Messages,
  language: Language,
): { command: string; description: string }[] {
  const named = COMMAND_NAMES.map((name) => ({
    command: commandOf(name),
    description: messages.t(language, `help:commands.${name}.about`),
  }));
  const own = ['start', 'cancel'].map((name) => ({
    command: name,
    description: messages.t(language, `telegram:menu.${name}`),
  }));
  return [...named, ...own].map(({ command, description }) => ({
    command,
    description: description.slice(0, DESCRIPTION_LIMIT),
  }));
}
