import { NotFoundError } from '../../../errors/app-error.js';
import type { RefineCommand } from '../../../game/drawing/refine.js';
import type { Post } from '../../../game/posts/post.js';
import { faceCaption, refineCaption } from '../../../messages/result-caption.js';
import type { Caller } from '../caller.js';
import { withProgress } from '../replies/progress.js';
import { publishPortraits } from '../replies/publish.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { captionOf, styleOf } from '../views/caption.js';
import { pickedRows, stepRows } from '../views/find-rows.js';

/** Posts sixteen faces to pick one of, as one numbered picture. Throws what `RefineService` throws. */
export async function showStep(
  caller: Caller,
  target: ReplyTarget,
  asked: Pick<RefineCommand, 'step' | 'of' | 'pullId'>,
): Promise<void> {
  const { person, where, context } = caller;
  const { step, pullId } = asked;
  const result = await withProgress(caller, target, (drawing) =>
    context.game.refinements.refineOnGrid({ person, where, drawing, ...asked }),
  );
  await publishPortraits(caller, target, {
    kind: 'sheet',
    portraits: result.portraits,
    picture: result.picture,
    caption: captionOf(refineCaption(styleOf(caller, target), step, result)),
    rowsOf: (post) => stepRows(caller, step, post),
    ...(pullId === undefined ? {} : { pullId }),
  });
}

/** Posts the picked face alone, with the ways on from it. @throws NotFoundError, NotAllowedError `not-yours` */
export async function showPicked(
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
    portraits.picture(person, id, drawing),
  );
  await publishPortraits(caller, target, {
    kind: 'portrait',
    portraits: [portrait],
    picture,
    caption: captionOf([faceCaption(caller, portrait), t('common:find.picked')]),
    rowsOf: (picked) => pickedRows(caller, picked),
    ...(post.pullId === undefined ? {} : { pullId: post.pullId }),
  });
}
