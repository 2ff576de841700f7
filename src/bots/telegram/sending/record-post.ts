import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from 'telegraf/types';
import { StorageError } from '../../../errors/app-error.js';
import type { Game } from '../../../game/game.js';
import type { TelegramContext } from '../telegram-context.js';

/** Waits before the game is told again of a post; about a quarter of an hour in all. */
const WAITS_MS = [1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000, 300_000, 300_000] as const;

type PostRecord = Parameters<Game['posts']['record']>[0];

/**
 * Tells the game what a message shows, so that reactions and replies find it. While the database is
 * in trouble it goes on trying by itself: the picture is there, so its update is done.
 */
export async function recordPost(
  context: TelegramContext,
  message: Message,
  post: PostRecord,
): Promise<void> {
  if (await tryRecord(context, message, post)) return;
  context.pendingPosts.setUnrecorded(message, true);
  context.work.startApart(async () => {
    for (const waitMs of WAITS_MS) {
      const { closing: signal } = context.work;
      await sleep(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
      if ((await tryRecord(context, message, post)) || signal.aborted) break;
    }
    context.pendingPosts.setUnrecorded(message, false);
  });
}

/** False where another try may help. */
async function tryRecord(
  { game, log }: TelegramContext,
  { chat, message_id: messageId }: Message,
  post: PostRecord,
): Promise<boolean> {
  try {
    await game.posts.record(post);
    return true;
  } catch (error) {
    log.error({ err: error, chatId: chat.id, messageId }, 'telegram: post not recorded');
    return !(error instanceof StorageError);
  }
}
