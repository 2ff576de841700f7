import type { Message } from 'telegraf/types';
import type { Caller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import { TEXT_LIMIT, CAPTION_LIMIT } from '../html.js';
import { htmlOf, type Keyboard } from '../sending/delivery.js';
import { isRefusal } from '../sending/refusal.js';

/** A guided step: what its message says now. */
export interface Prompt {
  readonly lines: readonly string[];
  readonly keyboard: Keyboard;
}

/** Turns a prompt's message, of words or a photo, into its next step. A gone one is let be. */
export async function editPrompt(
  context: TelegramContext,
  caller: Caller,
  { message, prompt }: { readonly message: Message; readonly prompt: Prompt },
): Promise<void> {
  const isPhoto = 'photo' in message;
  const { lines, keyboard } = prompt;
  const text = isPhoto
    ? { caption: htmlOf(lines, CAPTION_LIMIT) }
    : { text: htmlOf(lines, TEXT_LIMIT) };
  try {
    await context.outbox.send(isPhoto ? 'editMessageCaption' : 'editMessageText', {
      chat_id: caller.place.chatId,
      message_id: message.message_id,
      ...text,
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: keyboard },
    });
  } catch (error) {
    if (!isRefusal(error, 'not-modified', 'message-gone')) throw error;
    context.log.debug({ err: error }, 'telegram: prompt not changed');
  }
}
