import type { Caller } from '../caller.js';
import { publishPortraits, type PortraitMessage } from '../replies/publish.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { manyRows } from '../views/find-rows.js';

/** Faces that have a button each under one message. */
const mostButtons = 10;

/** Posts the face found in a picture, or a grid of all. */
export async function publishFound(
  caller: Caller,
  target: ReplyTarget,
  { portraits, picture, caption }: Pick<PortraitMessage, 'portraits' | 'picture' | 'caption'>,
): Promise<void> {
  await publishPortraits(caller, target, {
    kind: portraits.length === 1 ? 'portrait' : 'sheet',
    portraits,
    picture,
    caption,
    ...(portraits.length > mostButtons ? { rowsOf: (post) => manyRows(caller, post) } : {}),
  });
}
