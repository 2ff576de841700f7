import type { OwnerOutcome } from '../../../game/owner/owner.js';
import { ownerReply } from '../../../messages/owner-reply.js';
import type { Caller } from '../caller.js';
import { sendWords } from '../sending/delivery.js';
import type { TelegramContext } from '../telegram-context.js';

/** Does what the owner's command asks of Telegram, and says how it went. */
export async function answerOwner(
  context: TelegramContext,
  { language, place }: Caller,
  { outcome, replyTo }: { readonly outcome: OwnerOutcome; readonly replyTo: number },
): Promise<void> {
  if (outcome.kind !== 'announce') {
    await sendWords(context, place, {
      lines: ownerReply(context.messages, language, outcome),
      replyTo,
    });
    return;
  }
  const { text, channelIds } = outcome;
  let sent = 0;
  for (const channelId of channelIds) {
    try {
      // One after the other: nobody is to wait for their picture because of it.
      // oxlint-disable-next-line no-await-in-loop
      await sendWords(context, { chatId: Number(channelId), isGroup: true }, { lines: [text] });
      sent += 1;
    } catch (error) {
      context.log.warn({ err: error, channelId }, 'telegram: announcement not posted');
    }
  }
  const notice = { kind: 'announced', sent, all: channelIds.length } as const;
  await sendWords(context, place, {
    lines: ownerReply(context.messages, language, notice),
    replyTo,
  });
}
