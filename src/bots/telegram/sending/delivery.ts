import type { InlineKeyboardButton, Message } from 'telegraf/types';
import type { Picture, Portrait } from '../../../game/portraits/portrait.js';
import type { RemoteFile } from '../../../game/posts/delivery.js';
import type { PostKind } from '../../../game/posts/post.js';
import type { Caller, Place } from '../caller.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';
import { CAPTION_LIMIT, TEXT_LIMIT, escapeHtml, fitLines } from '../html.js';
import { recordPost } from './record-post.js';
import { isRefusal } from './refusal.js';
import type { ChatPayload } from './outbox.js';
import type { Payload, Upload } from './telegram-api.js';

/** Rows of inline buttons from top to bottom; without any row a message has none. */
export type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/** Words under a picture, or a message of their own. The first line stands out. */
export interface Words {
  /** Plain text; escaped and cut to Telegram's limit on the way out, the first lines kept. */
  readonly lines: readonly string[];
  readonly keyboard?: Keyboard;
  /** Answers this message, where it is still there. */
  readonly replyTo?: number;
  /** Rings nobody. */
  readonly isSilent?: boolean;
}

/** Portraits to show in one message. */
export interface Showing extends Words {
  readonly kind: PostKind;
  /** By place on the picture. */
  readonly portraits: readonly Portrait[];
  readonly picture: Picture;
  /** True for a picture larger than a pull's. */
  readonly isLarge?: boolean | undefined;
  readonly pullId?: string;
}

/** Sends a message of words. @throws TelegramRefusal */
export function sendWords(context: TelegramContext, place: Place, words: Words): Promise<Message> {
  return post<Message>(context, 'sendMessage', {
    ...addressOf(place, words),
    text: htmlOf(words.lines, TEXT_LIMIT),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  });
}

/**
 * Shows portraits and remembers where they stand. A single portrait that Telegram has already goes
 * by its file id. @throws TelegramRefusal
 */
export function showPortraits(
  context: TelegramContext,
  caller: Caller,
  showing: Showing,
): Promise<Message> {
  return context.pendingPosts.follow(caller.place.chatId, () => publish(context, caller, showing));
}

async function publish(
  context: TelegramContext,
  caller: Caller,
  showing: Showing,
): Promise<Message> {
  const [single, another] = showing.portraits;
  const portrait = another === undefined ? single : undefined;
  const message = await sendPhoto(context, caller.place, { ...showing, portrait });
  await recordPost(context, message, {
    person: caller.person,
    kind: showing.kind,
    portraits: showing.portraits,
    isPrivate: !caller.place.isGroup,
    ...(showing.pullId === undefined ? {} : { pullId: showing.pullId }),
    at: publishedAt(message, caller.place),
  });
  return message;
}

/** A picture with words, and the portrait it shows where it shows just one. */
export interface Photo extends Words {
  readonly picture: Picture;
  readonly portrait?: Portrait | undefined;
  /** True for a picture larger than a pull's, which Telegram keeps as another file. */
  readonly isLarge?: boolean | undefined;
}

/** Sends a picture as a photo, or as a file where Telegram will not have it as one. */
export async function sendPhoto(
  context: TelegramContext,
  place: Place,
  photo: Photo,
): Promise<Message> {
  const payload = { ...addressOf(place, photo), ...captionOf(photo) };
  const known = await findFileId(context, photo);
  if (known !== undefined) {
    try {
      return await post<Message>(context, 'sendPhoto', { ...payload, photo: known });
    } catch (error) {
      if (!isRefusal(error, 'file-refused')) throw error;
      context.log.info({ err: error }, 'telegram: file id no longer taken, uploading again');
    }
  }
  try {
    const message = await post<Message>(context, 'sendPhoto', {
      ...payload,
      photo: uploadOf(photo.picture),
    });
    await rememberFileId(context, photo, message);
    return message;
  } catch (error) {
    if (!isRefusal(error, 'photo-refused', 'file-refused')) throw error;
    const { mediaType, bytes } = photo.picture;
    context.log.warn(
      { err: error, mediaType, bytes: bytes.length },
      'telegram: photo refused, sending it as a file',
    );
    return post<Message>(context, 'sendDocument', {
      ...payload,
      document: uploadOf(photo.picture),
    });
  }
}

/** Sends a looping animation. @throws TelegramRefusal */
export function sendAnimation(
  context: TelegramContext,
  place: Place,
  photo: Photo,
): Promise<Message> {
  return post<Message>(context, 'sendAnimation', {
    ...addressOf(place, photo),
    ...captionOf(photo),
    animation: uploadOf(photo.picture),
  });
}

/** Sends a new message; where its topic is gone, to the chat as such. @throws TelegramRefusal */
async function post<Result>(
  { outbox }: TelegramContext,
  method: string,
  payload: ChatPayload,
): Promise<Result> {
  try {
    return await outbox.send<Result>(method, payload);
  } catch (error) {
    if (!isRefusal(error, 'topic-gone') || !('message_thread_id' in payload)) throw error;
    const { message_thread_id: _, ...elsewhere } = payload;
    return outbox.send<Result>(method, elsewhere);
  }
}

/** The parameters that say where a message goes and what it answers. */
export function addressOf(place: Place, words: Words): ChatPayload {
  const { keyboard, replyTo, isSilent = false } = words;
  return {
    chat_id: place.chatId,
    ...(isSilent ? { disable_notification: true } : {}),
    ...(place.threadId === undefined ? {} : { message_thread_id: place.threadId }),
    ...(keyboard === undefined || keyboard.length === 0
      ? {}
      : { reply_markup: { inline_keyboard: keyboard } }),
    // telegraf drops reply_parameters on uploads unless they are text already, which Telegram takes.
    ...(replyTo === undefined
      ? {}
      : {
          reply_parameters: JSON.stringify({
            message_id: replyTo,
            allow_sending_without_reply: true,
          }),
        }),
  };
}

/** Caption parameters of a photo, an animation or a file. */
export function captionOf(words: Words): Payload {
  const caption = htmlOf(words.lines, CAPTION_LIMIT);
  return caption === '' ? {} : { caption, parse_mode: 'HTML' };
}

/** Lines as HTML, the first in bold. */
export function htmlOf(lines: readonly string[], limit: number): string {
  const [first = '', ...rest] = fitLines(lines, limit).split('\n').map(escapeHtml);
  return first === '' ? '' : [`<b>${first}</b>`, ...rest].join('\n');
}

/** A picture's bytes under a name, as telegraf uploads them. */
export function uploadOf({ bytes, fileName }: Pick<Picture, 'bytes' | 'fileName'>): Upload {
  return {
    source: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    filename: fileName,
  };
}

/** The name under which Telegram has a portrait's picture, where it has it. */
export async function findFileId(
  context: TelegramContext,
  shown: ShownFile,
): Promise<string | undefined> {
  const file = remoteFileOf(context, shown);
  return file && context.game.remoteFiles.find(file);
}

/** Keeps the name that Telegram gave to a portrait's picture. */
export async function rememberFileId(
  context: TelegramContext,
  shown: ShownFile,
  message: Message,
): Promise<void> {
  const fileId = 'photo' in message ? message.photo.at(-1)?.file_id : undefined;
  const file = remoteFileOf(context, shown);
  if (file === undefined || fileId === undefined) return;
  try {
    await context.game.remoteFiles.remember(file, fileId);
  } catch (error) {
    context.log.warn({ err: error }, 'telegram: file id not remembered');
  }
}

/** A portrait's picture, in one of its two sizes; without a portrait it is nobody's to find again. */
export interface ShownFile {
  readonly portrait?: Pick<Portrait, 'id'> | undefined;
  readonly isLarge?: boolean | undefined;
}

function remoteFileOf(
  context: TelegramContext,
  { portrait, isLarge = false }: ShownFile,
): RemoteFile | undefined {
  if (portrait === undefined) return undefined;
  const account = String(context.me.id);
  const variant = isLarge ? 'large' : 'photo';
  return { platform: PLATFORM, account, portraitId: portrait.id, variant };
}

// A group that became a supergroup meanwhile answers under its new id: the message knows.
function publishedAt(
  message: Message,
  place: Place,
): { channelId: string; messageId: string; serverId?: string } {
  const channelId = String(message.chat.id);
  const at = { channelId, messageId: String(message.message_id) };
  return place.isGroup ? { ...at, serverId: channelId } : at;
}
