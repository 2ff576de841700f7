import type { Asker, Place } from './asker.js';
import type { BotParts } from './bot-parts.js';
import { EXPORT_LINK, deepLink } from './deep-links.js';
import { addressOf, captionOf, sendWords, uploadOf } from './delivery.js';
import { drawFor } from './drawing.js';
import { inTelegram } from './help-text.js';
import { button, cancelButton, mark } from './keyboards.js';
import type { Prompt } from './prompts.js';
import { isRefusal } from './refusal.js';

/** Telegram takes files up to 50 MB from bots. */
const EXPORT_FILE_BYTES = 45_000_000;

/** Says what is stored and who may blend, with the switch for it. */
export async function showPrivacy(parts: BotParts, asker: Asker, replyTo: number): Promise<void> {
  await sendWords(parts, asker.place, { ...(await privacyPrompt(parts, asker)), replyTo });
}

/** The words and the switch, as they are now. */
export async function privacyPrompt(parts: BotParts, asker: Asker): Promise<Prompt> {
  const { t, person } = asker;
  const { allowsBlending } = await parts.game.privacy.settings(person);
  const switchTo = t(`common:privacy.${allowsBlending ? 'refuse' : 'allow'}`);
  const action = { do: 'privacy', by: mark(asker), isOpen: allowsBlending ? '0' : '1' } as const;
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
export function sendExport(parts: BotParts, asker: Asker, replyTo: number): void {
  drawFor(parts, asker, {
    replyTo,
    run: async () => {
      const { t, person, userId } = asker;
      const options = { maxBytes: EXPORT_FILE_BYTES };
      const { files, portraits } = await parts.game.privacy.export(person, options);
      if (files.length === 0 || portraits === 0) {
        await sendWords(parts, asker.place, { lines: [t('common:export.empty')], replyTo });
        return;
      }
      const own: Place = { chatId: userId, isGroup: false };
      try {
        for (const file of files) {
          const words = { lines: [t('common:export.ready', { count: portraits })] };
          const payload = { ...addressOf(own, words), ...captionOf(words) };
          await parts.outbox.send('sendDocument', { ...payload, document: uploadOf(file) });
        }
      } catch (error) {
        if (!isRefusal(error, 'blocked', 'chat-gone') || !asker.place.isGroup) throw error;
        await offerPrivateChat(parts, asker, replyTo);
        return;
      }
      if (asker.place.isGroup) {
        await sendWords(parts, asker.place, { lines: [t('telegram:export.sent')], replyTo });
      }
    },
  });
}

/** A bot cannot write first: the person has to open the chat. */
async function offerPrivateChat(parts: BotParts, asker: Asker, replyTo: number): Promise<void> {
  const url = deepLink(parts.me, EXPORT_LINK);
  await sendWords(parts, asker.place, {
    lines: [asker.t('telegram:export.openPrivate')],
    keyboard: [[{ text: asker.t('telegram:export.open'), url }]],
    replyTo,
  });
}

/** Asks whether to erase everything; nothing is erased yet. */
export async function askErasure(parts: BotParts, asker: Asker, replyTo: number): Promise<void> {
  const { t, person } = asker;
  const { token, favorites } = await parts.game.privacy.requestErasure(person);
  const confirm = button(`🗑 ${t('common:forget.confirm')}`, {
    do: 'erase',
    by: mark(asker),
    token,
  });
  await sendWords(parts, asker.place, {
    lines: [t('common:forget.ask', { count: favorites })],
    keyboard: [[confirm], [cancelButton(asker)]],
    replyTo,
  });
}
