import type { Message } from 'telegraf/types';
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
} from '../../../game/typed-commands/typed-options.js';
import type { Caller } from '../caller.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';
import { labelOf, presentable } from '../views/captions.js';
import { endConversation, findConversation } from '../guided/conversation-state.js';
import { sendWords } from '../sending/delivery.js';
import type { DrawResults } from '../sending/draw-results.js';
import { sendFavorites, showFavorite } from '../views/favorites-pages.js';
import { findPortrait, mainPlace, onPost, type ShownPortraits } from './find-portrait.js';
import { shortHelpLines, usageLine } from '../views/help-text.js';
import { button } from '../views/keyboards.js';
import { EXPORT_LINK, isFaceLink } from '../deep-links.js';
import { askErasure, sendExport, showPrivacy } from './privacy.js';
import { changeWordList } from './word-list.js';
import type { EndlessPosts } from '../sending/endless-posts.js';

/** A command as it was typed, with what it may need. */
export interface CommandCall {
  readonly caller: Caller;
  readonly message: Message;
  readonly rest: string;
  /** A post of ours that the message answers. */
  readonly post: ShownPortraits | undefined;
}

type Handler = (call: CommandCall) => Promise<void>;

/** Every command by its name. */
export class Commands {
  readonly #context: TelegramContext;
  readonly #results: DrawResults;
  readonly #endless: EndlessPosts;
  readonly #handlers: ReadonlyMap<string, Handler>;

  constructor(context: TelegramContext, results: DrawResults, endless: EndlessPosts) {
    this.#context = context;
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
      help: (call) => this.#help(call),
      gacha: (call) => this.#gacha(call),
      endless: async (call) => this.#pullOn(call),
      stop: (call) => this.#endless.stop(call.caller),
      morph: (call) => this.#morph(call, false),
      animate: (call) => this.#morph(call, true),
      change: async (call) => this.#change(call),
      vary: (call) => this.#vary(call),
      blend: (call) => this.#blend(call),
      favorites: ({ caller, rest, message }) => {
        const { page = 1, tag, search = '' } = readFavoritesText(rest);
        const leaf = { page, search: tag === undefined ? search : `#${tag}` };
        return sendFavorites(this.#context, caller, { leaf, replyTo: message.message_id });
      },
      show: (call) => this.#show(call),
      name: (call) => this.#name(call),
      tag: (call) => this.#tag(call),
      drop: (call) => this.#drop(call),
      redraw: async ({ caller, rest, message }) => {
        if (rest === '') await this.#usage({ caller, message }, 'redraw');
        else this.#results.redraw(caller, { code: rest }, message.message_id);
      },
      // With a picture it never comes here.
      adopt: ({ caller, message }) =>
        this.#say({ caller, message }, [caller.t('telegram:adopt.how')]),
      family: async (call) => {
        const { reference } = await this.#reference(call);
        this.#results.family(call.caller, reference, call.message.message_id);
      },
      privacy: async ({ caller, rest, message }) => {
        const allowsBlending = readAllowsBlending(rest);
        if (allowsBlending !== undefined) {
          await this.#context.game.privacy.change(caller.person, { allowsBlending });
        }
        await showPrivacy(this.#context, caller, message.message_id);
      },
      export: async ({ caller, message }) => sendExport(this.#context, caller, message.message_id),
      'forget-me': ({ caller, message }) => askErasure(this.#context, caller, message.message_id),
      words: ({ caller, rest, message }) =>
        changeWordList(this.#context, caller, { rest, replyTo: message.message_id }),
      cancel: (call) => this.#cancel(call),
    };
  }

  async #help({ caller, message }: CommandCall): Promise<void> {
    await sendWords(this.#context, caller.place, {
      lines: shortHelpLines(this.#context, caller),
      keyboard: [[button(`📖 ${caller.t('telegram:help.all')}`, { do: 'help' })]],
      ...(caller.place.isGroup ? { replyTo: message.message_id } : {}),
    });
  }

  async #start({ caller, rest, message }: CommandCall): Promise<void> {
    if (rest === EXPORT_LINK) {
      sendExport(this.#context, caller, message.message_id);
      return;
    }
    if (isFaceLink(this.#context.game, rest)) {
      this.#results.redraw(caller, { code: rest }, message.message_id);
      return;
    }
    const example = caller.t('help:examples.first');
    await this.#say({ caller, message }, [
      `${caller.t('common:product.name')} · ${caller.t('common:product.tagline')}`,
      caller.t('telegram:start.welcome', { example }),
      caller.t('telegram:start.help'),
    ]);
  }

  #pullOn({ caller, rest: description, message }: CommandCall): void {
    this.#endless.begin(caller, { prompt: { description } }, message.message_id);
  }

  async #gacha({ caller, rest, message }: CommandCall): Promise<void> {
    const { description, ...options } = readPullText(rest);
    this.#results.pull(caller, { prompt: { description }, ...options }, message.message_id);
  }

  async #morph(call: CommandCall, isAnimate: boolean): Promise<void> {
    const { share, text: words } = takeShare(call.rest);
    const { isAnimated, text } = takeAnimate(words);
    if (text === '' && call.post === undefined) return this.#usage(call, 'morph');
    const { reference, rest } = await this.#reference({ ...call, rest: text });
    const strength = share === undefined ? {} : { strength: share };
    const command = { reference, prompt: { description: rest }, ...strength };
    const draws = isAnimate || isAnimated ? 'animate' : 'morph';
    this.#results[draws](call.caller, command, call.message.message_id);
  }

  #change({ caller, rest, message }: CommandCall): void {
    const { numbers, text } = takeNumbers(rest);
    const { share, text: description } = takeShare(text);
    const command = {
      prompt: { description },
      ...(numbers.length === 0 ? {} : { favorites: numbers }),
      ...(share === undefined ? {} : { strength: share }),
    };
    this.#results.change(caller, command, message.message_id);
  }

  async #vary(call: CommandCall): Promise<void> {
    const { text, amount } = takeAmount(call.rest);
    if (text === '' && call.post === undefined) return this.#usage(call, 'vary');
    const { reference } = await this.#reference({ ...call, rest: text });
    this.#results.vary(call.caller, { reference, amount }, call.message.message_id);
  }

  async #blend(call: CommandCall): Promise<void> {
    const { share, text } = takeShare(call.rest);
    if (text === '') return this.#usage(call, 'blend');
    const { caller, post } = call;
    const first = await findPortrait(this.#context, caller, { text });
    const next = takeReference(first.rest);
    const place = Number(next.reference);
    const isPlace =
      isNumber(next.reference) && place >= 1 && place <= (post?.portraitIds.length ?? 0);
    const second =
      post === undefined
        ? await findPortrait(this.#context, caller, { text: first.rest })
        : {
            reference: onPost(post, isPlace ? place : mainPlace(post)),
            rest: isPlace ? next.rest : first.rest,
          };
    const command = {
      first: first.reference,
      second: second.reference,
      ...(share === undefined ? {} : { ratio: share }),
      ...(second.rest === '' ? {} : { prompt: { description: second.rest } }),
    };
    this.#results.blend(caller, command, call.message.message_id);
  }

  async #show(call: CommandCall): Promise<void> {
    const { caller, rest, message } = call;
    if (rest === '') return this.#usage(call, 'show');
    const favorite = wholeReference(rest);
    await showFavorite(this.#context, caller, { favorite, replyTo: message.message_id });
  }

  async #name(call: CommandCall): Promise<void> {
    const { reference, rest } = takeReference(call.rest);
    if (reference === '') return this.#usage(call, 'name');
    await this.rename(call.caller, { reference, name: rest, replyTo: call.message.message_id });
  }

  /** Names a favourite and says so. */
  async rename(
    caller: Caller,
    to: { readonly reference: string; readonly name: string; readonly replyTo: number },
  ): Promise<void> {
    const { favorites } = this.#context.game;
    await this.#expectWords(caller, to.name);
    const { favorite } = await favorites.name(caller.person, to.reference, to.name);
    const { number, name } = favorite;
    const line =
      name === undefined
        ? caller.t('common:favourite.unnamed', { number })
        : caller.t('common:favourite.named', { number, name });
    await sendWords(this.#context, caller.place, { lines: [line], replyTo: to.replyTo });
  }

  async #tag(call: CommandCall): Promise<void> {
    const { reference, rest } = takeReference(call.rest);
    if (reference === '') return this.#usage(call, 'tag');
    const { favorites } = this.#context.game;
    await this.#expectWords(call.caller, rest);
    const { number, tags } = await favorites.tag(call.caller.person, reference, readTags(rest));
    const { t } = call.caller;
    const list = tags.join(t('common:result.listSeparator'));
    const tagged = t('common:favourite.tagged', { number, tags: list });
    await this.#say(call, [
      tags.length === 0 ? t('common:favourite.untagged', { number }) : tagged,
    ]);
  }

  async #drop(call: CommandCall): Promise<void> {
    const { caller, rest, message } = call;
    if (rest === '') return this.#usage(call, 'drop');
    await this.dropFavorite(caller, wholeReference(rest), message.message_id);
  }

  /** Lets a favourite go, with a button that takes it back. */
  async dropFavorite(caller: Caller, reference: string, replyTo?: number): Promise<void> {
    const dropped = await this.#context.game.favorites.drop(caller.person, reference);
    const favorite = await presentable(this.#context, caller, dropped);
    const undo = button(`↩ ${caller.t('telegram:favorites.takeBack')}`, {
      do: 'keep',
      portraitId: favorite.portrait.id,
    });
    await sendWords(this.#context, caller.place, {
      lines: [caller.t('common:favourite.dropped', { name: labelOf(caller, favorite) })],
      keyboard: [[undo]],
      ...(replyTo === undefined ? {} : { replyTo }),
    });
  }

  /** Answers in a group are read by all. @throws UserInputError `word-not-allowed` */
  async #expectWords({ where: { serverId } }: Caller, text: string): Promise<void> {
    if (serverId === undefined) return;
    await this.#context.game.servers.expectWords({ platform: PLATFORM, serverId }, text);
  }

  async #cancel(call: CommandCall): Promise<void> {
    const open = await findConversation(this.#context, call.caller);
    await endConversation(this.#context, call.caller);
    const key = open === undefined ? 'telegram:cancel.nothing' : 'telegram:cancel.done';
    await this.#say(call, [call.caller.t(key)]);
  }

  #reference({ caller, rest, post }: CommandCall): ReturnType<typeof findPortrait> {
    return findPortrait(this.#context, caller, { text: rest, post });
  }

  #usage(call: Pick<CommandCall, 'caller' | 'message'>, command: string): Promise<void> {
    return this.#say(call, usageLine(call.caller, command));
  }

  async #say(
    { caller, message }: Pick<CommandCall, 'caller' | 'message'>,
    lines: readonly string[],
  ): Promise<void> {
    const replyTo = caller.place.isGroup ? { replyTo: message.message_id } : {};
    await sendWords(this.#context, caller.place, { lines, ...replyTo });
  }
}
