import { Routes } from 'discord.js';
import { CutOffWatch } from '../../../game/endless/cut-off-watch.js';
import type { CutOffRun } from '../../../game/endless/endless.js';
import type { DiscordContext } from '../discord-context.js';
import { sendToPerson } from '../replies/channel-messages.js';
import { refusalOf } from '../replies/discord-error.js';
import { goOnRows, holderOf } from '../actions/endless-run.js';
import type { Outgoing } from '../replies/outgoing.js';
import { localizedIn } from '../caller.js';

/** Other shards' processes may die too, and come back under other numbers. */
const everyMs = 60_000;

/** Tells of endless runs that ended with their process, and offers to go on. */
export function watchCutOffRuns(
  context: DiscordContext,
  follow: (work: Promise<void>) => void,
): CutOffWatch {
  const { game, log } = context;
  return new CutOffWatch({
    endless: game.endless,
    log,
    holder: () => holderOf(context),
    everyMs,
    tell: (run) => tell(context, run),
    follow,
  });
}

async function tell(context: DiscordContext, run: CutOffRun): Promise<void> {
  const { log, messages } = context;
  const { id, person, pulled: count, pullId } = run;
  const speech = localizedIn(context, person.language ?? run.language ?? 'en');
  const content = messages.t(speech.language, 'common:pull.endlessCutOff', { count });
  try {
    await say(context, run, { content, rows: goOnRows(speech, pullId) });
    log.info({ run: id, pulled: count }, 'told of an endless run that was cut off');
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    log.warn({ err: error, run: id }, 'nobody could be told of an endless run that was cut off');
  }
}

/** The message that announced the run is changed; where that cannot be, its person is written to. */
async function say(context: DiscordContext, run: CutOffRun, outgoing: Outgoing): Promise<void> {
  const { channelId, messageId, person } = run;
  if (channelId !== undefined && messageId !== undefined) {
    const { content, rows = [] } = outgoing;
    const components = rows.map((row) => row.toJSON());
    // Plain REST: the channel may be another shard's, which this client knows nothing of.
    const body = { content, components, allowed_mentions: { parse: [] } };
    try {
      await context.client.rest.patch(Routes.channelMessage(channelId, messageId), { body });
      return;
    } catch (error) {
      if (refusalOf(error) === undefined) throw error;
      context.log.info({ err: error, channelId }, 'the announcement cannot be changed');
    }
  }
  await sendToPerson(context, person.platformId, outgoing);
}
