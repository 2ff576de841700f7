import type { Message } from 'telegraf/types';
import { UserInputError } from '../../../errors/app-error.js';
import type { TelegramContext } from '../telegram-context.js';

/** The Bot API gives files up to 20 MB to bots; our own pictures stay far below this. */
const MOST_BYTES = 10_000_000;
const DOWNLOAD_TIMEOUT_MS = 30_000;

/**
 * The picture that a message carries. Sent as a photo Telegram has made a JPEG of it and the metadata is gone, so
 * that the face has to be found by its looks.
 * @throws UserInputError `picture-too-large`, TelegramRefusal
 */
export async function readSentPicture(
  context: TelegramContext,
  message: Message,
): Promise<Uint8Array | undefined> {
  const file = fileOf(message);
  if (file === undefined) return undefined;
  if ((file.file_size ?? 0) > MOST_BYTES) {
    throw new UserInputError('picture-too-large', `expected at most ${MOST_BYTES} bytes`);
  }
  const { file_path: path } = await context.outbox.ask<{ file_path?: string }>('getFile', {
    file_id: file.file_id,
  });
  return path === undefined ? undefined : context.api.download(path, DOWNLOAD_TIMEOUT_MS);
}

function fileOf(message: Message): { file_id: string; file_size?: number } | undefined {
  if ('document' in message) return message.document;
  return 'photo' in message ? message.photo.at(-1) : undefined;
}
