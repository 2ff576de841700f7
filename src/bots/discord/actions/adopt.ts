import { UserInputError } from '../../../errors/app-error.js';
import { adoptedLines } from '../../../messages/adopted-lines.js';
import type { Caller } from '../caller.js';
import { withProgress } from '../replies/progress.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { captionOf } from '../views/caption.js';
import { downloadPicture, type RemotePicture } from './download-picture.js';
import { publishFound } from './publish-found.js';

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
  const caption = captionOf(adoptedLines(context.messages, language, result));
  await publishFound(caller, target, { ...result, caption });
}
