import type { Message } from 'telegraf/types';
import { splitCommand } from '../../../game/typed-commands/typed-command.js';
import { ownerReply } from '../../../messages/owner-reply.js';
import { resolveCaller, placeOf, speakerOf, unresolvedCallerOf, type Caller } from '../caller.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';
import type { Commands } from './commands.js';
import {
  endConversation,
  findConversation,
  type ConversationState,
} from '../guided/conversation-state.js';
import { sendWords } from '../sending/delivery.js';
import type { DrawResults } from '../sending/draw-results.js';
import { tellError } from '../sending/drawing.js';
import { isNumber, readPullText, takeShare } from '../../../game/typed-commands/typed-options.js';
import { findPortrait, findReplied, isOurs, mainPlace, onPost } from './find-portrait.js';
import type { ShownPortraits } from './find-portrait.js';
import type { GuidedBlend } from '../guided/guided-blend.js';
import type { GuidedChange } from '../guided/guided-change.js';
import { clip } from '../html.js';
import { SeenTexts } from './seen-texts.js';
import { findSmallTalk } from './small-talk.js';
import { readSentPicture } from './sent-picture.js';

/** The flows that a written line can start. */
export interface TextFlows {
  readonly results: DrawResults;
  readonly commands: Commands;
  readonly change: GuidedChange;
  readonly blend: GuidedBlend;
}

/** Commands that take a picture. */
const PICTURE_COMMANDS: ReadonlySet<string> = new Set(['adopt', 'redraw']);

/** Handles written messages: commands, answers to a guided step, share codes and descriptions. */
export class Texts {
  readonly #context: TelegramContext;
  readonly #flows: TextFlows;
  readonly #seen = new SeenTexts();

  constructor(context: TelegramContext, flows: TextFlows) {
    this.#context = context;
    this.#flows = flows;
  }

  /**
   * Resolves when the line is answered, or its drawing has begun. What is not meant for the bot
   * gets no answer, nor does an edit that says nothing new; what goes wrong is told to its writer.
   */
  async handle(message: Message, isEdited = false): Promise<void> {
    const from = speakerOf(message);
    if (from === undefined) return;
    const place = placeOf(message.chat, message);
    if ('migrate_to_chat_id' in message) {
      await this.#migrate(message.chat.id, message.migrate_to_chat_id);
      return;
    }
    const said = this.#saidToUs(message, place.isGroup);
    if (said === undefined) return;
    // Telegram calls many things an edit, such as a moving location or a preview that loaded.
    const isNew = this.#seen.isNew(message, said);
    if (isEdited && (said === '' || !isNew)) return;
    let caller: Caller | undefined;
    try {
      caller = await resolveCaller(this.#context, from, place);
      this.#offerMenu(caller);
      await this.#answer(caller, message, said);
    } catch (error) {
      const told = caller ?? unresolvedCallerOf(from, place);
      await tellError(this.#context, told, { error, replyTo: message.message_id });
    }
  }

  /** More was written than can be answered. @throws TelegramRefusal */
  async tellTooMany(message: Message): Promise<void> {
    const from = speakerOf(message);
    const place = placeOf(message.chat, message);
    if (from === undefined || this.#saidToUs(message, place.isGroup) === undefined) return;
    const { language } = unresolvedCallerOf(from, place);
    const lines = [this.#context.messages.t(language, 'telegram:text.tooMany')];
    await sendWords(this.#context, place, { lines, replyTo: message.message_id });
  }

  #offerMenu(caller: Caller): void {
    this.#context.work.start(() => this.#context.menus.offer(caller));
  }

  /** A group became a supergroup: what is known of it moves to its new id. */
  async #migrate(from: number, to: number): Promise<void> {
    const server = { platform: PLATFORM, serverId: String(from) } as const;
    await this.#context.game.servers.migrate(server, String(to));
    this.#context.log.info({ from, to }, 'telegram: group moved to a new id');
  }

  async #answer(caller: Caller, message: Message, text: string): Promise<void> {
    const { results, commands } = this.#flows;
    const replyTo = message.message_id;
    const command = splitCommand(text);
    const picture = await this.#pictureOf(message, command?.name);
    if (picture !== undefined) {
      if (command?.name === 'redraw') results.redraw(caller, { picture }, replyTo);
      else results.adopt(caller, { picture }, replyTo);
      return;
    }
    const owned = await this.#context.game.owner.run(caller.person, text);
    if (owned !== undefined) {
      const lines = ownerReply(this.#context.messages, caller.language, owned);
      await sendWords(this.#context, caller.place, { lines, replyTo });
      return;
    }
    if (command !== undefined) {
      const post = await findReplied(this.#context, message);
      const call = { caller, message, rest: command.rest, post };
      if (await commands.run(command.name, call)) return;
      // In a group it may have been meant for another bot.
      if (caller.place.isGroup && command.botUsername === undefined) return;
      await this.#say(caller, message, caller.t('errors:command-unknown'));
      return;
    }
    if (text === '') {
      await this.#say(caller, message, caller.t('telegram:text.wordsOnly'));
      return;
    }
    const shown = await findReplied(this.#context, message);
    if (shown === undefined && (await this.#continue(caller, message, text))) return;
    const talk = findSmallTalk(text);
    if (talk !== undefined) {
      const example = caller.t('help:examples.first');
      await this.#say(caller, message, caller.t(`telegram:talk.${talk}`, { example }));
      return;
    }
    const code = this.#context.game.redraws.findCode(text);
    if (code !== undefined) {
      results.redraw(caller, { code }, replyTo);
      return;
    }
    const { description, ...options } = readPullText(text);
    const isPull = shown === undefined || Object.keys(options).length > 0;
    if (isPull) results.pull(caller, { prompt: { description }, ...options }, replyTo);
    else await this.#changeShown(caller, message, { text, shown });
  }

  /** The picture that is to be looked at: sent along, or of `/adopt` and `/redraw` also the one replied to. */
  async #pictureOf(message: Message, command: string | undefined): Promise<Uint8Array | undefined> {
    if (command !== undefined && !PICTURE_COMMANDS.has(command)) return undefined;
    const replied = 'reply_to_message' in message ? message.reply_to_message : undefined;
    const own = await readSentPicture(this.#context, message);
    if (own !== undefined || command === undefined || replied === undefined) return own;
    return readSentPicture(this.#context, replied);
  }

  /** Words about a picture change the face on it; a number alone shows that one large. */
  async #changeShown(
    caller: Caller,
    message: Message,
    { text, shown }: { readonly text: string; readonly shown: ShownPortraits },
  ): Promise<void> {
    const { results } = this.#flows;
    const { message_id: replyTo } = message;
    const place = isNumber(text.trim()) ? Number(text.trim()) : undefined;
    if (place !== undefined && place >= 1 && place <= shown.portraitIds.length) {
      results.enlarge(caller, shown.portraitIds[place - 1] ?? '', replyTo);
      return;
    }
    const { share, text: words } = takeShare(text);
    const { reference, rest } = await findPortrait(this.#context, caller, {
      text: words,
      post: shown,
    });
    const isMain = JSON.stringify(reference) === JSON.stringify(onPost(shown, mainPlace(shown)));
    const isGrid = shown.kind !== 'strip' && shown.portraitIds.length > 1;
    if (isMain && isGrid && rest === words) {
      // In a group nothing that somebody wrote is said again.
      const example = caller.place.isGroup ? caller.t('help:examples.first') : clip(rest, 40);
      await this.#say(caller, message, caller.t('telegram:which.say', { words: example }));
      return;
    }
    const strength = share === undefined ? {} : { strength: share };
    results.morph(caller, { reference, prompt: { description: rest }, ...strength }, replyTo);
  }

  /** An answer to an open guided step. In a group it has to be a reply to the step's message. */
  async #continue(caller: Caller, message: Message, text: string): Promise<boolean> {
    const state = await findConversation(this.#context, caller);
    if (state === undefined) return false;
    const replied = 'reply_to_message' in message ? message.reply_to_message : undefined;
    if (caller.place.isGroup && replied?.message_id !== state.promptId) return false;
    await this.#step(caller, state, { text, messageId: message.message_id });
    return true;
  }

  async #step(
    caller: Caller,
    state: ConversationState,
    said: { readonly text: string; readonly messageId: number },
  ): Promise<void> {
    const { commands, change, blend } = this.#flows;
    switch (state.kind) {
      case 'change':
        return change.say(caller, state, said);
      case 'blend':
        return blend.say(caller, state, said);
      case 'name': {
        const reference = String(state.number);
        await commands.rename(caller, { reference, name: said.text, replyTo: said.messageId });
        return endConversation(this.#context, caller);
      }
    }
  }

  /** The part of a message that is meant for the bot; undefined if there is none. */
  #saidToUs(message: Message, isGroup: boolean): string | undefined {
    const text = textOf(message);
    const { username } = this.#context.me;
    const command = splitCommand(text);
    if (command?.botUsername !== undefined) {
      return command.botUsername.toLowerCase() === username.toLowerCase() ? text : undefined;
    }
    if (!isGroup) return isSaid(message) ? text : undefined;
    if (command !== undefined) return text;
    const mention = new RegExp(`(?<![\\w@])@${username}(?!\\w)`, 'gi');
    if (mention.test(text)) return text.replaceAll(mention, ' ').replaceAll(/\s+/g, ' ').trim();
    const replied = 'reply_to_message' in message ? message.reply_to_message : undefined;
    const isReply = replied !== undefined && isOurs(this.#context, replied);
    return isReply && text !== '' ? text : undefined;
  }

  async #say(caller: Caller, message: Message, line: string): Promise<void> {
    await sendWords(this.#context, caller.place, { lines: [line], replyTo: message.message_id });
  }
}

function textOf(message: Message): string {
  if ('text' in message) return message.text.trim();
  return 'caption' in message ? (message.caption ?? '').trim() : '';
}

/** True if somebody said it; all else is news about the chat itself, of kinds that grow in number. */
function isSaid(message: Message): boolean {
  return SAID.some((field) => field in message);
}

const SAID = [
  'text',
  'caption',
  'photo',
  'document',
  'sticker',
  'animation',
  'video',
  'video_note',
  'voice',
  'audio',
  'location',
  'contact',
  'poll',
  'dice',
] as const;
