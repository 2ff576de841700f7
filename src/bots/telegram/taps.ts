import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackQuery, Message } from 'telegraf/types';
import { NotAllowedError } from '../../errors/app-error.js';
import { guidedTaps } from './guided-taps.js';
import { drawingAnswer } from './tap-handlers.js';
import type { Answer, Tap, TapHandlers } from './tap-handlers.js';
import type { Asker, Place } from './asker.js';
import { meetAsker, placeOf, strangerOf } from './asker.js';
import type { BotParts } from './bot-parts.js';
import { decodeAction, type Action } from './callback-data.js';
import type { Commands } from './commands.js';
import { endConversation, saveConversation } from './conversation-state.js';
import { deepLink, WELCOME_LINK } from './deep-links.js';
import { sendWords } from './delivery.js';
import type { DrawResults } from './draw-results.js';
import { wordError } from './drawing.js';
import type { EndlessPosts } from './endless-posts.js';
import { showFavorite, turnFavorites } from './favorites-pages.js';
import type { GuidedBlend } from './guided-blend.js';
import type { GuidedChange } from './guided-change.js';
import { clip } from './html.js';
import { button, cancelButton, inRows, mark } from './keyboards.js';
import { privacyPrompt } from './own-data.js';
import { findPost } from './find-post.js';
import { editPrompt } from './prompts.js';
import { isRefusal } from './refusal.js';

/** Telegram's limit of what an answer shows. */
const ANSWER_LIMIT = 200;

/** A button spins until its tap is answered; messages may have to wait for their turn longer. */
const ANSWER_PATIENCE_MS = 2000;
const LATE = Symbol('late');

/** What a tap can set off. */
export interface TapFlows {
  readonly results: DrawResults;
  readonly commands: Commands;
  readonly endless: EndlessPosts;
  readonly change: GuidedChange;
  readonly blend: GuidedBlend;
}

/** Buttons. Every tap gets an answer, also those on buttons that mean nothing any more. */
export class Taps {
  readonly #parts: BotParts;
  readonly #flows: TapFlows;
  readonly #handlers: TapHandlers;

  constructor(parts: BotParts, flows: TapFlows) {
    this.#parts = parts;
    this.#flows = flows;
    this.#handlers = this.#table();
  }

  /**
   * Resolves when the tap is answered and, where its deed took over two seconds, told of by a
   * message. What the deed throws is told to the person. @throws TelegramRefusal of that message
   */
  async handle(query: CallbackQuery): Promise<void> {
    const { message } = query;
    // Under an inline result there is no chat that we know: what follows goes to the private one.
    const place: Place = message
      ? placeOf(
          message.chat,
          'date' in message && message.date > 0 ? (message as Message) : undefined,
        )
      : { chatId: query.from.id, isGroup: false };
    const asker = await this.#meet(query, place);
    if (asker === undefined) return;
    this.#parts.work.start(() => this.#parts.menus.offer(asker));
    const acting = this.#act(query, asker);
    const late = sleep(ANSWER_PATIENCE_MS, LATE, { ref: false });
    const answer = await Promise.race([acting, late]);
    const isShown = await this.#answer(query.id, answer === LATE ? undefined : answer);
    if (answer === LATE || !isShown) await this.#tellLate(asker, await acting);
  }

  /** Whoever tapped; undefined where the game does not know anybody now, which they are told. */
  async #meet({ id, from }: CallbackQuery, place: Place): Promise<Asker | undefined> {
    try {
      return await meetAsker(this.#parts, from, place);
    } catch (error) {
      const alert = wordError(this.#parts, strangerOf(from, place), error) ?? '';
      await this.#answer(id, { alert });
      return undefined;
    }
  }

  /** The button no longer waits: a message says what went wrong, and in private also what went well. */
  async #tellLate(asker: Asker, answer: Answer): Promise<void> {
    const alert = typeof answer === 'object' && 'alert' in answer ? answer.alert : undefined;
    const good = typeof answer === 'string' && !asker.place.isGroup ? answer : undefined;
    const line = alert ?? good;
    if (line !== undefined) await sendWords(this.#parts, asker.place, { lines: [line] });
  }

  async #act(query: CallbackQuery, asker: Asker): Promise<Answer> {
    try {
      return await this.#perform(query, asker).catch(async (error: unknown) => {
        // Quick hands: the picture is there, and the game has yet to hear that all may see it.
        const isEarly = error instanceof NotAllowedError && error.code === 'not-yours';
        const { publishing } = this.#parts;
        const isPublic = isEarly && (await publishing.settled(asker.place.chatId));
        if (isPublic) return this.#perform(query, asker);
        throw error;
      });
    } catch (error) {
      const text = wordError(this.#parts, asker, error);
      return text === undefined ? undefined : { alert: text };
    }
  }

  async #perform(query: CallbackQuery, asker: Asker): Promise<Answer> {
    const action = decodeAction('data' in query ? query.data : '');
    if (action === undefined) return { alert: asker.t('telegram:tap.unknown') };
    if ('by' in action && action.by !== mark(asker)) {
      return { alert: asker.t('telegram:tap.notYours') };
    }
    if (query.message === undefined && action.do !== 'keep') {
      const isAbout = 'portraitId' in action ? action.portraitId : undefined;
      return this.#openPrivately(asker, isAbout);
    }
    const tap = { asker, message: (query.message ?? NO_MESSAGE) as Message };
    const handler = this.#handlers[action.do] as (action: Action, tap: Tap) => Promise<Answer>;
    return handler(action, tap);
  }

  /** False where nobody sees it any more. */
  async #answer(id: string, answer: Answer): Promise<boolean> {
    const shown =
      answer === undefined
        ? {}
        : typeof answer === 'string'
          ? { text: clip(answer, ANSWER_LIMIT) }
          : 'url' in answer
            ? { url: answer.url }
            : { text: clip(answer.alert, ANSWER_LIMIT), show_alert: true };
    try {
      await this.#parts.outbox.ask('answerCallbackQuery', { callback_query_id: id, ...shown });
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const level = isRefusal(error, 'query-expired') ? 'debug' : 'warn';
      this.#parts.log[level]({ err: error }, 'telegram: tap not answered');
      return false;
    }
  }

  #table(): TapHandlers {
    const { results, commands, endless, change, blend } = this.#flows;
    return {
      ...guidedTaps(change, blend),
      keep: ({ portraitId }, { asker }) => this.#keep(asker, portraitId),
      again: async ({ pullId }, { asker, message }) => {
        results.again(asker, { pullId }, message.message_id);
        return drawingAnswer(asker);
      },
      vary: async ({ portraitId }, { asker, message }) => {
        results.vary(asker, { subject: { portraitId } }, message.message_id);
        return drawingAnswer(asker);
      },
      animate: async ({ portraitId }, { asker, message }) => {
        results.animateToward(asker, portraitId, message.message_id);
        return drawingAnswer(asker);
      },
      share: ({ portraitId }, tap) => this.#share(tap, portraitId),
      family: async ({ portraitId }, { asker, message }) => {
        results.family(asker, { portraitId }, message.message_id);
        return drawingAnswer(asker);
      },
      which: ({ action }, tap) => this.#askWhich(tap, action),
      favorites: async ({ page, search }, { asker, message }) => {
        const leaf = { page: Number(page) || 1, search };
        await turnFavorites(this.#parts, asker, { leaf, message });
        return undefined;
      },
      show: async ({ number }, { asker }) => {
        await showFavorite(this.#parts, asker, { favorite: Number(number) });
        return undefined;
      },
      rename: ({ number }, tap) => this.#askName(tap, Number(number)),
      drop: async ({ number }, { asker }) => {
        await commands.dropFavorite(asker, number);
        return undefined;
      },
      privacy: ({ isOpen }, tap) => this.#setPrivacy(tap, isOpen === '1'),
      erase: ({ token }, tap) => this.#erase(tap, token),
      stop: async ({ runId }, { asker }) => {
        const isStopped = await this.#parts.game.endless.stop({ person: asker.person, runId });
        return isStopped ? undefined : asker.t('telegram:cancel.nothing');
      },
      goOn: async ({ pullId }, { asker, message }) => {
        endless.begin(asker, { pullId }, message.message_id);
        return drawingAnswer(asker);
      },
      cancel: (_, tap) => this.#cancel(tap),
    };
  }

  async #keep(asker: Asker, portraitId: string): Promise<Answer> {
    const result = await this.#parts.game.favorites.keep(asker.person, { portraitId });
    if (result.outcome === 'no-post') return { alert: asker.t('errors:portrait-not-found') };
    const { number } = result.favorite;
    const key = result.outcome === 'kept' ? 'kept' : 'keptAlready';
    return asker.t(`common:favourite.${key}`, { number });
  }

  async #share({ asker, message }: Tap, portraitId: string): Promise<Answer> {
    const { code, link } = await this.#parts.game.portraits.get(asker.person, portraitId);
    await sendWords(this.#parts, asker.place, {
      lines: [
        asker.t('common:share.code', { code: '' }).trim(),
        code,
        deepLink(this.#parts.me, link),
      ],
      replyTo: message.message_id,
    });
    return undefined;
  }

  /** Which of a grid's portraits? The buttons are what the asked action would have been. */
  async #askWhich({ asker, message }: Tap, action: string): Promise<Answer> {
    if (action !== 'change' && action !== 'blend' && action !== 'share') {
      return { alert: asker.t('telegram:tap.unknown') };
    }
    const post = await findPost(this.#parts, message.chat.id, message.message_id);
    if (post === undefined) return { alert: asker.t('errors:post-not-found') };
    const numbers = post.portraitIds.map((portraitId, index) =>
      button(String(index + 1), { do: action, portraitId }),
    );
    await sendWords(this.#parts, asker.place, {
      lines: [asker.t('telegram:which.ask')],
      keyboard: [...inRows(numbers, 5), [cancelButton(asker)]],
      replyTo: message.message_id,
    });
    return undefined;
  }

  async #askName({ asker }: Tap, number: number): Promise<Answer> {
    const key = asker.place.isGroup ? 'telegram:name.askInGroup' : 'telegram:name.ask';
    const prompt = await sendWords(this.#parts, asker.place, {
      lines: [asker.t(key, { number })],
      keyboard: [[cancelButton(asker)]],
    });
    const promptId = prompt.message_id;
    await saveConversation(this.#parts, asker, { kind: 'name', number, promptId });
    return undefined;
  }

  async #setPrivacy({ asker, message }: Tap, allowsBlending: boolean): Promise<Answer> {
    await this.#parts.game.privacy.change(asker.person, { allowsBlending });
    const prompt = await privacyPrompt(this.#parts, asker);
    await editPrompt(this.#parts, asker, { message, prompt });
    return prompt.lines[1];
  }

  async #erase({ asker, message }: Tap, token: string): Promise<Answer> {
    await this.#parts.game.privacy.erase(asker.person, token);
    const done = asker.t('common:forget.done');
    const prompt = { lines: [done], keyboard: [] };
    await editPrompt(this.#parts, asker, { message, prompt });
    return done;
  }

  async #cancel({ asker, message }: Tap): Promise<Answer> {
    await endConversation(this.#parts, asker);
    const done = asker.t('telegram:cancel.done');
    await editPrompt(this.#parts, asker, { message, prompt: { lines: [done], keyboard: [] } });
    return done;
  }

  async #openPrivately(asker: Asker, portraitId: string | undefined): Promise<Answer> {
    const payload =
      portraitId === undefined
        ? WELCOME_LINK
        : (await this.#parts.game.portraits.get(asker.person, portraitId)).link;
    return { url: deepLink(this.#parts.me, payload) };
  }
}

/** Stands in for the message of a tap under an inline result, which only `keep` gets to see. */
const NO_MESSAGE = { message_id: 0 } as const;
