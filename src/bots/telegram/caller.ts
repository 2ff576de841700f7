import type { Chat, Message, User } from 'telegraf/types';
import type { MessageParams } from '../../messages/messages.js';
import { negotiateLanguage } from '../../messages/negotiate-language.js';
import type { Language, Person, Location } from '../../game/people/person.js';
import { PLATFORM, type TelegramContext } from './telegram-context.js';

/** A chat, and the topic in it where it has topics. */
export interface Place {
  readonly chatId: number;
  readonly isGroup: boolean;
  readonly threadId?: number;
}

/** The person behind an update, where they are, and the language to answer in. */
export interface Caller {
  readonly person: Person;
  /** Below zero for a chat in whose name somebody writes. */
  readonly userId: number;
  readonly language: Language;
  readonly place: Place;
  readonly where: Location;
  /** The sentence of a key in the asker's language, as plain text. */
  readonly t: (key: string, params?: MessageParams) => string;
}

/** Somebody of whom only what Telegram says is known: enough to tell them that something is broken. */
export type UnresolvedCaller = Pick<Caller, 'language' | 'place'>;

/** Whoever says something: a person, or a chat in whose name one of its people writes. */
export type Speaker = Pick<User, 'id' | 'language_code'>;

/** Telegram's account in whose name what a channel posts comes to its group. */
const TELEGRAM_ID = 777_000;

/**
 * The sender of a message; undefined where nobody said it: other bots, what was posted by inline mode,
 * and what a channel's group repeats of it. Anonymous administrators write as their group, others as
 * a channel of theirs: both under a bot's name, with the chat beside it.
 */
export function speakerOf(message: Message): Speaker | undefined {
  const { from } = message;
  if ('via_bot' in message || 'is_automatic_forward' in message) return undefined;
  if (from?.id === TELEGRAM_ID) return undefined;
  if ('sender_chat' in message && message.sender_chat) return { id: message.sender_chat.id };
  return from?.is_bot === true ? undefined : from;
}

/** Somebody before they are greeted. */
export function unresolvedCallerOf(user: Speaker, place: Place): UnresolvedCaller {
  return { language: negotiateLanguage([user.language_code]), place };
}

/** The place of a message. */
export function placeOf(chat: Chat, message?: Message): Place {
  const isGroup = chat.type !== 'private';
  const isTopic = message !== undefined && 'is_topic_message' in message;
  const threadId = isTopic ? message.message_thread_id : undefined;
  return { chatId: chat.id, isGroup, ...(threadId === undefined ? {} : { threadId }) };
}

/** Greets somebody: finds or registers them, and finds out which language they read. */
export async function resolveCaller(
  context: TelegramContext,
  user: Speaker,
  place: Place,
): Promise<Caller> {
  const { game, messages } = context;
  const person = await game.people.meet({ platform: PLATFORM, platformId: String(user.id) });
  const channelId = String(place.chatId);
  const server = place.isGroup
    ? await game.servers.settings({ platform: PLATFORM, serverId: channelId })
    : undefined;
  const language = negotiateLanguage([person.language, server?.language, user.language_code]);
  return {
    person,
    userId: user.id,
    language,
    place,
    where: place.isGroup ? { serverId: channelId, channelId } : { channelId },
    t: (key, params = {}) => messages.t(language, key, tameAll(params)),
  };
}

/**
 * Telegram links names, tags and commands in any text: what a person wrote must not ring anybody or
 * pose as a command of ours. A word joiner after the sign keeps it text.
 */
export function tame(text: string): string {
  return text.replaceAll(/[@#/](?=\w)/g, '$&\u2060');
}

function tameAll(params: MessageParams): MessageParams {
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? tame(value) : value,
  ]);
  return Object.fromEntries(entries) as MessageParams;
}
