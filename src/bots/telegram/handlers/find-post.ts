import type { Post } from '../../../game/posts/post.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';

/** The post that a message is; undefined for messages that show none of ours. */
export async function findPost(
  context: TelegramContext,
  chatId: number,
  messageId: number,
): Promise<Post | undefined> {
  const address = {
    platform: PLATFORM,
    channelId: String(chatId),
    messageId: String(messageId),
  } as const;
  const post = await context.game.posts.find(address);
  if (post !== undefined || !(await context.pendingPosts.settled(chatId))) return post;
  return context.game.posts.find(address);
}
