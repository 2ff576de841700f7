import { NotFoundError } from '../../errors/app-error.js';
import type { Post, PostAddress } from '../../game/posts/post.js';
import type { Bot } from './bot.js';
import type { Scene } from './scene.js';

/** @throws NotFoundError `post-not-found` */
export async function getPost(scene: Scene, postId: string | undefined): Promise<Post> {
  const post = await scene.bot.game.posts.findById(postId ?? '');
  if (post === undefined) throw notFound({ postId });
  return post;
}

/** The post that a message is, also while it is still being stored. */
export function findPost(bot: Bot, address: PostAddress): Promise<Post | undefined> {
  return bot.publications.find(address.channelId, () => bot.game.posts.find(address));
}

/** The post that a message is. @throws NotFoundError `post-not-found` */
export async function getPostOfMessage(scene: Scene, messageId: string): Promise<Post> {
  const { channelId } = scene.where;
  const post = await findPost(scene.bot, { platform: 'discord', channelId, messageId });
  if (post === undefined) throw notFound({ channelId, messageId });
  return post;
}

function notFound(context: Readonly<Record<string, string | undefined>>): NotFoundError {
  return new NotFoundError('post-not-found', 'expected a post that this bot remembers', {
    context,
  });
}
