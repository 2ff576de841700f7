import type { RefineCommand } from '../../../game/drawing/refine.js';
import { refineCaption } from '../../../messages/result-caption.js';
import type { Caller } from '../caller.js';
import { withProgress } from '../replies/progress.js';
import { publishPortraits } from '../replies/publish.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { captionOf, styleOf } from '../views/caption.js';
import { publishFace, type FaceOfPost } from './enlarge.js';
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
  face: FaceOfPost,
): Promise<void> {
  await publishFace(caller, target, {
    ...face,
    size: 'portrait',
    note: caller.t('common:find.picked'),
    rowsOf: (picked) => pickedRows(caller, picked),
  });
}
