import { faceCaption } from '../../../messages/result-caption.js';
import { captionOf } from '../views/caption.js';
import { manyRows } from '../views/find-rows.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { withProgress } from '../replies/progress.js';
import { publishPortraits } from '../replies/publish.js';
import type { Caller } from '../caller.js';
import { downloadPicture, type RemotePicture } from './download-picture.js';

/** Faces that have a button each under one message. */
export const mostButtons = 10;

/** The same face again, from a share code or a picture that this game once made. */
export async function redraw(
  caller: Caller,
  target: ReplyTarget,
  from: { code?: string | undefined; picture?: RemotePicture | undefined },
): Promise<void> {
  const { person, where, t } = caller;
  const { code, picture: attachment } = from;
  const picture = attachment === undefined ? undefined : await downloadPicture(caller, attachment);
  const result = await withProgress(caller, target, (drawing) =>
    caller.context.game.redraws.redraw({
      person,
      where,
      drawing,
      ...(code === undefined ? {} : { code }),
      ...(picture === undefined ? {} : { picture }),
    }),
  );
  const { portrait, portraits, found } = result;
  const looks = portraits.length === 1 ? faceCaption(caller, portrait) : '';
  const told = t(found === 'seen' ? 'common:share.nearest' : 'common:share.redrawn');
  await publishPortraits(caller, target, {
    kind: portraits.length === 1 ? 'portrait' : 'sheet',
    portraits,
    picture: result.picture,
    caption: captionOf([looks, told]),
    ...(portraits.length > mostButtons ? { rowsOf: (post) => manyRows(caller, post) } : {}),
  });
}
