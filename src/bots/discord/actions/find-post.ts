import { NotFoundError } from '../../../errors/app-error.js';
import type { Post, PostAddress } from '../../../game/posts/post.js';
import type { DiscordContext } from '../discord-context.js';
import type { Caller } from '../caller.js';

/** @throws NotFoundError `post-not-found` */
export async function getPost(caller: Caller, postId: string | undefined): Promise<Post> {
  const post = await caller.context.game.posts.findById(postId ?? '');
  if (post === undefined) throw notFound({ postId });
  return post;
}

/** The post that a message is, also while it is still being stored. */
export function findPost(context: DiscordContext, address: PostAddress): Promise<Post | undefined> {
  return context.pendingPosts.find(address.channelId, () => context.game.posts.find(address));
}

/** The post that a message is. @throws NotFoundError `post-not-found` */
export async function getPostOfMessage(caller: Caller, messageId: string): Promise<Post> {
  const { channelId } = caller.where;
  const post = await findPost(caller.context, { platform: 'discord', channelId, messageId });
  if (post === undefined) throw notFound({ channelId, messageId });
  return post;
}

function notFound(context: Readonly<Record<string, string | undefined>>): NotFoundError {
  return new NotFoundError('post-not-found', 'expected a post that this bot remembers', {
    context,
  });
}
