import type { PullCommand, PullResult } from '../../../game/drawing/gacha.js';
import { pullCaption } from '../../../messages/result-caption.js';
import { captionOf, styleOf } from '../views/caption.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { withProgress } from '../replies/progress.js';
import { publishPortraits } from '../replies/publish.js';
import type { Caller } from '../caller.js';

/** Pulls and shows the result as one post. */
export async function pull(
  caller: Caller,
  target: ReplyTarget,
  asked: Pick<PullCommand, 'prompt' | 'count' | 'seed'>,
): Promise<void> {
  const { person, where } = caller;
  const { gacha } = caller.context.game;
  const result = await withProgress(caller, target, (drawing) =>
    gacha.pull({ person, where, drawing, ...asked }),
  );
  await showPull(caller, target, { result });
}

/** The same wish with fresh luck. */
export async function pullAgain(
  caller: Caller,
  target: ReplyTarget,
  pullId: string,
): Promise<void> {
  const { person, where } = caller;
  const { gacha } = caller.context.game;
  const result = await withProgress(caller, target, (drawing) =>
    gacha.again({ person, where, drawing, pullId }),
  );
  await showPull(caller, target, { result });
}

/**
 * Posts a pull that is drawn: as the answer, or beside it with `isFurther`. A `runId` adds the stop
 * button of its endless run.
 */
export async function showPull(
  caller: Caller,
  target: ReplyTarget,
  given: { result: PullResult; runId?: string; isFurther?: boolean },
): Promise<void> {
  const { result, ...rest } = given;
  await publishPortraits(caller, target, {
    kind: 'pull',
    portraits: result.portraits,
    picture: result.picture,
    caption: captionOf(pullCaption(styleOf(caller, target), result)),
    pullId: result.pullId,
    ...rest,
  });
}
