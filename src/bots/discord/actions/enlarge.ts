import { NotFoundError } from '../../../errors/app-error.js';
import { faceCaption } from '../../../messages/result-caption.js';
import type { PictureSize } from '../../../game/portraits/picture-size.js';
import type { Post } from '../../../game/posts/post.js';
import { withProgress } from '../replies/progress.js';
import { publishPortraits, type PortraitMessage } from '../replies/publish.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { captionOf } from '../views/caption.js';
import type { Caller } from '../caller.js';

/** One face of a post; places count from 1. */
export interface FaceOfPost {
  readonly post: Post;
  readonly place: number;
}

/**
 * Posts one face of a post by itself, with everything that can be done with one. @throws
 * NotFoundError `portrait-not-found`, NotAllowedError `not-yours`
 */
export async function enlarge(
  caller: Caller,
  target: ReplyTarget,
  face: FaceOfPost,
): Promise<void> {
  const note = caller.t('common:result.portrait', { number: face.place });
  await publishFace(caller, target, { ...face, size: 'large', note });
}

/** How a single face is posted: with a line under its caption, and the usual buttons or its own. */
interface FacePost extends FaceOfPost, Pick<PortraitMessage, 'rowsOf'> {
  readonly size: PictureSize;
  readonly note: string;
}

/** Posts one face of a post by itself. @throws what {@link enlarge} throws */
export async function publishFace(
  caller: Caller,
  target: ReplyTarget,
  { post, place, size, note, ...usual }: FacePost,
): Promise<void> {
  const { person, context } = caller;
  const id = post.portraitIds[place - 1];
  if (id === undefined) throw new NotFoundError('portrait-not-found', `expected a place ${place}`);
  const portrait = await context.game.portraits.get(person, id);
  const picture = await withProgress(caller, target, (drawing) =>
    context.game.portraits.picture(person, id, { ...drawing, size }),
  );
  await publishPortraits(caller, target, {
    kind: 'portrait',
    portraits: [portrait],
    picture,
    caption: captionOf([faceCaption(caller, portrait), note]),
    ...usual,
    ...(post.pullId === undefined ? {} : { pullId: post.pullId }),
  });
}
