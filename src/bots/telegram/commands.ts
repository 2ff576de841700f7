import type { Message } from 'telegraf/types';
import type { Post } from '../../game/posts/post.js';
import {
  isNumber,
  readAllowsBlending,
  readFavoritesText,
  readPullText,
  readTags,
  takeAmount,
  takeAnimate,
  takeNumbers,
  takeReference,
  takeShare,
  wholeReference,
} from '../../game/typed-commands/typed-options.js';
import type { Asker } from './asker.js';
import type { BotParts } from './bot-parts.js';
import { labelOf } from './captions.js';
import { endConversation, findConversation } from './conversation-state.js';
import { sendWords } from './delivery.js';
import type { DrawResults } from './draw-results.js';
import { sendFavorites, showFavorite } from './favorites-pages.js';
import { findSubject, mainPlace } from './find-subject.js';
import { helpLines, usageLine } from './help-text.js';
import { button } from './keyboards.js';
import { EXPORT_LINK, WELCOME_LINK } from './deep-links.js';
import { askErasure, sendExport, showPrivacy } from './own-data.js';
import type { EndlessPosts } from './endless-posts.js';

/** A command as it was typed, with what it may need. */
export interface CommandCall {
  readonly asker: Asker;
  readonly message: Message;
  readonly rest: string;
  /** A post of ours that the message answers. */
  readonly post: Post | undefined;
}

type Handler = (call: CommandCall) => Promise<void>;

/** Every command by its name. */
export class Commands {
  readonly #parts: BotParts;
  readonly #results: DrawResults;
  readonly #endless: EndlessPosts;
  readonly #handlers: ReadonlyMap<string, Handler>;

  constructor(parts: BotParts, results: DrawResults, endless: EndlessPosts) {
    this.#parts = parts;
    this.#results = results;
    this.#endless = endless;
    this.#handlers = new Map<string, Handler>(Object.entries(this.#table()));
  }

  /** @returns false where there is no such command */
  async run(name: string, call: CommandCall): Promise<boolean> {
    const handler = this.#handlers.get(name);
    if (handler === undefined) return false;
    await handler(call);
    return true;
  }

  #table(): Record<string, Handler> {
    return {
      start: (call) => this.#start(call),
      help: (call) => this.#say(call, helpLines(this.#parts, call.asker)),
      gacha: (call) => this.#gacha(call),
      endless: async (call) => this.#pullOn(call),
      stop: (call) => this.#endless.stop(call.asker),
      morph: (call) => this.#morph(call, false),
      animate: (call) => this.#morph(call, true),
      change: async ({ asker, rest, message }) => {
        const { numbers, text } = takeNumbers(rest);
        const { share, text: description } = takeShare(text);
        const command = {
          wish: { description },
          ...(numbers.length === 0 ? {} : { favorites: numbers }),
          ...(share === undefined ? {} : { strength: share }),
        };
        this.#results.change(asker, command, message.message_id);
      },
      vary: (call) => this.#vary(call),
      blend: (call) => this.#blend(call),
      favorites: ({ asker, rest, message }) => {
        const { page = 1, tag, search = '' } = readFavoritesText(rest);
        const leaf = { page, search: tag === undefined ? search : `#${tag}` };
        return sendFavorites(this.#parts, asker, { leaf, replyTo: message.message_id });
      },
      show: (call) => this.#show(call),
      name: (call) => this.#name(call),
      tag: (call) => this.#tag(call),
      drop: (call) => this.#drop(call),
      redraw: async ({ asker, rest, message }) => {
        if (rest === '') await this.#usage({ asker, message }, 'redraw');
        else this.#results.redraw(asker, { code: rest }, message.message_id);
      },
      family: async (call) => {
        const { subject } = await this.#subject(call);
        this.#results.family(call.asker, subject, call.message.message_id);
      },
      privacy: async ({ asker, rest, message }) => {
        const allowsBlending = readAllowsBlending(rest);
        if (allowsBlending !== undefined) {
          await this.#parts.game.privacy.change(asker.person, { allowsBlending });
        }
        await showPrivacy(this.#parts, asker, message.message_id);
      },
      export: async ({ asker, message }) => sendExport(this.#parts, asker, message.message_id),
      'forget-me': ({ asker, message }) => askErasure(this.#parts, asker, message.message_id),
      cancel: (call) => this.#cancel(call),
    };
  }

  async #start({ asker, rest, message }: CommandCall): Promise<void> {
    if (rest === EXPORT_LINK) {
      sendExport(this.#parts, asker, message.message_id);
      return;
    }
    if (rest !== '' && rest !== WELCOME_LINK) {
      this.#results.redraw(asker, { code: rest }, message.message_id);
      return;
    }
    const example = asker.t('help:examples.first');
    await this.#say({ asker, message }, [
      `${asker.t('common:product.name')} · ${asker.t('common:product.tagline')}`,
      asker.t('telegram:start.welcome', { example }),
      asker.t('telegram:start.help'),
    ]);
  }

  #pullOn({ asker, rest: description, message }: CommandCall): void {
    this.#endless.begin(asker, { wish: { description } }, message.message_id);
  }

  async #gacha({ asker, rest, message }: CommandCall): Promise<void> {
    const { description, ...options } = readPullText(rest);
    this.#results.pull(asker, { wish: { description }, ...options }, message.message_id);
  }

  async #morph(call: CommandCall, isAnimate: boolean): Promise<void> {
    const { share, text: words } = takeShare(call.rest);
    const { isAnimated, text } = takeAnimate(words);
    if (text === '' && call.post === undefined) return this.#usage(call, 'morph');
    const { subject, rest } = await this.#subject({ ...call, rest: text });
    const strength = share === undefined ? {} : { strength: share };
    const command = { subject, wish: { description: rest }, ...strength };
    const draws = isAnimate || isAnimated ? 'animate' : 'morph';
    this.#results[draws](call.asker, command, call.message.message_id);
  }

  async #vary(call: CommandCall): Promise<void> {
    const { text, amount } = takeAmount(call.rest);
    if (text === '' && call.post === undefined) return this.#usage(call, 'vary');
    const { subject } = await this.#subject({ ...call, rest: text });
    this.#results.vary(call.asker, { subject, amount }, call.message.message_id);
  }

  async #blend(call: CommandCall): Promise<void> {
    const { share, text } = takeShare(call.rest);
    if (text === '') return this.#usage(call, 'blend');
    const { asker, post } = call;
    const first = await findSubject(this.#parts, asker, { text });
    const next = takeReference(first.rest);
    const place = Number(next.reference);
    const isPlace =
      isNumber(next.reference) && place >= 1 && place <= (post?.portraitIds.length ?? 0);
    const second =
      post === undefined
        ? await findSubject(this.#parts, asker, { text: first.rest })
        : {
            subject: { postId: post.id, place: isPlace ? place : mainPlace(post) },
            rest: isPlace ? next.rest : first.rest,
          };
    const command = {
      first: first.subject,
      second: second.subject,
      ...(share === undefined ? {} : { ratio: share }),
      ...(second.rest === '' ? {} : { wish: { description: second.rest } }),
    };
    this.#results.blend(asker, command, call.message.message_id);
  }

  async #show(call: CommandCall): Promise<void> {
    const { asker, rest, message } = call;
    if (rest === '') return this.#usage(call, 'show');
    const favorite = wholeReference(rest);
    await showFavorite(this.#parts, asker, { favorite, replyTo: message.message_id });
  }

  async #name(call: CommandCall): Promise<void> {
    const { reference, rest } = takeReference(call.rest);
    if (reference === '') return this.#usage(call, 'name');
    await this.rename(call.asker, { reference, name: rest, replyTo: call.message.message_id });
  }

  /** Names a favourite and says so. */
  async rename(
    asker: Asker,
    to: { readonly reference: string; readonly name: string; readonly replyTo: number },
  ): Promise<void> {
    const { favorites } = this.#parts.game;
    const { favorite } = await favorites.name(asker.person, to.reference, to.name);
    const { number, name } = favorite;
    const line =
      name === undefined
        ? asker.t('common:favourite.unnamed', { number })
        : asker.t('common:favourite.named', { number, name });
    await sendWords(this.#parts, asker.place, { lines: [line], replyTo: to.replyTo });
  }

  async #tag(call: CommandCall): Promise<void> {
    const { reference, rest } = takeReference(call.rest);
    if (reference === '') return this.#usage(call, 'tag');
    const { favorites } = this.#parts.game;
    const { number, tags } = await favorites.tag(call.asker.person, reference, readTags(rest));
    const { t } = call.asker;
    const list = tags.join(t('common:result.listSeparator'));
    const tagged = t('common:favourite.tagged', { number, tags: list });
    await this.#say(call, [
      tags.length === 0 ? t('common:favourite.untagged', { number }) : tagged,
    ]);
  }

  async #drop(call: CommandCall): Promise<void> {
    const { asker, rest, message } = call;
    if (rest === '') return this.#usage(call, 'drop');
    await this.dropFavorite(asker, wholeReference(rest), message.message_id);
  }

  /** Lets a favourite go, with a button that takes it back. */
  async dropFavorite(asker: Asker, reference: string, replyTo?: number): Promise<void> {
    const favorite = await this.#parts.game.favorites.drop(asker.person, reference);
    const undo = button(`↩ ${asker.t('telegram:favorites.takeBack')}`, {
      do: 'keep',
      portraitId: favorite.portrait.id,
    });
    await sendWords(this.#parts, asker.place, {
      lines: [asker.t('common:favourite.dropped', { name: labelOf(asker, favorite) })],
      keyboard: [[undo]],
      ...(replyTo === undefined ? {} : { replyTo }),
    });
  }

  async #cancel(call: CommandCall): Promise<void> {
    const open = await findConversation(this.#parts, call.asker);
    await endConversation(this.#parts, call.asker);
    const key = open === undefined ? 'telegram:cancel.nothing' : 'telegram:cancel.done';
    await this.#say(call, [call.asker.t(key)]);
  }

  #subject({ asker, rest, post }: CommandCall): ReturnType<typeof findSubject> {
    return findSubject(this.#parts, asker, { text: rest, post });
  }

  #usage(call: Pick<CommandCall, 'asker' | 'message'>, command: string): Promise<void> {
    return this.#say(call, usageLine(call.asker, command));
  }

  async #say(
    { asker, message }: Pick<CommandCall, 'asker' | 'message'>,
    lines: readonly string[],
  ): Promise<void> {
    const replyTo = asker.place.isGroup ? { replyTo: message.message_id } : {};
    await sendWords(this.#parts, asker.place, { lines, ...replyTo });
  }
}
