import { errorToMessage } from '../../../messages/error-message.js';
import { report } from '../../../errors/failure-policy.js';
import type { DrawingOptions } from '../../../game/portraits/portrait.js';
import type { Caller, UnresolvedCaller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import { sendWords } from './delivery.js';
import { isRefusal, TelegramRefusal, type RefusalKind } from './refusal.js';

/** Telegram shows a chat action for five seconds. https://core.telegram.org/bots/api#sendchataction */
const ACTION_INTERVAL_MS = 4500;

/** Something that takes its time, and the message it answers. */
export interface Job {
  readonly replyTo?: number | undefined;
  /** Errors are told to the person, unless the bot is stopping: the next process starts it again. */
  readonly run: (drawing: DrawingOptions) => Promise<void>;
}

/** Draws after the handler has returned, showing that it does, and tells what went wrong. */
export function drawFor(context: TelegramContext, caller: Caller, job: Job): void {
  context.work.start(async () => {
    const stopShowing = showAction(context, caller);
    try {
      // Telegram makes JPEGs of photos; WebP files that are no photos would turn into stickers.
      await job.run({ format: 'png', signal: context.work.signal });
    } catch (error) {
      // Stopped in the middle: the next process draws it, so there is nothing to be sorry for.
      if (context.work.signal.aborted) context.work.cutShort();
      else await tellError(context, caller, { error, replyTo: job.replyTo });
    } finally {
      stopShowing();
    }
  });
}

/** Tells somebody what went wrong, in their words, and the log in its own. */
export async function tellError(
  context: TelegramContext,
  caller: UnresolvedCaller,
  { error, replyTo }: { readonly error: unknown; readonly replyTo?: number | undefined },
): Promise<void> {
  const text = wordError(context, caller, error);
  if (text === undefined) return;
  const { chatId, isGroup } = caller.place;
  const isClosed = isRefusal(error, 'topic-closed');
  try {
    const reply = replyTo === undefined || isClosed ? {} : { replyTo };
    const place = isClosed ? { chatId, isGroup } : caller.place;
    await sendWords(context, place, { lines: text.split('\n'), ...reply });
  } catch (refusal) {
    if (isOutOfReach(refusal)) context.work.cutShort();
    context.log.warn({ err: refusal, chatId: caller.place.chatId }, 'telegram: error not told');
  }
}

/** An error's sentence; undefined for a refusal of Telegram's own that nobody could be told of. */
export function wordError(
  context: TelegramContext,
  caller: UnresolvedCaller,
  error: unknown,
): string | undefined {
  const { chatId } = caller.place;
  if (error instanceof TelegramRefusal) {
    const { kind, method } = error;
    if (isOutOfReach(error)) context.work.cutShort();
    context.log.warn({ err: error, kind, method, chatId }, 'telegram: message refused');
    const key = isFetch(error) ? 'file' : REFUSED[kind];
    return key && context.messages.t(caller.language, `telegram:refused.${key}`);
  }
  const { text, id } = errorToMessage(context.messages, caller.language, error);
  report(context.log, error, { id, chatId });
  return text;
}

/** The chats that still accept text when they refuse pictures. */
const REFUSED: Readonly<Partial<Record<RefusalKind, string>>> = {
  'no-rights': 'noRights',
  'topic-closed': 'topicClosed',
  'photo-refused': 'other',
  'file-refused': 'other',
  other: 'other',
};

/** Telegram did not give what somebody sent. */
function isFetch({ kind, method }: TelegramRefusal): boolean {
  const isFile = method === 'getFile' || method === 'download';
  return isFile && kind !== 'unreachable' && kind !== 'flood';
}

/** Telegram did not have it, however often it was tried; later it may. */
function isOutOfReach(error: unknown): boolean {
  return isRefusal(error, 'unreachable', 'flood');
}

function showAction(context: TelegramContext, caller: Caller): () => void {
  const { chatId, threadId } = caller.place;
  const show = (): void =>
    void context.outbox.hint({
      chat_id: chatId,
      action: 'upload_photo',
      ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    });
  show();
  const timer = setInterval(show, ACTION_INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
