import { NotFoundError } from '../../../errors/app-error.js';
import { faceCaption } from '../../../messages/result-caption.js';
import type { Post } from '../../../game/posts/post.js';
import { withProgress } from '../replies/progress.js';
import { publishPortraits } from '../replies/publish.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { captionOf } from '../views/caption.js';
import type { Caller } from '../caller.js';

/**
 * Posts one face of a post by itself, with everything that can be done with one. @throws
 * NotFoundError `portrait-not-found`, NotAllowedError `not-yours`
 */
export async function enlarge(
  caller: Caller,
  target: ReplyTarget,
  { post, place }: { post: Post; place: number },
): Promise<void> {
  const { person, context, t } = caller;
  const { portraits } = context.game;
  const id = post.portraitIds[place - 1];
  if (id === undefined) throw new NotFoundError('portrait-not-found', `expected a place ${place}`);
  const portrait = await portraits.get(person, id);
  const picture = await withProgress(caller, target, (drawing) =>
    portraits.picture(person, id, { ...drawing, size: 'large' }),
  );
  const number = t('common:result.portrait', { number: place });
  await publishPortraits(caller, target, {
    kind: 'portrait',
    portraits: [portrait],
    picture,
    caption: captionOf([faceCaption(caller, portrait), number]),
    ...(post.pullId === undefined ? {} : { pullId: post.pullId }),
  });
}
