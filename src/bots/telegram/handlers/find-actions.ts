import { sendWords } from '../sending/delivery.js';
import type { FindResults, FindStep } from '../sending/find-results.js';
import { isRefusal } from '../sending/refusal.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';
import {
  drawingAnswer,
  type ActionHandlers,
  type Answer,
  type ButtonPress,
} from './action-handlers.js';

type FindKind = 'find' | 'findPick' | 'findColors' | 'findDetails' | 'findBack';

/** The buttons on the way to the one. */
export function findActions(
  context: TelegramContext,
  results: FindResults,
): Pick<ActionHandlers, FindKind> {
  const draw = async ({ caller, message }: ButtonPress, asked: FindStep): Promise<Answer> => {
    results.step(caller, asked, message.message_id);
    return drawingAnswer(caller);
  };
  return {
    find: ({ pullId }, press) => draw(press, { step: 'person', pullId }),
    findColors: ({ portraitId }, press) => draw(press, { step: 'colors', portraitId }),
    findDetails: ({ portraitId }, press) => draw(press, { step: 'details', portraitId }),
    findPick: async ({ portraitId }, { caller, message }) => {
      results.pick(caller, portraitId, message.message_id);
      return undefined;
    },
    findBack: async (_, press) => {
      await takeAway(context, press);
      return undefined;
    },
  };
}

/** The step before still stands above; where this one has to stay, a reply leads there. @throws TelegramRefusal */
async function takeAway(context: TelegramContext, { caller, message }: ButtonPress): Promise<void> {
  const { outbox, game } = context;
  const { chatId } = caller.place;
  const { message_id } = message;
  try {
    await outbox.ask('deleteMessage', { chat_id: chatId, message_id });
  } catch (error) {
    if (isRefusal(error, 'undeletable')) {
      const before = 'reply_to_message' in message ? message.reply_to_message : undefined;
      await sendWords(context, caller.place, {
        lines: [caller.t('telegram:find.before')],
        ...(before === undefined ? {} : { replyTo: before.message_id }),
      });
      return;
    }
    if (!isRefusal(error, 'message-gone')) throw error;
  }
  const address = { channelId: String(chatId), messageId: String(message_id) };
  await game.posts.forget({ platform: PLATFORM, ...address });
}
