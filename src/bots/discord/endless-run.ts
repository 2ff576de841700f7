import { ButtonStyle } from 'discord.js';
import type { EndlessRun } from '../../services/endless.js';
import type { Wish } from '../../services/wish.js';
import { encodeCustomId } from './custom-id.js';
import type { Outlet } from './outlet.js';
import { button, inRows } from './post-rows.js';
import { showPull } from './pulling.js';
import type { Scene } from './scene.js';

/** Pulls on and on, a compact post each, until the stop button, the limit or the end of the bot. */
export async function runEndless(scene: Scene, outlet: Outlet, wish: Wish): Promise<void> {
  const { person, where, t, bot } = scene;
  const drawing = { signal: bot.stopping };
  const run = await bot.game.endless.start({ person, where, wish, drawing });
  const stop = button(encodeCustomId('stop', run.id), t('common:action.stop'), ButtonStyle.Danger);
  await outlet.show({ content: t('common:pull.endlessStarted'), rows: inRows([stop]) });
  const stopRun = () => {
    bot.game.endless.stop({ person, runId: run.id }).catch((error: unknown) => {
      bot.log.warn({ err: error }, 'endless run not stopped');
    });
  };
  bot.closing.addEventListener('abort', stopRun, { once: true });
  // One message is left for saying why it ended.
  const limit = (outlet.furtherLimit ?? Number.POSITIVE_INFINITY) - 1;
  const count = await showAll(scene, outlet, { run, limit }).finally(() => {
    bot.closing.removeEventListener('abort', stopRun);
  });
  await outlet.add({ content: t(closingKey(run, count, limit), { count }) });
}

function closingKey(run: EndlessRun, count: number, limit: number): string {
  if (run.ending() === 'limit') return 'common:pull.endlessLimit';
  return count >= limit ? 'discord:endless.fewLeft' : 'common:pull.endlessStopped';
}

/** Leaving the loop stops the run. */
async function showAll(
  scene: Scene,
  outlet: Outlet,
  { run, limit }: { run: EndlessRun; limit: number },
): Promise<number> {
  let count = 0;
  for await (const result of run.results) {
    await showPull(scene, outlet, { result, runId: run.id, isFurther: true });
    count += 1;
    if (count >= limit) break;
  }
  return count;
}
