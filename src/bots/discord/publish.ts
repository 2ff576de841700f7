import type { Picture, Portrait } from '../../game/portraits/portrait.js';
import type { Post, PostKind } from '../../game/posts/post.js';
import { altText } from './caption.js';
import { sendFitting } from './fitting.js';
import type { Outlet } from './outlet.js';
import { postRows } from './post-rows.js';
import type { Scene } from './scene.js';

/** Portraits to be shown in one message; without `alt` their own wording describes the picture. */
export interface PortraitMessage {
  readonly kind: PostKind;
  /** Place n stands at index n − 1. */
  readonly portraits: readonly Portrait[];
  readonly picture: Picture;
  readonly caption: string;
  readonly alt?: string;
  readonly pullId?: string;
  /** Of the endless run that this post belongs to, for its stop button. */
  readonly runId?: string;
}

/**
 * Shows portraits: the post is opened first, so that its buttons work from the first moment, and
 * published once it is known where it stands, so that reactions find it.
 */
export async function publishPortraits(
  scene: Scene,
  outlet: Outlet,
  message: PortraitMessage & { readonly isFurther?: boolean },
): Promise<Post> {
  const { posts } = scene.bot.game;
  const { kind, portraits, picture, caption, pullId, runId } = message;
  const post = await posts.open({
    person: scene.person,
    kind,
    portraits,
    isPrivate: outlet.isPrivate,
    ...(pullId === undefined ? {} : { pullId }),
  });
  const alt = message.alt ?? altText(scene, portraits);
  const outgoing = {
    content: caption,
    rows: postRows(scene, post, runId),
    picture: { picture, alt },
  };
  const sendAndStore = async () => {
    const sent = await sendFitting(scene, { outlet, outgoing }, (what) =>
      message.isFurther === true ? outlet.add(what) : outlet.show(what),
    );
    return posts.publish(post.id, sent);
  };
  return scene.bot.publications.track(scene.where.channelId, sendAndStore());
}
