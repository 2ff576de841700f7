import { CutOffWatch } from '../../../game/endless/cut-off-watch.js';
import type { CutOffRun } from '../../../game/endless/endless.js';
import type { TelegramContext } from '../telegram-context.js';
import { sendWords } from '../sending/delivery.js';
import { goOnKeyboard } from '../sending/endless-posts.js';
import { isRefusal } from '../sending/refusal.js';

/** Tells of endless runs that ended with their process, and offers to go on. */
export function watchCutOffRuns(context: TelegramContext, everyMs: number): CutOffWatch {
  const { game, log, holder, work } = context;
  return new CutOffWatch({
    endless: game.endless,
    log,
    holder: () => holder,
    everyMs,
    tell: (run) => tell(context, run),
    follow: (telling) => work.start(() => telling),
  });
}

async function tell(context: TelegramContext, run: CutOffRun): Promise<void> {
  const { log } = context;
  const { id, pulled, channelId, messageId } = run;
  // One that was not announced yet: the update that asked for it is taken up again.
  if (channelId === undefined || messageId === undefined) return;
  try {
    await say(context, run, { chatId: Number(channelId), messageId: Number(messageId) });
    log.info({ run: id, pulled }, 'telegram: told of an endless run that was cut off');
  } catch (error) {
    const isForGood = isRefusal(error) && !isRefusal(error, 'unreachable', 'flood');
    if (!isForGood) throw error;
    log.warn({ err: error, run: id }, 'telegram: nobody to tell of a cut-off endless run');
  }
}

/** A new message, since pictures have pushed the one that announced the run out of sight. */
async function say(
  context: TelegramContext,
  { person, language: asked, pulled: count, pullId }: CutOffRun,
  { chatId, messageId }: { readonly chatId: number; readonly messageId: number },
): Promise<void> {
  const language = person.language ?? asked ?? 'en';
  const t = (key: string): string => context.messages.t(language, key, { count });
  await sendWords(
    context,
    { chatId, isGroup: chatId < 0 },
    {
      lines: [t('common:pull.endlessCutOff')],
      keyboard: goOnKeyboard(t, pullId),
      // In a group with topics it also says where.
      replyTo: messageId,
    },
  );
}
