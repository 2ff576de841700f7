import { ButtonStyle } from 'discord.js';
import type { EndlessHolder, EndlessRun } from '../../game/endless/endless.js';
import type { Wish } from '../../game/drawing/wish.js';
import type { Bot } from './bot.js';
import { encodeCustomId } from './custom-id.js';
import type { Row } from './outgoing.js';
import type { Outlet } from './outlet.js';
import { button, inRows } from './post-rows.js';
import { showPull } from './pulling.js';
import type { Scene, Speech } from './scene.js';

/** Pulls on and on, a compact post each, until the stop button, the limit or the end of the bot. */
export async function runEndless(
  scene: Scene,
  outlet: Outlet,
  of: { readonly wish: Wish } | { readonly pullId: string },
): Promise<void> {
  const { person, where, language, bot } = scene;
  const run = await bot.game.endless.start({
    person,
    where,
    language,
    ...of,
    drawing: { signal: bot.stopping },
    holder: holderOf(bot),
  });
  const cutOff = () => {
    run.cutOff();
  };
  bot.closing.addEventListener('abort', cutOff, { once: true });
  if (bot.closing.aborted) cutOff();
  try {
    await announce(scene, outlet, run);
    // One message is left for saying why it ended.
    const limit = (outlet.furtherLimit ?? Number.POSITIVE_INFINITY) - 1;
    const count = await showAll(scene, outlet, { run, limit });
    await sayEnding(scene, outlet, { run, count, hasRoom: count < limit });
  } catch (error) {
    // One that was cut off stays on record: the next process tells of it.
    if (run.ending() === undefined) await bot.game.endless.stop({ person, runId: run.id });
    throw error;
  } finally {
    bot.closing.removeEventListener('abort', cutOff);
  }
  if (run.ending() === 'cut-off') await bot.game.endless.settle(run.id);
}

/** By which a run is found again after this process has died. */
export function holderOf({ client }: Bot): EndlessHolder {
  return {
    account: `discord:${client.user?.id ?? ''}`,
    slot: String(client.shard?.ids[0] ?? 0),
  };
}

/** Under a run that has ended: a button that runs the same wish on, for whoever presses it. */
export function goOnRows({ t }: Speech, pullId: string): Row[] {
  const id = encodeCustomId('go-on', pullId);
  return inRows([button(id, t('common:action.goOn'), ButtonStyle.Primary)]);
}

async function announce(scene: Scene, outlet: Outlet, run: EndlessRun): Promise<void> {
  const { t } = scene;
  const stop = button(encodeCustomId('stop', run.id), t('common:action.stop'), ButtonStyle.Danger);
  const content = t('common:pull.endlessStarted');
  const { channelId, messageId } = await outlet.show({ content, rows: inRows([stop]) });
  // What only one person sees cannot be changed once the interaction's token has died.
  if (!outlet.isPrivate) await run.announcedAt({ channelId, messageId });
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

async function sayEnding(
  scene: Scene,
  outlet: Outlet,
  ended: { run: EndlessRun; count: number; hasRoom: boolean },
): Promise<void> {
  const { run, count, hasRoom } = ended;
  const { t } = scene;
  if (run.ending() === 'not-allowed') {
    await outlet.add({ content: t('errors:endless-not-allowed') });
    return;
  }
  const content = t(endingKey(run, hasRoom), { count });
  await outlet.add({ content, rows: goOnRows(scene, run.pullId) });
}

function endingKey(run: EndlessRun, hasRoom: boolean): string {
  if (run.ending() === 'limit') return 'common:pull.endlessLimit';
  if (run.ending() === 'cut-off') return 'common:pull.endlessCutOff';
  return hasRoom ? 'common:pull.endlessStopped' : 'discord:endless.fewLeft';
}
