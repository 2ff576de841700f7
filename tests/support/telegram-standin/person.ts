import type { ChatState, WireChat, WireMessage, WireUser } from './chat-world.js';
import type { InlineAnswer, TapAnswer } from './queries.js';
import type { TelegramStandin } from './telegram-standin.js';

/**
 * A person's profile; by default English-speaking, with a name of their own, and already in a chat
 * with the bot.
 */
export interface PersonOptions {
  readonly firstName?: string;
  readonly username?: string;
  readonly languageCode?: string | undefined;
  /** They never pressed Start, until they write in private. */
  readonly isStranger?: boolean;
}

/**
 * By default a supergroup where the bot is an ordinary member, so that by
 * privacy mode it hears only what is for it.
 */
export interface GroupOptions {
  readonly isBotAdmin?: boolean;
  readonly type?: 'group' | 'supergroup';
  readonly title?: string;
}

let nextUserId = 700_001;
let nextGroupId = 1;

/** A group that the bot is in. */
export function openGroup(standin: TelegramStandin, options: GroupOptions = {}): ChatState {
  const { isBotAdmin = false, type = 'supergroup', title = 'Faces' } = options;
  return standin.world.addChat({ id: -1_001_000_000_000 - nextGroupId++, type, title }, isBotAdmin);
}

/** The chat somebody writes in; by default their private chat with the bot. */
export interface Where {
  readonly in?: ChatState;
  readonly replyTo?: WireMessage;
  /** The topic's thread id. */
  readonly topic?: number;
  /** The chat in whose name they write, as anonymous administrators and channels do. */
  readonly as?: WireChat;
}

/** Telegram's accounts under which a group's own people and channels write. */
const GROUP_BOT = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
const CHANNEL_BOT = {
  id: 136_817_688,
  is_bot: true,
  first_name: 'Channel',
  username: 'Channel_Bot',
};

/** Somebody on Telegram, driven by a test. */
export class Person {
  readonly user: WireUser;
  /** Their private chat with the bot. */
  readonly privateChat: ChatState;
  readonly #standin: TelegramStandin;

  constructor(standin: TelegramStandin, options: PersonOptions = {}) {
    const id = nextUserId++;
    const { firstName = `Person ${id}`, username, languageCode = 'en' } = options;
    this.#standin = standin;
    this.user = {
      id,
      is_bot: false,
      first_name: firstName,
      language_code: languageCode,
      ...(username === undefined ? {} : { username }),
    };
    this.privateChat = standin.world.addChat({ id, type: 'private', first_name: firstName }, false);
    this.privateChat.isStranger = options.isStranger ?? false;
  }

  /** Writes a message; the bot hears of it as Telegram's privacy mode has it. */
  says(text: string, where: Where = {}): WireMessage {
    const state = where.in ?? this.privateChat;
    if (state === this.privateChat) state.isStranger = false;
    const asChat = where.as?.type === 'channel' ? CHANNEL_BOT : GROUP_BOT;
    const message = this.#standin.world.post(state, where.as === undefined ? this.user : asChat, {
      ...(where.as === undefined ? {} : { sender_chat: where.as }),
      text,
      entities: entitiesOf(text),
      ...(where.topic === undefined
        ? {}
        : { is_topic_message: true, message_thread_id: where.topic }),
      ...(where.replyTo === undefined ? {} : { reply_to_message: shallow(where.replyTo) }),
    });
    if (this.#reachesBot(state, message)) this.#standin.updates.push('message', message);
    return message;
  }

  /** Sends a picture as a file, as one that was saved and passed on. */
  sendsFile(
    bytes: Uint8Array,
    caption: string,
    as: 'document' | 'photo' = 'document',
  ): WireMessage {
    const { world } = this.#standin;
    const fileId = world.keepFile(as, bytes);
    const file =
      as === 'photo'
        ? { photo: [{ file_id: fileId, file_unique_id: 'u', width: 256, height: 256 }] }
        : { document: { file_id: fileId, file_unique_id: 'u', file_size: bytes.length } };
    const message = world.post(this.privateChat, this.user, {
      ...file,
      caption,
      caption_entities: entitiesOf(caption),
    });
    this.#standin.updates.push('message', message);
    return message;
  }

  /** Changes the text of an earlier message. */
  edits(message: WireMessage, text: string): void {
    const edited = { ...message, text, entities: entitiesOf(text), edit_date: message.date + 5 };
    this.#standin.updates.push('edited_message', edited);
  }

  /** CallbackQueries the button whose text contains `label`, or whose data is `label`. */
  presses(message: WireMessage, label: string): Promise<TapAnswer> {
    const state = this.#standin.world.chats.get(message.chat.id);
    const current = state?.messages.get(message.message_id);
    const buttons = ((current ?? message).reply_markup?.inline_keyboard ?? []).flat();
    const button = buttons.find(
      ({ text, callback_data: data }) => data === label || text.includes(label),
    );
    if (button?.callback_data === undefined) {
      throw new Error(`no button ${label} among ${buttons.map(({ text }) => text).join(' | ')}`);
    }
    return this.tapsData(message, button.callback_data);
  }

  /** Sends any callback data, as a changed client could. */
  tapsData(message: WireMessage, data: string): Promise<TapAnswer> {
    const { queries, updates, world } = this.#standin;
    const { id, answered } = queries.openTap();
    const current = world.chats.get(message.chat.id)?.messages.get(message.message_id);
    const shown = current ?? { chat: message.chat, message_id: message.message_id, date: 0 };
    updates.push('callback_query', {
      id,
      from: this.user,
      chat_instance: String(message.chat.id),
      data,
      message: shown,
    });
    return answered;
  }

  /** Sets this person's reactions on a message; none takes them away. */
  reacts(message: WireMessage, emoji: readonly string[], before: readonly string[] = []): boolean {
    const state = this.#standin.world.chats.get(message.chat.id);
    const isSeen = message.chat.type === 'private' || state?.isBotAdmin === true;
    if (!isSeen) return false;
    return this.#standin.updates.push('message_reaction', {
      chat: message.chat,
      message_id: message.message_id,
      user: this.user,
      date: message.date + 10,
      old_reaction: before.map((one) => ({ type: 'emoji', emoji: one })),
      new_reaction: emoji.map((one) => ({ type: 'emoji', emoji: one })),
    });
  }

  /** Types `@bot query` in some chat. */
  asksInline(query: string, offset = ''): Promise<InlineAnswer> {
    const { id, answered } = this.#standin.queries.openInline();
    this.#standin.updates.push('inline_query', { id, from: this.user, query, offset });
    return answered;
  }

  /** Posts a result of inline mode into a chat, which the bot is told of where it is in there. */
  picksInline(result: Readonly<Record<string, unknown>>, chat: ChatState): WireMessage {
    const { photo_file_id: fileId, caption, reply_markup: markup } = result;
    const message = this.#standin.world.post(chat, this.user, {
      via_bot: this.#standin.bot,
      photo: [{ file_id: fileId, file_unique_id: 'u', width: 256, height: 256 }],
      caption,
      reply_markup: markup,
    });
    this.#standin.updates.push('message', message);
    return message;
  }

  /** Blocks the bot, or lets it write again. */
  blocks(isBlocked = true): void {
    this.privateChat.hasBlockedBot = isBlocked;
    const member = { user: this.#standin.bot, status: isBlocked ? 'kicked' : 'member' };
    this.#standin.updates.push('my_chat_member', {
      chat: this.privateChat.chat,
      from: this.user,
      date: 1,
      old_chat_member: { user: this.#standin.bot, status: isBlocked ? 'member' : 'kicked' },
      new_chat_member: member,
    });
  }

  /** Privacy mode: in groups a bot that is no administrator hears only what is meant for it. */
  #reachesBot(state: ChatState, message: WireMessage): boolean {
    const { bot } = this.#standin;
    const text = message.text ?? '';
    const isForBot =
      text.startsWith('/') ||
      text.includes(`@${bot.username ?? ''}`) ||
      message.reply_to_message?.from?.id === bot.id ||
      (message.reply_to_message?.['via_bot'] as WireUser | undefined)?.id === bot.id;
    return state.chat.type === 'private' || state.isBotAdmin || isForBot;
  }
}

function shallow(message: WireMessage): WireMessage {
  const { reply_to_message: _, ...rest } = message;
  return rest;
}

function entitiesOf(text: string): unknown[] {
  const patterns = [
    { type: 'bot_command', pattern: /(?<=^|\s)\/\w+(@\w+)?/g },
    { type: 'mention', pattern: /(?<=^|\s)@\w+/g },
  ];
  return patterns.flatMap(({ type, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      type,
      offset: match.index,
      length: match[0].length,
    })),
  );
}
