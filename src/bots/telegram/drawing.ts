import { errorToMessage } from '../../messages/error-message.js';
import { AppError } from '../../errors/app-error.js';
import type { DrawingOptions } from '../../game/portraits/portrait.js';
import type { Asker, Stranger } from './asker.js';
import type { BotParts } from './bot-parts.js';
import { sendWords } from './delivery.js';
import { isRefusal, TelegramRefusal } from './refusal.js';

/** Telegram shows a chat action for five seconds. https://core.telegram.org/bots/api#sendchataction */
const ACTION_INTERVAL_MS = 4500;

/** Something that takes its time, and the message it answers. */
export interface Job {
  readonly replyTo?: number | undefined;
  /** What it throws is told to the person, unless the bot ends: the next process begins it anew. */
  readonly run: (drawing: DrawingOptions) => Promise<void>;
}

/** Draws after the handler has returned, showing that it does, and tells what went wrong. */
export function drawFor(parts: BotParts, asker: Asker, job: Job): void {
  parts.work.start(async () => {
    const stopShowing = showAction(parts, asker);
    try {
      // Telegram makes JPEGs of photos; WebP files that are no photos would turn into stickers.
      await job.run({ format: 'png', signal: parts.work.signal });
    } catch (error) {
      // Stopped in the middle: the next process draws it, so there is nothing to be sorry for.
      if (parts.work.signal.aborted) parts.work.cutShort();
      else await tellError(parts, asker, { error, replyTo: job.replyTo });
    } finally {
      stopShowing();
    }
  });
}

/** Tells somebody what went wrong, in their words, and the log in its own. */
export async function tellError(
  parts: BotParts,
  asker: Stranger,
  { error, replyTo }: { readonly error: unknown; readonly replyTo?: number | undefined },
): Promise<void> {
  const text = wordError(parts, asker, error);
  if (text === undefined) return;
  try {
    const reply = replyTo === undefined ? {} : { replyTo };
    await sendWords(parts, asker.place, { lines: text.split('\n'), ...reply });
  } catch (refusal) {
    if (isOutOfReach(refusal)) parts.work.cutShort();
    parts.log.warn({ err: refusal, chatId: asker.place.chatId }, 'telegram: error not told');
  }
}

/** An error's sentence; undefined for a refusal of Telegram's own, which nobody could be told. */
export function wordError(parts: BotParts, asker: Stranger, error: unknown): string | undefined {
  const { chatId } = asker.place;
  if (error instanceof TelegramRefusal) {
    const { kind, method } = error;
    if (isOutOfReach(error)) parts.work.cutShort();
    parts.log.warn({ err: error, kind, method, chatId }, 'telegram: message refused');
    return undefined;
  }
  const { text, code, id } = errorToMessage(parts.messages, asker.language, error);
  const isExpected = error instanceof AppError && EXPECTED.has(error.family);
  parts.log[isExpected ? 'info' : 'error'](
    { err: error, code, id, chatId },
    'telegram: request failed',
  );
  return text;
}

/** Telegram did not have it, however often it was tried; later it may. */
function isOutOfReach(error: unknown): boolean {
  return isRefusal(error, 'unreachable', 'flood');
}

const EXPECTED: ReadonlySet<string> = new Set(['userInput', 'notFound', 'notAllowed', 'queueFull']);

function showAction(parts: BotParts, asker: Asker): () => void {
  const { chatId, threadId } = asker.place;
  const show = (): void =>
    void parts.outbox.hint({
      chat_id: chatId,
      action: 'upload_photo',
      ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    });
  show();
  const timer = setInterval(show, ACTION_INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
