import type { Post } from '../../game/posts/post.js';
import { PLATFORM, type BotParts } from './bot-parts.js';

/** The post that a message is; undefined for messages that show none of ours. */
export async function findPost(
  parts: BotParts,
  chatId: number,
  messageId: number,
): Promise<Post | undefined> {
  const address = {
    platform: PLATFORM,
    channelId: String(chatId),
    messageId: String(messageId),
  } as const;
  const post = await parts.game.posts.find(address);
  if (post !== undefined || !(await parts.publishing.settled(chatId))) return post;
  return parts.game.posts.find(address);
}
