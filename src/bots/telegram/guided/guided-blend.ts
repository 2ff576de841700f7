import type { Message } from 'telegraf/types';
import type { FavoritePage } from '../../../game/favorites/favorite.js';
import type { Caller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import type { Action } from '../callback-data.js';
import { labelOf } from '../views/captions.js';
import { endConversation, saveConversation, type ConversationState } from './conversation-state.js';
import {
  addressOf,
  captionOf,
  sendPhoto,
  sendWords,
  uploadOf,
  type Keyboard,
} from '../sending/delivery.js';
import type { DrawResults } from '../sending/draw-results.js';
import { listFavorites } from '../views/favorites-pages.js';
import { findPortrait } from '../handlers/find-portrait.js';
import { clip } from '../html.js';
import { button, cancelButton, inRows, mark } from '../views/keyboards.js';
import { editPrompt } from './prompts.js';

type Step<Kind extends Action['do']> = Extract<Action, { do: Kind }>;

/** How much of the favourite, as buttons offer it. */
const PERCENTS = [25, 50, 75] as const;
const LABEL_LIMIT = 24;

/** Blend step by step: with which favourite, then how much of each. */
export class GuidedBlend {
  readonly #context: TelegramContext;
  readonly #results: DrawResults;

  constructor(context: TelegramContext, results: DrawResults) {
    this.#context = context;
    this.#results = results;
  }

  /** Asks for the other one. Without favourites there is nobody to blend with: says so. */
  async begin(caller: Caller, portraitId: string, replyTo?: number): Promise<void> {
    const { person, where } = caller;
    await this.#context.game.blends.check({ person, second: { portraitId }, where });
    const page = await listFavorites(this.#context, caller, { page: 1, search: '' });
    const reply = replyTo === undefined ? {} : { replyTo };
    if (page.total === 0) {
      await sendWords(this.#context, caller.place, {
        lines: [caller.t('telegram:blend.noFavorites')],
        ...reply,
      });
      return;
    }
    const words = { ...this.#partners(caller, portraitId, page), ...reply };
    const message =
      page.sheet === undefined
        ? await sendWords(this.#context, caller.place, words)
        : await sendPhoto(this.#context, caller.place, { ...words, picture: page.sheet });
    const promptId = message.message_id;
    await saveConversation(this.#context, caller, { kind: 'blend', portraitId, promptId });
  }

  /** Turns the page of favourites. */
  async turn(caller: Caller, step: Step<'blendPage'>, message: Message): Promise<void> {
    const leaf = { page: Number(step.page) || 1, search: '' };
    const page = await listFavorites(this.#context, caller, leaf);
    const prompt = this.#partners(caller, step.portraitId, page);
    if (page.sheet === undefined || !('photo' in message)) {
      await editPrompt(this.#context, caller, { message, prompt });
      return;
    }
    const { reply_markup } = addressOf(caller.place, prompt);
    await this.#context.outbox.send('editMessageMedia', {
      chat_id: caller.place.chatId,
      message_id: message.message_id,
      media: { type: 'photo', media: uploadOf(page.sheet), ...captionOf(prompt) },
      reply_markup,
    });
  }

  /** The other one was picked: asks how much of each. */
  async pickPartner(caller: Caller, step: Step<'blendWith'>, message: Message): Promise<void> {
    const { portraitId, number } = step;
    const by = mark(caller);
    const ratios = PERCENTS.map((percent) =>
      button(caller.t(`telegram:blend.percent${percent}`), {
        do: 'blendDraw',
        by,
        portraitId,
        number,
        percent: String(percent),
      }),
    );
    const back = button(`◀ ${caller.t('common:action.back')}`, {
      do: 'blendPage',
      by,
      portraitId,
      page: '1',
    });
    await editPrompt(this.#context, caller, {
      message,
      prompt: {
        lines: [caller.t('telegram:blend.askRatio', { number })],
        keyboard: [...inRows(ratios, 1), [back, cancelButton(caller)]],
      },
    });
  }

  /** Draws the blend. */
  async draw(caller: Caller, step: Step<'blendDraw'>, message: Message): Promise<void> {
    const number = Number(step.number);
    await endConversation(this.#context, caller);
    await editPrompt(this.#context, caller, {
      message,
      prompt: { lines: [caller.t('telegram:blend.drawing', { number })], keyboard: [] },
    });
    // The favourite is surely the asker's own; the other one may be somebody else's, as second.
    const command = {
      first: { favorite: number },
      second: { portraitId: step.portraitId },
      ratio: 1 - Number(step.percent) / 100,
    };
    this.#results.blend(caller, command, message.message_id);
  }

  /** A number or name instead of a button, with a description after it if they like. */
  async say(
    caller: Caller,
    state: Extract<ConversationState, { kind: 'blend' }>,
    said: { readonly text: string; readonly messageId: number },
  ): Promise<void> {
    const { reference, rest } = await findPortrait(this.#context, caller, { text: said.text });
    await endConversation(this.#context, caller);
    const second = { portraitId: state.portraitId };
    const prompt = rest === '' ? {} : { prompt: { description: rest } };
    this.#results.blend(caller, { first: reference, second, ...prompt }, said.messageId);
  }

  #partners(
    caller: Caller,
    portraitId: string,
    page: FavoritePage,
  ): { lines: string[]; keyboard: Keyboard } {
    const by = mark(caller);
    const buttons = page.items.map(({ favorite }) =>
      button(clip(labelOf(caller, favorite), LABEL_LIMIT), {
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
        caller.t('telegram:blend.askWith'),
        caller.t(caller.place.isGroup ? 'telegram:blend.orReply' : 'telegram:blend.orWrite'),
      ],
      keyboard: [
        ...inRows(buttons, 2),
        [...turn('◀', page.page - 1), cancelButton(caller), ...turn('▶', page.page + 1)],
      ],
    };
  }
}
