import { faceCaption } from '../../../messages/result-caption.js';
import { captionOf } from '../views/caption.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { withProgress } from '../replies/progress.js';
import type { Caller } from '../caller.js';
import { downloadPicture, type RemotePicture } from './download-picture.js';
import { publishFound } from './publish-found.js';

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
  await publishFound(caller, target, { ...result, caption: captionOf([looks, told]) });
}
