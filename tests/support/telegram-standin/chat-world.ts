import sharp from 'sharp';
import { ApiRefusal } from './api-error.js';

/** A Telegram user. */
export interface WireUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

/** A chat as messages carry it. */
export interface WireChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title?: string;
  readonly first_name?: string;
}

/** An inline button. */
export interface WireButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly [action: string]: unknown;
}

/** A message as the stand-in keeps it. */
export interface WireMessage {
  readonly message_id: number;
  readonly chat: WireChat;
  readonly from?: WireUser;
  readonly date: number;
  readonly text?: string;
  readonly caption?: string;
  readonly entities?: readonly unknown[];
  readonly photo?: readonly {
    readonly file_id: string;
    readonly width: number;
    readonly height: number;
  }[];
  readonly animation?: { readonly file_id: string };
  readonly document?: { readonly file_id: string; readonly file_name?: string };
  readonly reply_to_message?: WireMessage;
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly WireButton[])[] };
  readonly [field: string]: unknown;
}

/** A chat with what the bot may do there. */
export interface ChatState {
  readonly chat: WireChat;
  isBotAdmin: boolean;
  /** Ids of the people who administer it. */
  readonly admins: Set<number>;
  /** The person blocked the bot, or the group removed it. */
  hasBlockedBot: boolean;
  /** The person never pressed Start. */
  isStranger: boolean;
  /** The group lets the bot write but send no pictures. */
  refusesPhotos: boolean;
  /** Topics by thread id, where the group has any; a deleted one is not in it. */
  topics: Map<number, 'open' | 'closed'> | undefined;
  /** Set once the group became a supergroup with this id. */
  migratedTo: number | undefined;
  readonly messages: Map<number, WireMessage>;
}

/** Chats, messages and files of the stand-in's Telegram. */
export class ChatWorld {
  readonly bot: WireUser;
  readonly chats = new Map<number, ChatState>();
  readonly files = new Map<string, Uint8Array>();
  #nextMessageId = 1;
  #nextFileId = 1;

  constructor(bot: WireUser) {
    this.bot = bot;
  }

  /** Makes a chat under its own id. Tests make a `Person` or call `openGroup`, which come here. */
  addChat(chat: WireChat, isBotAdmin: boolean): ChatState {
    const state: ChatState = {
      chat,
      isBotAdmin,
      admins: new Set(),
      hasBlockedBot: false,
      isStranger: false,
      refusesPhotos: false,
      topics: undefined,
      migratedTo: undefined,
      messages: new Map(),
    };
    this.chats.set(chat.id, state);
    return state;
  }

  /** Somebody's rank in a chat. @throws ApiRefusal where there is no such chat */
  memberOf(chatId: number, userId: number): { status: string; user: object } {
    const state = this.chats.get(chatId);
    if (state === undefined) throw new ApiRefusal(400, 'Bad Request: chat not found');
    const status = state.admins.has(userId) ? 'administrator' : 'member';
    return { status, user: { id: userId, is_bot: false, first_name: 'Somebody' } };
  }

  /** Stores a message under the next id of the chat. */
  post(state: ChatState, from: WireUser, content: Readonly<Record<string, unknown>>): WireMessage {
    const message: WireMessage = {
      message_id: this.#nextMessageId++,
      chat: state.chat,
      from,
      date: Math.floor(Date.now() / 1000),
      ...content,
    };
    state.messages.set(message.message_id, message);
    return message;
  }

  /** Keeps a file and names it; Telegram's own ids are about this long. */
  keepFile(kind: string, bytes: Uint8Array): string {
    const fileId = `AgACAgIAAx${kind}${String(this.#nextFileId++).padStart(40, '0')}`;
    this.files.set(fileId, bytes);
    return fileId;
  }

  /** The sizes that Telegram makes of a photo, smallest first. */
  async photoSizes(bytes: Uint8Array): Promise<NonNullable<WireMessage['photo']>> {
    const { width, height } = await sharp(bytes).metadata();
    const fileId = this.keepFile('photo', bytes);
    const sizes = [{ file_id: fileId, file_unique_id: `u${fileId.slice(-12)}`, width, height }];
    if (Math.max(width, height) <= 90) return sizes;
    const small = { ...sizes[0]!, file_id: this.keepFile('small', bytes), width: 90, height: 90 };
    return [small, ...sizes];
  }
}
