import { StorageError } from '../../../errors/app-error.js';
import type { Picture, Portrait } from '../../../game/portraits/portrait.js';
import type { Post, PostKind } from '../../../game/posts/post.js';
import { altText } from '../views/caption.js';
import { sendFitting } from './fit-attachment.js';
import type { ReplyTarget } from './reply-target.js';
import { untilStored } from './until-stored.js';
import { postRows } from '../views/post-rows.js';
import type { Row } from './outgoing.js';
import type { Caller } from '../caller.js';

/** Portraits to be shown in one message; without `alt` their own wording describes the picture. */
export interface PortraitMessage {
  readonly kind: PostKind;
  /** Place n stands at index n − 1. */
  readonly portraits: readonly Portrait[];
  readonly picture: Picture;
  readonly caption: string;
  readonly alt?: string;
  readonly pullId?: string;
  /** The endless run that this post belongs to, for its stop button. */
  readonly runId?: string;
  /** In place of the usual buttons. */
  readonly rowsOf?: (post: Post) => Row[];
}

/**
 * Shows portraits: the post is opened first, so that its buttons work from the first moment, and
 * published once it is known where it stands, so that reactions find it.
 */
export async function publishPortraits(
  caller: Caller,
  target: ReplyTarget,
  message: PortraitMessage & { readonly isFurther?: boolean },
): Promise<Post> {
  const { posts } = caller.context.game;
  const { kind, portraits, picture, caption, pullId, runId, rowsOf } = message;
  const post = await posts.open({
    person: caller.person,
    kind,
    portraits,
    isPrivate: target.isPrivate,
    ...(pullId === undefined ? {} : { pullId }),
  });
  const alt = message.alt ?? altText(caller, portraits);
  const outgoing = {
    content: caption,
    rows: rowsOf?.(post) ?? postRows(caller, post, runId),
    picture: { picture, alt },
  };
  const sendAndStore = async () => {
    const sent = await sendFitting(caller, { target, outgoing }, (what) =>
      message.isFurther === true ? target.add(what) : target.show(what),
    );
    // It stands there: a database that fails now takes nothing of it away.
    return untilStored(caller.context, () => posts.publish(post.id, sent)).catch(
      (error: unknown) => {
        if (!(error instanceof StorageError)) throw error;
        caller.context.log.error(
          { err: error, post: post.id },
          'reactions will not find this post',
        );
        return post;
      },
    );
  };
  return caller.context.pendingPosts.track(caller.where.channelId, sendAndStore());
}
