import { UserInputError } from '../../../errors/app-error.js';
import { adoptedLines } from '../../../messages/adopted-lines.js';
import type { Caller } from '../caller.js';
import { withProgress } from '../replies/progress.js';
import { publishPortraits } from '../replies/publish.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { captionOf } from '../views/caption.js';
import { manyRows } from '../views/find-rows.js';
import { mostButtons } from './redraw.js';
import { downloadPicture, type RemotePicture } from './download-picture.js';

/** The nearest face to the one in a picture, beside three relatives; of an own picture the very face. */
export async function adopt(
  caller: Caller,
  target: ReplyTarget,
  from: RemotePicture | undefined,
): Promise<void> {
  if (from === undefined) throw new UserInputError('picture-missing', 'expected a picture');
  const { person, where, context, language } = caller;
  const picture = await downloadPicture(caller, from);
  const result = await withProgress(caller, target, (drawing) =>
    context.game.adoptions.adopt({ person, where, picture, drawing }),
  );
  const { portraits } = result;
  await publishPortraits(caller, target, {
    kind: portraits.length === 1 ? 'portrait' : 'sheet',
    portraits,
    picture: result.picture,
    ...(portraits.length > mostButtons ? { rowsOf: (post) => manyRows(caller, post) } : {}),
    caption: captionOf(adoptedLines(context.messages, language, result)),
  });
}
