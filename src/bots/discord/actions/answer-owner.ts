import type { OwnerOutcome } from '../../../game/owner/owner.js';
import { ownerReply } from '../../../messages/owner-reply.js';
import type { Caller } from '../caller.js';
import { sendToChannel } from '../replies/channel-messages.js';
import type { MessageReply } from '../replies/message-reply.js';

/** Does what the owner's command asks of Discord, and says how it went. */
export async function answerOwner(
  { context, language }: Caller,
  target: MessageReply,
  outcome: OwnerOutcome,
): Promise<void> {
  if (outcome.kind !== 'announce') {
    await target.show({ content: ownerReply(context.messages, language, outcome).join('\n') });
    return;
  }
  const { text, channelIds } = outcome;
  let sent = 0;
  for (const channelId of channelIds) {
    try {
      // One after the other: nobody is to wait for their picture because of it.
      // oxlint-disable-next-line no-await-in-loop
      await sendToChannel(context, channelId, { content: text });
      sent += 1;
    } catch (error) {
      context.log.warn({ err: error, channelId }, 'announcement not posted');
    }
  }
  const notice = { kind: 'announced', sent, all: channelIds.length } as const;
  await target.show({ content: ownerReply(context.messages, language, notice).join('\n') });
}
