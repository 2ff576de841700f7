import type { PullCommand, PullResult } from '../../game/drawing/gacha.js';
import { pullCaption } from './caption.js';
import type { Outlet } from './outlet.js';
import { withProgress } from './progress.js';
import { publishPortraits } from './publish.js';
import type { Scene } from './scene.js';

/** Pulls and shows the result as one post. */
export async function pull(
  scene: Scene,
  outlet: Outlet,
  asked: Pick<PullCommand, 'wish' | 'count' | 'seed'>,
): Promise<void> {
  const { person, where } = scene;
  const { gacha } = scene.bot.game;
  const result = await withProgress(scene, outlet, (drawing) =>
    gacha.pull({ person, where, drawing, ...asked }),
  );
  await showPull(scene, outlet, { result });
}

/** The same wish with fresh luck. */
export async function pullAgain(scene: Scene, outlet: Outlet, pullId: string): Promise<void> {
  const { person, where } = scene;
  const { gacha } = scene.bot.game;
  const result = await withProgress(scene, outlet, (drawing) =>
    gacha.again({ person, where, drawing, pullId }),
  );
  await showPull(scene, outlet, { result });
}

/**
 * Posts a pull that is drawn: as the answer, or beside it with `isFurther`. A `runId` adds the stop
 * button of its endless run.
 */
export async function showPull(
  scene: Scene,
  outlet: Outlet,
  given: { result: PullResult; runId?: string; isFurther?: boolean },
): Promise<void> {
  const { result, ...rest } = given;
  await publishPortraits(scene, outlet, {
    kind: 'pull',
    portraits: result.portraits,
    picture: result.picture,
    caption: pullCaption(scene, result),
    pullId: result.pullId,
    ...rest,
  });
}
