import type { Caller, Place } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import { EXPORT_LINK, deepLink } from '../deep-links.js';
import { addressOf, captionOf, sendWords, uploadOf } from '../sending/delivery.js';
import { drawFor } from '../sending/drawing.js';
import { inTelegram } from '../views/help-text.js';
import { button, cancelButton, mark } from '../views/keyboards.js';
import type { Prompt } from '../guided/prompts.js';
import { isRefusal } from '../sending/refusal.js';

/** Telegram takes files up to 50 MB from bots. */
const EXPORT_FILE_BYTES = 45_000_000;

/** Says what is stored and who may blend, with the switch for it. */
export async function showPrivacy(
  context: TelegramContext,
  caller: Caller,
  replyTo: number,
): Promise<void> {
  await sendWords(context, caller.place, { ...(await privacyPrompt(context, caller)), replyTo });
}

/** The words and the switch, as they are now. */
export async function privacyPrompt(context: TelegramContext, caller: Caller): Promise<Prompt> {
  const { t, person } = caller;
  const { allowsBlending } = await context.game.privacy.settings(person);
  const switchTo = t(`common:privacy.${allowsBlending ? 'refuse' : 'allow'}`);
  const action = { do: 'privacy', by: mark(caller), isOpen: allowsBlending ? '0' : '1' } as const;
  return {
    lines: [
      t('common:privacy.title'),
      t(`common:privacy.${allowsBlending ? 'blendAllowed' : 'blendRefused'}`),
      inTelegram(t('common:privacy.stored')),
    ],
    keyboard: [[button(switchTo, action)]],
  };
}

/** Sends everything somebody owns, always to their private chat. */
export function sendExport(context: TelegramContext, caller: Caller, replyTo: number): void {
  drawFor(context, caller, {
    replyTo,
    run: async () => {
      const { t, person, userId } = caller;
      if (userId < 0) {
        const lines = [t('telegram:export.anonymous')];
        await sendWords(context, caller.place, { lines, replyTo });
        return;
      }
      const options = { maxBytes: EXPORT_FILE_BYTES };
      const { files, portraits } = await context.game.privacy.export(person, options);
      if (files.length === 0 || portraits === 0) {
        await sendWords(context, caller.place, { lines: [t('common:export.empty')], replyTo });
        return;
      }
      const own: Place = { chatId: userId, isGroup: false };
      try {
        for (const file of files) {
          const words = { lines: [t('common:export.ready', { count: portraits })] };
          const payload = { ...addressOf(own, words), ...captionOf(words) };
          await context.outbox.send('sendDocument', { ...payload, document: uploadOf(file) });
        }
      } catch (error) {
        if (!isRefusal(error, 'blocked', 'chat-gone') || !caller.place.isGroup) throw error;
        await offerPrivateChat(context, caller, replyTo);
        return;
      }
      if (caller.place.isGroup) {
        await sendWords(context, caller.place, { lines: [t('telegram:export.sent')], replyTo });
      }
    },
  });
}

/** A bot cannot write first: the person has to open the chat. */
async function offerPrivateChat(
  context: TelegramContext,
  caller: Caller,
  replyTo: number,
): Promise<void> {
  const url = deepLink(context.me, EXPORT_LINK);
  await sendWords(context, caller.place, {
    lines: [caller.t('telegram:export.openPrivate')],
    keyboard: [[{ text: caller.t('telegram:export.open'), url }]],
    replyTo,
  });
}

/** Asks whether to erase everything; nothing is erased yet. */
export async function askErasure(
  context: TelegramContext,
  caller: Caller,
  replyTo: number,
): Promise<void> {
  const { t, person } = caller;
  const { token, favorites } = await context.game.privacy.requestErasure(person);
  const confirm = button(`🗑 ${t('common:forget.confirm')}`, {
    do: 'erase',
    by: mark(caller),
    token,
  });
  await sendWords(context, caller.place, {
    lines: [t('common:forget.ask', { count: favorites })],
    keyboard: [[confirm], [cancelButton(caller)]],
    replyTo,
  });
}
