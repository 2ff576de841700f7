import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackQuery, Message } from 'telegraf/types';
import { NotAllowedError } from '../../../errors/app-error.js';
import { guidedActions } from '../guided/guided-actions.js';
import { drawingAnswer } from './action-handlers.js';
import type { Answer, ButtonPress, ActionHandlers } from './action-handlers.js';
import type { Caller, Place } from '../caller.js';
import { resolveCaller, placeOf, unresolvedCallerOf } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import { decodeAction, type Action } from '../callback-data.js';
import type { Commands } from './commands.js';
import { endConversation, saveConversation } from '../guided/conversation-state.js';
import { deepLink, WELCOME_LINK } from '../deep-links.js';
import { sendWords } from '../sending/delivery.js';
import type { DrawResults } from '../sending/draw-results.js';
import type { FindResults } from '../sending/find-results.js';
import { wordError } from '../sending/drawing.js';
import type { EndlessPosts } from '../sending/endless-posts.js';
import { showFavorite, turnFavorites, type Leaf } from '../views/favorites-pages.js';
import { helpLines } from '../views/help-text.js';
import { KeptMarks } from '../views/kept-mark.js';
import type { GuidedBlend } from '../guided/guided-blend.js';
import type { GuidedChange } from '../guided/guided-change.js';
import { clip } from '../html.js';
import { button, cancelButton, inRows, mark } from '../views/keyboards.js';
import { findActions } from './find-actions.js';
import { privacyPrompt } from './privacy.js';
import { readButtons } from './find-portrait.js';
import { editPrompt } from '../guided/prompts.js';
import { isRefusal } from '../sending/refusal.js';

/** Telegram's limit of what an answer shows. */
const ANSWER_LIMIT = 200;

/** A button spins until its press is answered; messages may have to wait for their turn longer. */
const ANSWER_PATIENCE_MS = 2000;
const LATE = Symbol('late');

/** The flows that a button press can start. */
export interface CallbackQueryFlows {
  readonly results: DrawResults;
  readonly finds: FindResults;
  readonly commands: Commands;
  readonly endless: EndlessPosts;
  readonly change: GuidedChange;
  readonly blend: GuidedBlend;
}

/** Buttons. Every press gets an answer, also those on buttons that mean nothing any more. */
export class CallbackQueries {
  readonly #context: TelegramContext;
  readonly #flows: CallbackQueryFlows;
  readonly #handlers: ActionHandlers;
  readonly #marks: KeptMarks;

  constructor(context: TelegramContext, flows: CallbackQueryFlows) {
    this.#context = context;
    this.#flows = flows;
    this.#marks = new KeptMarks(context);
    this.#handlers = this.#table();
  }

  /**
   * Resolves when the press is answered and, where its deed took over two seconds, told of by a
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
    const caller = await this.#meet(query, place);
    if (caller === undefined) return;
    this.#context.work.start(() => this.#context.menus.offer(caller));
    const acting = this.#act(query, caller);
    const late = sleep(ANSWER_PATIENCE_MS, LATE, { ref: false });
    const answer = await Promise.race([acting, late]);
    const isShown = await this.#answer(query.id, answer === LATE ? undefined : answer);
    if (answer === LATE || !isShown) await this.#tellLate(caller, await acting);
  }

  /** Whoever tapped; undefined where the game does not know anybody now, which they are told. */
  async #meet({ id, from }: CallbackQuery, place: Place): Promise<Caller | undefined> {
    try {
      return await resolveCaller(this.#context, from, place);
    } catch (error) {
      const alert = wordError(this.#context, unresolvedCallerOf(from, place), error) ?? '';
      await this.#answer(id, { alert });
      return undefined;
    }
  }

  /** The button no longer waits: a message says what went wrong, and in private also what went well. */
  async #tellLate(caller: Caller, answer: Answer): Promise<void> {
    const alert = typeof answer === 'object' && 'alert' in answer ? answer.alert : undefined;
    const good = typeof answer === 'string' && !caller.place.isGroup ? answer : undefined;
    const line = alert ?? good;
    if (line !== undefined) await sendWords(this.#context, caller.place, { lines: [line] });
  }

  async #act(query: CallbackQuery, caller: Caller): Promise<Answer> {
    try {
      return await this.#perform(query, caller).catch(async (error: unknown) => {
        // Quick hands: the picture is there, and the game has yet to hear that all may see it.
        const isEarly = error instanceof NotAllowedError && error.code === 'not-yours';
        const { pendingPosts } = this.#context;
        const isPublic = isEarly && (await pendingPosts.settled(caller.place.chatId));
        if (isPublic) return this.#perform(query, caller);
        throw error;
      });
    } catch (error) {
      const text = wordError(this.#context, caller, error);
      return text === undefined ? undefined : { alert: text };
    }
  }

  async #perform(query: CallbackQuery, caller: Caller): Promise<Answer> {
    const action = decodeAction('data' in query ? query.data : '');
    if (action === undefined) return { alert: caller.t('telegram:tap.unknown') };
    if ('by' in action && action.by !== mark(caller)) {
      return { alert: caller.t('telegram:tap.notYours') };
    }
    if (query.message === undefined && action.do !== 'keep') {
      const isAbout = 'portraitId' in action ? action.portraitId : undefined;
      return this.#openPrivately(caller, isAbout);
    }
    const press = { caller, message: (query.message ?? NO_MESSAGE) as Message };
    const handler = this.#handlers[action.do] as (
      action: Action,
      press: ButtonPress,
    ) => Promise<Answer>;
    return handler(action, press);
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
      await this.#context.outbox.ask('answerCallbackQuery', { callback_query_id: id, ...shown });
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const level = isRefusal(error, 'query-expired') ? 'debug' : 'warn';
      this.#context.log[level]({ err: error }, 'telegram: tap not answered');
      return false;
    }
  }

  #table(): ActionHandlers {
    const { results, finds, commands, endless, change, blend } = this.#flows;
    return {
      ...guidedActions(change, blend),
      ...findActions(this.#context, finds),
      keep: ({ portraitId }, press) => this.#keep(press, portraitId),
      keepAll: (_, press) => this.#keepAll(press),
      again: async ({ pullId }, { caller, message }) => {
        results.again(caller, { pullId }, message.message_id);
        return drawingAnswer(caller);
      },
      vary: async ({ portraitId }, { caller, message }) => {
        results.vary(caller, { reference: { portraitId } }, message.message_id);
        return drawingAnswer(caller);
      },
      animate: async ({ portraitId }, { caller, message }) => {
        results.animateToward(caller, portraitId, message.message_id);
        return drawingAnswer(caller);
      },
      enlarge: async ({ portraitId }, { caller, message }) => {
        results.enlarge(caller, portraitId, message.message_id);
        return drawingAnswer(caller);
      },
      share: ({ portraitId }, press) => this.#share(press, portraitId),
      family: async ({ portraitId }, { caller, message }) => {
        results.family(caller, { portraitId }, message.message_id);
        return drawingAnswer(caller);
      },
      which: ({ action }, press) => this.#askWhich(press, action),
      favorites: (leaf, press) => this.#turn(press, { ...leaf, page: Number(leaf.page) }),
      show: async ({ number }, { caller }) => {
        await showFavorite(this.#context, caller, { favorite: Number(number) });
        return undefined;
      },
      rename: ({ number }, press) => this.#askName(press, Number(number)),
      drop: async ({ number }, { caller }) => {
        await commands.dropFavorite(caller, number);
        return undefined;
      },
      privacy: ({ isOpen }, press) => this.#setPrivacy(press, isOpen === '1'),
      erase: ({ token }, press) => this.#erase(press, token),
      stop: ({ runId }, { caller }) => this.#stop(caller, runId),
      goOn: async ({ pullId }, { caller, message }) => {
        endless.begin(caller, { pullId }, message.message_id);
        return drawingAnswer(caller);
      },
      cancel: (_, press) => this.#cancel(press),
      help: (_, { caller }) => this.#showHelp(caller),
    };
  }

  async #keep({ caller, message }: ButtonPress, portraitId: string): Promise<Answer> {
    const result = await this.#context.game.favorites.keep(caller.person, { portraitId });
    if (result.outcome === 'no-post') return { alert: caller.t('errors:portrait-not-found') };
    const { number } = result.favorite;
    const key = result.outcome === 'kept' ? 'kept' : 'keptAlready';
    this.#marks.mark(caller, message, [portraitId]);
    return caller.t(`common:favourite.${key}`, { number });
  }

  async #showHelp(caller: Caller): Promise<Answer> {
    const lines = helpLines(this.#context, caller);
    await sendWords(this.#context, caller.place, { lines });
    return undefined;
  }

  async #stop({ person, t }: Caller, runId: string): Promise<Answer> {
    const isStopped = await this.#context.game.endless.stop({ person, runId });
    return isStopped ? undefined : t('telegram:cancel.nothing');
  }

  async #turn({ caller, message }: ButtonPress, { page, search }: Leaf): Promise<Answer> {
    await turnFavorites(this.#context, caller, { leaf: { page, search }, message });
    return undefined;
  }

  /** All that the message's buttons keep, one after another: their numbers follow their places. */
  async #keepAll({ caller, message }: ButtonPress): Promise<Answer> {
    const { t, person } = caller;
    const ids = readButtons(message)?.portraitIds ?? [];
    if (ids.length === 0) return { alert: t('errors:post-not-found') };
    const numbers: number[] = [];
    for (const portraitId of ids) {
      const result = await this.#context.game.favorites.keep(person, { portraitId });
      if (result.outcome !== 'no-post') numbers.push(result.favorite.number);
    }
    this.#marks.mark(caller, message, ids);
    return t('telegram:grid.keptAll', { numbers: numbers.join(t('common:result.listSeparator')) });
  }

  async #share({ caller, message }: ButtonPress, portraitId: string): Promise<Answer> {
    const { code, link } = await this.#context.game.portraits.get(caller.person, portraitId);
    await sendWords(this.#context, caller.place, {
      lines: [
        caller.t('common:share.code', { code: '' }).trim(),
        code,
        deepLink(this.#context.me, link),
      ],
      replyTo: message.message_id,
    });
    return undefined;
  }

  /** Which of a grid's portraits? The buttons are what the asked action would have been. */
  async #askWhich({ caller, message }: ButtonPress, action: string): Promise<Answer> {
    if (!isAskedWhich(action)) return { alert: caller.t('telegram:tap.unknown') };
    const shown = readButtons(message);
    if (shown === undefined) return { alert: caller.t('errors:post-not-found') };
    const numbers = shown.portraitIds.map((portraitId, index) =>
      button(String(index + 1), { do: action, portraitId }),
    );
    await sendWords(this.#context, caller.place, {
      lines: [caller.t('telegram:which.ask')],
      keyboard: [...inRows(numbers, 5), [cancelButton(caller)]],
      replyTo: message.message_id,
    });
    return undefined;
  }

  async #askName({ caller }: ButtonPress, number: number): Promise<Answer> {
    const key = caller.place.isGroup ? 'telegram:name.askInGroup' : 'telegram:name.ask';
    const prompt = await sendWords(this.#context, caller.place, {
      lines: [caller.t(key, { number })],
      keyboard: [[cancelButton(caller)]],
    });
    const promptId = prompt.message_id;
    await saveConversation(this.#context, caller, { kind: 'name', number, promptId });
    return undefined;
  }

  async #setPrivacy({ caller, message }: ButtonPress, allowsBlending: boolean): Promise<Answer> {
    await this.#context.game.privacy.change(caller.person, { allowsBlending });
    const prompt = await privacyPrompt(this.#context, caller);
    await editPrompt(this.#context, caller, { message, prompt });
    return prompt.lines[1];
  }

  async #erase({ caller, message }: ButtonPress, token: string): Promise<Answer> {
    await this.#context.game.privacy.erase(caller.person, token);
    const done = caller.t('common:forget.done');
    const prompt = { lines: [done], keyboard: [] };
    await editPrompt(this.#context, caller, { message, prompt });
    return done;
  }

  async #cancel({ caller, message }: ButtonPress): Promise<Answer> {
    await endConversation(this.#context, caller);
    const done = caller.t('telegram:cancel.done');
    await editPrompt(this.#context, caller, { message, prompt: { lines: [done], keyboard: [] } });
    return done;
  }

  async #openPrivately(caller: Caller, portraitId: string | undefined): Promise<Answer> {
    const payload =
      portraitId === undefined
        ? WELCOME_LINK
        : (await this.#context.game.portraits.get(caller.person, portraitId)).link;
    return { url: deepLink(this.#context.me, payload) };
  }
}

type AskedWhich = 'change' | 'blend' | 'share' | 'enlarge';

function isAskedWhich(action: string): action is AskedWhich {
  return ['change', 'blend', 'share', 'enlarge'].includes(action);
}

/** Stands in for the message of a press under an inline result, which only `keep` gets to see. */
const NO_MESSAGE = { message_id: 0 } as const;
