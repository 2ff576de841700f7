import type { Logger } from 'pino';
import { COMMAND_NAMES } from '../../../messages/command-names.js';
import type { Messages } from '../../../messages/messages.js';
import type { Language } from '../../../game/people/person.js';
import type { BotSetting, BotSettings } from '../sending/bot-settings.js';

/**
 * Telegram's menus know two-letter languages only, so the two kinds of Chinese share one; readers of
 * traditional characters get their own menu where they speak, see {@link OwnMenus}.
 * https://core.telegram.org/bots/api#setmycommands
 */
const MENUS: readonly { readonly language: Language; readonly code?: string }[] = [
  { language: 'en' },
  { language: 'ja', code: 'ja' },
  { language: 'zh-CN', code: 'zh' },
];
const DESCRIPTION_LIMIT = 256;

/** The menus of commands, one per language. */
export function commandMenus(messages: Messages): BotSetting[] {
  return MENUS.map(({ language, code }) => ({
    name: 'MyCommands',
    key: code === undefined ? {} : { language_code: code },
    value: { commands: commandsIn(messages, language) },
  }));
}

/** The descriptions that Telegram shows before somebody starts the bot, and in its profile. */
export function profileTexts(messages: Messages): BotSetting[] {
  return MENUS.flatMap(({ language, code }): BotSetting[] => {
    const key = code === undefined ? {} : { language_code: code };
    const description = messages.t(language, 'telegram:profile.description');
    const short_description = messages.t(language, 'telegram:profile.short');
    return [
      { name: 'MyDescription', key, value: { description } },
      { name: 'MyShortDescription', key, value: { short_description } },
    ];
  });
}

/** Menus remembered as set; an older one is set once more when its reader comes back. */
const MOST_REMEMBERED = 10_000;

/** Menus of one person in one chat, for readers whom Telegram would show another language's. */
export class OwnMenus {
  readonly #settings: BotSettings;
  readonly #messages: Messages;
  readonly #log: Logger;
  readonly #set = new Set<string>();

  constructor({ settings, messages, log }: MenuParts) {
    this.#settings = settings;
    this.#messages = messages;
    this.#log = log;
  }

  /** Sets the menu where somebody needs their own and speaks for the first time since the start. */
  async offer({ language, place, userId }: MenuReader): Promise<void> {
    if (language !== 'zh-TW' || userId < 0) return;
    const key = `${place.chatId}/${userId}`;
    if (this.#set.has(key)) return;
    this.#remember(key);
    const { chatId: chat_id } = place;
    const scope = place.isGroup
      ? { type: 'chat_member', chat_id, user_id: userId }
      : { type: 'chat', chat_id };
    try {
      const commands = commandsIn(this.#messages, language);
      await this.#settings.set({ name: 'MyCommands', key: { scope }, value: { commands } });
    } catch (error) {
      // The menu in the other script still works; the next word is another occasion.
      this.#set.delete(key);
      this.#log.info({ err: error, chatId: chat_id }, 'telegram: own menu not set');
    }
  }

  #remember(key: string): void {
    this.#set.add(key);
    const [oldest] = this.#set;
    if (this.#set.size > MOST_REMEMBERED && oldest !== undefined) this.#set.delete(oldest);
  }
}

interface MenuParts {
  readonly settings: BotSettings;
  readonly messages: Messages;
  readonly log: Logger;
}

/** The reader of a command menu and the chat type. */
interface MenuReader {
  readonly language: Language;
  readonly place: { readonly chatId: number; readonly isGroup: boolean };
  readonly userId: number;
}

function commandsIn(
  messages: Messages,
  language: Language,
): { command: string; description: string }[] {
  const named = COMMAND_NAMES.map((name) => ({
    // Telegram has no hyphens in commands.
    command: name.replaceAll('-', '_'),
    description: messages.t(language, `help:commands.${name}.about`),
  }));
  const own = ['start', 'cancel', 'words'].map((name) => ({
    command: name,
    description: messages.t(language, `telegram:menu.${name}`),
  }));
  return [...named, ...own].map(({ command, description }) => ({
    command,
    description: description.slice(0, DESCRIPTION_LIMIT),
  }));
}
