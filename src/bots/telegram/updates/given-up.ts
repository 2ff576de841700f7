import type { Update } from 'telegraf/types';
import { placeOf, speakerOf, unresolvedCallerOf, type UnresolvedCaller } from '../caller.js';
import { sendWords } from '../sending/delivery.js';
import type { TelegramContext } from '../telegram-context.js';

/** Tells whoever set off an update that it is not tried any more. @throws TelegramRefusal */
export async function tellGivenUp(context: TelegramContext, update: Update): Promise<void> {
  const { caller, replyTo } = addresseeOf(update) ?? {};
  if (caller === undefined) return;
  const lines = [context.messages.t(caller.language, 'telegram:text.givenUp')];
  await sendWords(context, caller.place, {
    lines,
    ...(replyTo === undefined ? {} : { replyTo }),
  });
}

function addresseeOf(
  update: Update,
): { readonly caller: UnresolvedCaller; readonly replyTo?: number } | undefined {
  if ('message' in update || 'edited_message' in update) {
    const message = 'message' in update ? update.message : update.edited_message;
    const from = speakerOf(message);
    if (from === undefined) return undefined;
    const caller = unresolvedCallerOf(from, placeOf(message.chat, message));
    return { caller, replyTo: message.message_id };
  }
  if ('callback_query' in update) {
    const { from, message } = update.callback_query;
    if (message === undefined) return undefined;
    return { caller: unresolvedCallerOf(from, placeOf(message.chat)) };
  }
  if ('message_reaction' in update) {
    const { user, chat, message_id: replyTo } = update.message_reaction;
    // In a group nothing is said of reactions, neither good nor bad.
    if (user === undefined || chat.type !== 'private') return undefined;
    return { caller: unresolvedCallerOf(user, placeOf(chat)), replyTo };
  }
  return undefined;
}
