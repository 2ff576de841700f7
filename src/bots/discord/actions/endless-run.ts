import { ButtonStyle } from 'discord.js';
import type { EndlessHolder, EndlessRun } from '../../../game/endless/endless.js';
import type { Location } from '../../../game/people/person.js';
import type { PullInput } from '../../../game/drawing/pull-input.js';
import type { DiscordContext } from '../discord-context.js';
import { encodeCustomId } from '../custom-id.js';
import type { Row } from '../replies/outgoing.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { button, inRows } from '../views/rows.js';
import { hasLeft } from './has-left.js';
import { showPull } from './pull.js';
import type { Caller, Localized } from '../caller.js';

/** How often Discord is asked if the person is still there; each time costs a request. */
const pullsBetweenLooks = 5;

/** Pulls on and on, a compact post each, until the stop button, the limit or the end of the bot. */
export async function runEndless(
  caller: Caller,
  target: ReplyTarget,
  of: { readonly prompt: PullInput } | { readonly pullId: string },
): Promise<void> {
  const { person, where, language, context } = caller;
  const run = await context.game.endless.start({
    person,
    where,
    language,
    ...of,
    drawing: { signal: context.stopping },
    holder: holderOf(context),
  });
  const cutOff = () => {
    run.cutOff();
  };
  context.closing.addEventListener('abort', cutOff, { once: true });
  let isGone = false;
  const entry = {
    where,
    stop: () => {
      isGone = true;
      return context.game.endless.stop({ person, runId: run.id });
    },
  };
  context.endlessRuns.add(entry);
  if (context.closing.aborted) cutOff();
  try {
    await announce(caller, target, run);
    // One message is left for saying why it ended.
    const limit = (target.furtherLimit ?? Number.POSITIVE_INFINITY) - 1;
    const count = await showAll(caller, target, { run, limit });
    if (!isGone) await sayEnding(caller, target, { run, count, hasRoom: count < limit });
  } catch (error) {
    // One that was cut off stays on record: the next process tells of it.
    if (run.ending() === undefined) await context.game.endless.stop({ person, runId: run.id });
    throw error;
  } finally {
    context.closing.removeEventListener('abort', cutOff);
    context.endlessRuns.delete(entry);
  }
  if (run.ending() === 'cut-off') await context.game.endless.settle(run.id);
}

/** The key under which a run is found again after this process has died. */
export function holderOf({ client }: DiscordContext): EndlessHolder {
  return {
    account: `discord:${client.user?.id ?? ''}`,
    slot: String(client.shard?.ids[0] ?? 0),
  };
}

/** Row of a run that has ended: a button that starts the same run for whoever presses it. */
export function goOnRows({ t }: Localized, pullId: string): Row[] {
  const id = encodeCustomId('go-on', pullId);
  return inRows([button(id, t('common:action.goOn'), ButtonStyle.Primary)]);
}

async function announce(caller: Caller, target: ReplyTarget, run: EndlessRun): Promise<void> {
  const { t } = caller;
  const stop = button(encodeCustomId('stop', run.id), t('common:action.stop'), ButtonStyle.Danger);
  const content = t('common:pull.endlessStarted');
  const { channelId, messageId } = await target.show({ content, rows: inRows([stop]) });
  // What only one person sees cannot be changed once the interaction's token has died.
  if (!target.isPrivate) await run.announcedAt({ channelId, messageId });
}

/** Leaving the loop stops the run. */
async function showAll(
  caller: Caller,
  target: ReplyTarget,
  { run, limit }: { run: EndlessRun; limit: number },
): Promise<number> {
  let count = 0;
  for await (const result of run.results) {
    await showPull(caller, target, { result, runId: run.id, isFurther: true });
    count += 1;
    if (count >= limit) break;
    // One after the other, as the pulls are.
    // oxlint-disable-next-line no-await-in-loop
    if (count % pullsBetweenLooks === 0 && (await hasLeft(caller))) break;
  }
  return count;
}

async function sayEnding(
  caller: Caller,
  target: ReplyTarget,
  ended: { run: EndlessRun; count: number; hasRoom: boolean },
): Promise<void> {
  const { run, count, hasRoom } = ended;
  const { t } = caller;
  if (run.ending() === 'not-allowed') {
    await target.add({ content: t('errors:endless-not-allowed') });
    return;
  }
  const content = t(endingKey(run, hasRoom), { count });
  await target.add({ content, rows: goOnRows(caller, run.pullId) });
}

function endingKey(run: EndlessRun, hasRoom: boolean): string {
  if (run.ending() === 'limit') return 'common:pull.endlessLimit';
  if (run.ending() === 'cut-off') return 'common:pull.endlessCutOff';
  return hasRoom ? 'common:pull.endlessStopped' : 'discord:endless.fewLeft';
}

/** Ends what goes on at places that are gone. */
export async function endRuns(
  { endlessRuns }: Pick<DiscordContext, 'endlessRuns'>,
  isGone: (where: Location) => boolean,
): Promise<void> {
  const gone = [...endlessRuns].filter(({ where }) => isGone(where));
  await Promise.all(gone.map(({ stop }) => stop()));
}
