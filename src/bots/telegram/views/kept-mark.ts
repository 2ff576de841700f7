import type { InlineKeyboardButton, Message } from 'telegraf/types';
import { decodeAction } from '../callback-data.js';
import type { Caller } from '../caller.js';
import { isRefusal } from '../sending/refusal.js';
import type { TelegramContext } from '../telegram-context.js';

/** Messages of which it is known what was kept from them. */
const MOST_REMEMBERED = 1000;

/** Marks on the buttons of a private chat what was kept; in a group everybody keeps for themselves. */
export class KeptMarks {
  readonly #context: TelegramContext;
  /** By message, since quick taps carry keyboards of before each other. */
  readonly #kept = new Map<string, Set<string>>();

  constructor(context: TelegramContext) {
    this.#context = context;
  }

  /** Returns at once; a message that cannot be changed stays as it is. */
  mark(caller: Caller, message: Message, portraitIds: readonly string[]): void {
    const { place } = caller;
    const rows = 'reply_markup' in message ? message.reply_markup?.inline_keyboard : undefined;
    if (place.isGroup || rows === undefined) return;
    const kept = this.#remember(`${place.chatId}/${message.message_id}`, portraitIds);
    const marked = rows.map((row) => row.map((each) => markedButton(caller, each, kept)));
    if (JSON.stringify(marked) === JSON.stringify(rows)) return;
    this.#context.work.start(async () => {
      try {
        await this.#context.outbox.send('editMessageReplyMarkup', {
          chat_id: place.chatId,
          message_id: message.message_id,
          reply_markup: { inline_keyboard: marked },
        });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        this.#context.log.debug({ err: error }, 'telegram: kept mark not shown');
      }
    });
  }

  #remember(key: string, portraitIds: readonly string[]): ReadonlySet<string> {
    const kept = this.#kept.get(key) ?? new Set();
    for (const id of portraitIds) kept.add(id);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_REMEMBERED && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }
}

function markedButton(
  { t }: Caller,
  each: InlineKeyboardButton,
  kept: ReadonlySet<string>,
): InlineKeyboardButton {
  const action = 'callback_data' in each ? decodeAction(each.callback_data) : undefined;
  if (action?.do !== 'keep' || !kept.has(action.portraitId)) return each;
  const isNumbered = /\d/.test(each.text);
  const text = isNumbered ? each.text.replace('❤', '💖') : `💖 ${t('telegram:grid.kept')}`;
  return { ...each, text };
}
