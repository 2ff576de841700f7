import type { Message } from 'telegraf/types';
import type { FavoritePage } from '../../game/favorites/favorite.js';
import type { Asker } from './asker.js';
import type { BotParts } from './bot-parts.js';
import type { Action } from './callback-data.js';
import { labelOf } from './captions.js';
import { endConversation, saveConversation, type ConversationState } from './conversation-state.js';
import { addressOf, captionOf, sendPhoto, sendWords, uploadOf, type Keyboard } from './delivery.js';
import type { DrawResults } from './draw-results.js';
import { listFavorites } from './favorites-pages.js';
import { findSubject } from './find-subject.js';
import { clip } from './html.js';
import { button, cancelButton, inRows, mark } from './keyboards.js';
import { editPrompt } from './prompts.js';

type Step<Kind extends Action['do']> = Extract<Action, { do: Kind }>;

/** How much of the favourite, as buttons offer it. */
const PERCENTS = [25, 50, 75] as const;
const LABEL_LIMIT = 24;

/** Blend step by step: with which favourite, then how much of each. */
export class GuidedBlend {
  readonly #parts: BotParts;
  readonly #results: DrawResults;

  constructor(parts: BotParts, results: DrawResults) {
    this.#parts = parts;
    this.#results = results;
  }

  /** Asks for the other one. Without favourites there is nobody to blend with: says so. */
  async begin(asker: Asker, portraitId: string, replyTo?: number): Promise<void> {
    const page = await listFavorites(this.#parts, asker, { page: 1, search: '' });
    const reply = replyTo === undefined ? {} : { replyTo };
    if (page.total === 0) {
      await sendWords(this.#parts, asker.place, {
        lines: [asker.t('telegram:blend.noFavorites')],
        ...reply,
      });
      return;
    }
    const words = { ...this.#partners(asker, portraitId, page), ...reply };
    const message =
      page.sheet === undefined
        ? await sendWords(this.#parts, asker.place, words)
        : await sendPhoto(this.#parts, asker.place, { ...words, picture: page.sheet });
    const promptId = message.message_id;
    await saveConversation(this.#parts, asker, { kind: 'blend', portraitId, promptId });
  }

  /** Turns the page of favourites. */
  async turn(asker: Asker, step: Step<'blendPage'>, message: Message): Promise<void> {
    const leaf = { page: Number(step.page) || 1, search: '' };
    const page = await listFavorites(this.#parts, asker, leaf);
    const prompt = this.#partners(asker, step.portraitId, page);
    if (page.sheet === undefined || !('photo' in message)) {
      await editPrompt(this.#parts, asker, { message, prompt });
      return;
    }
    const { reply_markup } = addressOf(asker.place, prompt);
    await this.#parts.outbox.send('editMessageMedia', {
      chat_id: asker.place.chatId,
      message_id: message.message_id,
      media: { type: 'photo', media: uploadOf(page.sheet), ...captionOf(prompt) },
      reply_markup,
    });
  }

  /** The other one was picked: asks how much of each. */
  async pickPartner(asker: Asker, step: Step<'blendWith'>, message: Message): Promise<void> {
    const { portraitId, number } = step;
    const by = mark(asker);
    const ratios = PERCENTS.map((percent) =>
      button(asker.t(`telegram:blend.percent${percent}`), {
        do: 'blendDraw',
        by,
        portraitId,
        number,
        percent: String(percent),
      }),
    );
    const back = button(`◀ ${asker.t('common:action.back')}`, {
      do: 'blendPage',
      by,
      portraitId,
      page: '1',
    });
    await editPrompt(this.#parts, asker, {
      message,
      prompt: {
        lines: [asker.t('telegram:blend.askRatio', { number })],
        keyboard: [...inRows(ratios, 1), [back, cancelButton(asker)]],
      },
    });
  }

  /** Draws the blend. */
  async draw(asker: Asker, step: Step<'blendDraw'>, message: Message): Promise<void> {
    const number = Number(step.number);
    await endConversation(this.#parts, asker);
    await editPrompt(this.#parts, asker, {
      message,
      prompt: { lines: [asker.t('telegram:blend.drawing', { number })], keyboard: [] },
    });
    // The favourite is surely the asker's own; the other one may be somebody else's, as second.
    const command = {
      first: { favorite: number },
      second: { portraitId: step.portraitId },
      ratio: 1 - Number(step.percent) / 100,
    };
    this.#results.blend(asker, command, message.message_id);
  }

  /** A number or name instead of a button, with a description after it if they like. */
  async say(
    asker: Asker,
    state: Extract<ConversationState, { kind: 'blend' }>,
    said: { readonly text: string; readonly messageId: number },
  ): Promise<void> {
    const { subject, rest } = await findSubject(this.#parts, asker, { text: said.text });
    await endConversation(this.#parts, asker);
    const second = { portraitId: state.portraitId };
    const wish = rest === '' ? {} : { wish: { description: rest } };
    this.#results.blend(asker, { first: subject, second, ...wish }, said.messageId);
  }

  #partners(
    asker: Asker,
    portraitId: string,
    page: FavoritePage,
  ): { lines: string[]; keyboard: Keyboard } {
    const by = mark(asker);
    const buttons = page.items.map(({ favorite }) =>
      button(clip(labelOf(asker, favorite), LABEL_LIMIT), {
        do: 'blendWith',
        by,
        portraitId,
        number: String(favorite.number),
      }),
    );
    const turn = (text: string, to: number): ReturnType<typeof button>[] =>
      to < 1 || to > page.pageCount
        ? []
        : [button(text, { do: 'blendPage', by, portraitId, page: String(to) })];
    return {
      lines: [
        asker.t('telegram:blend.askWith'),
        asker.t(asker.place.isGroup ? 'telegram:blend.orReply' : 'telegram:blend.orWrite'),
      ],
      keyboard: [
        ...inRows(buttons, 2),
        [...turn('◀', page.page - 1), cancelButton(asker), ...turn('▶', page.page + 1)],
      ],
    };
  }
}
