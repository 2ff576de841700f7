import { setTimeout as sleep } from 'node:timers/promises';
import type { InlineQuery, InlineQueryResult, Message } from 'telegraf/types';
import { AppError } from '../../errors/app-error.js';
import type { Picture, Portrait } from '../../game/portraits/portrait.js';
import { meetAsker, type Asker } from './asker.js';
import { PLATFORM, type BotParts } from './bot-parts.js';
import { deepLink, WELCOME_LINK } from './deep-links.js';
import { captionOf, findFileId, rememberFileId, uploadOf } from './delivery.js';
import { wordError } from './drawing.js';
import { clip } from './html.js';
import { button } from './keyboards.js';
import { isRefusal, TelegramRefusal } from './refusal.js';

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
  readonly #parts: BotParts;
  readonly #pauseMs: number;
  readonly #latest = new Map<number, AbortController>();

  /** `pauseMs`: how long nothing more must be typed before faces are drawn. */
  constructor(parts: BotParts, pauseMs: number) {
    this.#parts = parts;
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
      const asker = await meetAsker(this.#parts, from, { chatId: from.id, isGroup: false });
      const offer = await this.#offer(asker, query, typing.signal);
      if (!typing.signal.aborted) await this.#answer(query.id, offer);
    } catch (error) {
      // Whoever types on asks again with every letter; only the last query counts.
      if (!typing.signal.aborted) throw error;
    } finally {
      if (this.#latest.get(from.id) === typing) this.#latest.delete(from.id);
    }
  }

  async #offer(asker: Asker, query: InlineQuery, signal: AbortSignal): Promise<Offer> {
    const text = query.query.trim();
    const openPrivately = asker.t('telegram:inline.open');
    if (query.offset !== '') return { results: [], cacheS: 0, button: openPrivately };
    const { storageChatId = asker.userId, outbox } = this.#parts;
    const isBusy = outbox.waiting(storageChatId) >= MOST_ALBUMS_WAITING;
    if (text === '' || isBusy) {
      return { results: await this.#favorites(asker, text), cacheS: 0, button: openPrivately };
    }
    try {
      await this.#knock(storageChatId);
      const results = await this.#faces(asker, { text, storageChatId, signal });
      return { results, cacheS: CACHE_S, button: openPrivately };
    } catch (error) {
      if (isRefusal(error, 'blocked', 'chat-gone') && storageChatId === asker.userId) {
        const openFirst = asker.t('telegram:inline.openFirst');
        return { results: await this.#favorites(asker, text), cacheS: 0, button: openFirst };
      }
      if (signal.aborted || !(error instanceof AppError || error instanceof TelegramRefusal)) {
        throw error;
      }
      const sentence = wordError(this.#parts, asker, error) ?? openPrivately;
      return { results: [], cacheS: 0, button: sentence };
    }
  }

  async #faces(
    asker: Asker,
    wish: { text: string; storageChatId: number; signal: AbortSignal },
  ): Promise<InlineQueryResult[]> {
    const { gacha, portraits } = this.#parts.game;
    const drawing = { format: 'png', signal: wish.signal } as const;
    const { person, where } = asker;
    const pulled = await gacha.pull({
      person,
      where,
      wish: { description: wish.text },
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
    const messages = await this.#store(asker, wish.storageChatId, shown);
    return shown.flatMap(({ portrait }, index) => {
      const message = messages[index];
      const fileId = message && 'photo' in message ? message.photo.at(-1)?.file_id : undefined;
      return fileId === undefined ? [] : [this.#result(asker, portrait, fileId)];
    });
  }

  /** Nothing need be drawn where it could not be sent. @throws TelegramRefusal */
  async #knock(chatId: number): Promise<void> {
    const action = 'upload_photo';
    await this.#parts.outbox.ask('sendChatAction', { chat_id: chatId, action });
  }

  /** Uploads pictures to the storage chat, which is what gives them names to offer. */
  async #store(
    asker: Asker,
    storageChatId: number,
    shown: readonly { portrait: Portrait; picture: Picture }[],
  ): Promise<readonly Message[]> {
    const media = shown.map(({ picture }) => ({ type: 'photo', media: uploadOf(picture) }));
    const payload = { chat_id: storageChatId, media, disable_notification: true };
    const messages = await this.#parts.outbox.send<readonly Message[]>(
      'sendMediaGroup',
      payload,
      media.length,
    );
    if (storageChatId === asker.userId) this.#tidy(storageChatId, messages);
    for (const [index, message] of messages.entries()) {
      const portrait = shown[index]?.portrait;
      if (portrait === undefined) continue;
      await rememberFileId(this.#parts, portrait, message);
      // An open post lets everybody keep it who sees it in whichever chat it was sent to.
      const { person } = asker;
      await this.#parts.game.posts.open({ person, kind: 'portrait', portraits: [portrait] });
    }
    return messages;
  }

  /** Takes the pictures out of somebody's own chat again. */
  #tidy(chatId: number, messages: readonly Message[]): void {
    const message_ids = messages.map(({ message_id }) => message_id);
    this.#parts.work.start(async () => {
      try {
        await this.#parts.outbox.ask('deleteMessages', { chat_id: chatId, message_ids });
      } catch (error) {
        this.#parts.log.warn({ err: error, chatId }, 'telegram: inline pictures not tidied away');
      }
    });
  }

  /** Those of the asker's favourites that Telegram has pictures of. */
  async #favorites(asker: Asker, search: string): Promise<InlineQueryResult[]> {
    const query = { pageSize: MOST_FAVORITES, ...(search === '' ? {} : { search }) };
    const { items } = await this.#parts.game.favorites.list(asker.person, query);
    const results: InlineQueryResult[] = [];
    for (const { favorite } of items) {
      const fileId = await findFileId(this.#parts, favorite.portrait);
      if (fileId !== undefined) results.push(this.#result(asker, favorite.portrait, fileId));
    }
    return results;
  }

  #result(asker: Asker, portrait: Portrait, fileId: string): InlineQueryResult {
    const { t, language } = asker;
    const words = { lines: [this.#parts.game.wording.ofNamed(portrait, language)] };
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
              url: deepLink(this.#parts.me, portrait.link),
            },
          ],
        ],
      },
    };
  }

  async #answer(id: string, offer: Offer): Promise<void> {
    try {
      await this.#parts.outbox.ask('answerInlineQuery', {
        inline_query_id: id,
        results: offer.results,
        is_personal: true,
        cache_time: offer.cacheS,
        button: { text: clip(offer.button, BUTTON_LIMIT), start_parameter: WELCOME_LINK },
      });
    } catch (error) {
      if (!isRefusal(error, 'query-expired')) throw error;
      this.#parts.log.info(
        { platform: PLATFORM },
        'telegram: inline query expired before its answer',
      );
    }
  }
}
