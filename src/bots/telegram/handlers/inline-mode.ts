import { describeNamed } from '../../../messages/describe-portrait.js';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InlineQuery, InlineQueryResult, Message } from 'telegraf/types';
import { AppError } from '../../../errors/app-error.js';
import type { Picture, Portrait } from '../../../game/portraits/portrait.js';
import { resolveCaller, type Caller } from '../caller.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';
import { deepLink, WELCOME_LINK } from '../deep-links.js';
import { captionOf, findFileId, rememberFileId, uploadOf } from '../sending/delivery.js';
import { wordError } from '../sending/drawing.js';
import { clip } from '../html.js';
import { button } from '../views/keyboards.js';
import { isRefusal, TelegramRefusal } from '../sending/refusal.js';

/** How many faces a query offers. */
const FACES = 4;
const MOST_FAVORITES = 20;
/** Telegram itself repeats an answer for so long to the same person and words. */
const CACHE_S = 300;
/** An answer that comes later than this is refused: better none than a full line. */
const MOST_ALBUMS_WAITING = 2;
const BUTTON_LIMIT = 60;

interface Offer {
  readonly results: readonly InlineQueryResult[];
  readonly cacheS: number;
  /** Above the results; opens the private chat. */
  readonly button: string;
}

/**
 * `@bot silver hair` in any chat. Telegram shows only pictures it has already, so new faces are first
 * sent elsewhere: to a storage chat of the owner's, or else to the asker's own private chat, silently,
 * where they are deleted at once; their names stay good. Whoever never pressed Start has no such chat:
 * they are offered what Telegram has of their favourites, and the way to that chat.
 */
export class InlineMode {
  readonly #context: TelegramContext;
  readonly #pauseMs: number;
  readonly #latest = new Map<number, AbortController>();

  /** `pauseMs`: how long nothing more must be typed before faces are drawn. */
  constructor(context: TelegramContext, pauseMs: number) {
    this.#context = context;
    this.#pauseMs = pauseMs;
  }

  /**
   * Answers a query once its asker has stopped typing; a newer one of theirs takes its place, and
   * ends it unanswered. @throws StorageError, TelegramRefusal
   */
  async handle(query: InlineQuery): Promise<void> {
    const { from } = query;
    const typing = new AbortController();
    this.#latest.get(from.id)?.abort();
    this.#latest.set(from.id, typing);
    try {
      await sleep(this.#pauseMs, undefined, { signal: typing.signal });
      const caller = await resolveCaller(this.#context, from, { chatId: from.id, isGroup: false });
      const offer = await this.#offer(caller, query, typing.signal);
      if (!typing.signal.aborted) await this.#answer(query.id, offer);
    } catch (error) {
      // Whoever types on asks again with every letter; only the last query counts.
      if (!typing.signal.aborted) throw error;
    } finally {
      if (this.#latest.get(from.id) === typing) this.#latest.delete(from.id);
    }
  }

  async #offer(caller: Caller, query: InlineQuery, signal: AbortSignal): Promise<Offer> {
    const text = query.query.trim();
    const openPrivately = caller.t('telegram:inline.open');
    if (query.offset !== '') return { results: [], cacheS: 0, button: openPrivately };
    const { storageChatId = caller.userId, outbox } = this.#context;
    const isBusy =
      outbox.waiting(storageChatId) >= MOST_ALBUMS_WAITING || outbox.isFlooded(storageChatId);
    if (text === '' || isBusy) {
      return { results: await this.#favorites(caller, text), cacheS: 0, button: openPrivately };
    }
    try {
      await this.#knock(storageChatId);
      const results = await this.#faces(caller, { text, storageChatId, signal });
      return { results, cacheS: CACHE_S, button: openPrivately };
    } catch (error) {
      if (isRefusal(error, 'blocked', 'chat-gone') && storageChatId === caller.userId) {
        const openFirst = caller.t('telegram:inline.openFirst');
        return { results: await this.#favorites(caller, text), cacheS: 0, button: openFirst };
      }
      if (signal.aborted || !(error instanceof AppError || error instanceof TelegramRefusal)) {
        throw error;
      }
      const sentence = wordError(this.#context, caller, error) ?? openPrivately;
      return { results: [], cacheS: 0, button: sentence };
    }
  }

  async #faces(
    caller: Caller,
    prompt: { text: string; storageChatId: number; signal: AbortSignal },
  ): Promise<InlineQueryResult[]> {
    const { gacha, portraits } = this.#context.game;
    const drawing = { format: 'png', signal: prompt.signal } as const;
    const { person, where } = caller;
    const pulled = await gacha.pull({
      person,
      where,
      prompt: { description: prompt.text },
      count: FACES,
      drawing,
    });
    const pictures = await Promise.all(
      pulled.portraits.map(({ id }) => portraits.picture(person, id, drawing)),
    );
    const shown = pulled.portraits.map((portrait, index) => ({
      portrait,
      picture: pictures[index] as Picture,
    }));
    const messages = await this.#store(caller, prompt.storageChatId, shown);
    return shown.flatMap(({ portrait }, index) => {
      const message = messages[index];
      const fileId = message && 'photo' in message ? message.photo.at(-1)?.file_id : undefined;
      return fileId === undefined ? [] : [this.#result(caller, portrait, fileId)];
    });
  }

  /** Nothing need be drawn where it could not be sent. @throws TelegramRefusal */
  async #knock(chatId: number): Promise<void> {
    const action = 'upload_photo';
    await this.#context.outbox.ask('sendChatAction', { chat_id: chatId, action });
  }

  /** Uploads pictures to the storage chat, which is what gives them names to offer. */
  async #store(
    caller: Caller,
    storageChatId: number,
    shown: readonly { portrait: Portrait; picture: Picture }[],
  ): Promise<readonly Message[]> {
    const media = shown.map(({ picture }) => ({ type: 'photo', media: uploadOf(picture) }));
    const payload = { chat_id: storageChatId, media, disable_notification: true };
    const messages = await this.#context.outbox.send<readonly Message[]>(
      'sendMediaGroup',
      payload,
      media.length,
    );
    if (storageChatId === caller.userId) this.#tidy(storageChatId, messages);
    for (const [index, message] of messages.entries()) {
      const portrait = shown[index]?.portrait;
      if (portrait === undefined) continue;
      await rememberFileId(this.#context, { portrait }, message);
      // An open post lets everybody keep it who sees it in whichever chat it was sent to.
      const { person } = caller;
      await this.#context.game.posts.open({ person, kind: 'portrait', portraits: [portrait] });
    }
    return messages;
  }

  /** Takes the pictures out of somebody's own chat again. */
  #tidy(chatId: number, messages: readonly Message[]): void {
    const message_ids = messages.map(({ message_id }) => message_id);
    this.#context.work.start(async () => {
      try {
        await this.#context.outbox.ask('deleteMessages', { chat_id: chatId, message_ids });
      } catch (error) {
        this.#context.log.warn({ err: error, chatId }, 'telegram: inline pictures not tidied away');
      }
    });
  }

  /** The caller's favourites whose pictures Telegram already has. */
  async #favorites(caller: Caller, search: string): Promise<InlineQueryResult[]> {
    const query = { pageSize: MOST_FAVORITES, ...(search === '' ? {} : { search }) };
    const { items } = await this.#context.game.favorites.list(caller.person, query);
    const results: InlineQueryResult[] = [];
    for (const { favorite } of items) {
      const fileId = await findFileId(this.#context, favorite);
      if (fileId !== undefined) results.push(this.#result(caller, favorite.portrait, fileId));
    }
    return results;
  }

  #result(caller: Caller, portrait: Portrait, fileId: string): InlineQueryResult {
    const { t, language } = caller;
    const words = { lines: [describeNamed(portrait, language)] };
    return {
      type: 'photo',
      id: portrait.id,
      photo_file_id: fileId,
      ...captionOf(words),
      reply_markup: {
        inline_keyboard: [
          [
            button(`❤ ${t('common:action.keep')}`, { do: 'keep', portraitId: portrait.id }),
            {
              text: `🎨 ${t('common:action.change')}`,
              url: deepLink(this.#context.me, portrait.link),
            },
          ],
        ],
      },
    };
  }

  async #answer(id: string, offer: Offer): Promise<void> {
    try {
      await this.#context.outbox.ask('answerInlineQuery', {
        inline_query_id: id,
        results: offer.results,
        is_personal: true,
        cache_time: offer.cacheS,
        button: { text: clip(offer.button, BUTTON_LIMIT), start_parameter: WELCOME_LINK },
      });
    } catch (error) {
      if (!isRefusal(error, 'query-expired')) throw error;
      this.#context.log.info(
        { platform: PLATFORM },
        'telegram: inline query expired before its answer',
      );
    }
  }
}
