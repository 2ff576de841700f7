import type { Attachment } from 'discord.js';
import { UserInputError } from '../../../errors/app-error.js';
import { faceCaption } from '../../../messages/result-caption.js';
import { captionOf } from '../views/caption.js';
import { manyRows } from '../views/find-rows.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { withProgress } from '../replies/progress.js';
import { publishPortraits } from '../replies/publish.js';
import type { Caller } from '../caller.js';

const pictureLimitBytes = 10 * 1024 * 1024;
/** Faces that have a button each under one message. */
const mostButtons = 10;
const downloadTimeoutMs = 20_000;

/** The same face again, from a share code or a picture that this game once made. */
export async function redraw(
  caller: Caller,
  target: ReplyTarget,
  from: { code?: string | undefined; picture?: Attachment | undefined },
): Promise<void> {
  const { person, where, t } = caller;
  const { code, picture: attachment } = from;
  const picture = attachment === undefined ? undefined : await download(caller, attachment);
  const result = await withProgress(caller, target, (drawing) =>
    caller.context.game.redraws.redraw({
      person,
      where,
      drawing,
      ...(code === undefined ? {} : { code }),
      ...(picture === undefined ? {} : { picture }),
    }),
  );
  const { portrait, portraits } = result;
  const looks = portraits.length === 1 ? faceCaption(caller, portrait) : '';
  await publishPortraits(caller, target, {
    kind: portraits.length === 1 ? 'portrait' : 'sheet',
    portraits,
    picture: result.picture,
    caption: captionOf([looks, t('common:share.redrawn')]),
    ...(portraits.length > mostButtons ? { rowsOf: (post) => manyRows(caller, post) } : {}),
  });
}

async function download(caller: Caller, attachment: Attachment): Promise<Uint8Array> {
  if (attachment.size > pictureLimitBytes) {
    throw new UserInputError('picture-too-large', `expected at most ${pictureLimitBytes} bytes`, {
      context: { bytes: attachment.size },
    });
  }
  const { stopping } = caller.context;
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(downloadTimeoutMs)]);
  try {
    const response = await fetch(attachment.url, { signal });
    if (!response.ok) throw new Error(`Discord gave ${response.status} for it`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (stopping.aborted) throw error;
    caller.context.log.warn({ err: error, url: attachment.url }, 'attachment not downloaded');
    throw new UserInputError('picture-unreadable', 'expected a file that can be downloaded', {
      cause: error,
    });
  }
}
