import type { Message } from 'telegraf/types';
import { splitCommand } from '../../game/typed-commands/typed-command.js';
import { readPullText } from '../../game/typed-commands/typed-options.js';
import { meetAsker, placeOf, strangerOf, type Asker } from './asker.js';
import { PLATFORM, type BotParts } from './bot-parts.js';
import type { Commands } from './commands.js';
import { endConversation, findConversation, type ConversationState } from './conversation-state.js';
import { sendWords } from './delivery.js';
import type { DrawResults } from './draw-results.js';
import { tellError } from './drawing.js';
import { findRepliedPost } from './find-subject.js';
import type { GuidedBlend } from './guided-blend.js';
import type { GuidedChange } from './guided-change.js';
import { readSentPicture } from './sent-picture.js';

/** What a written line can set off. */
export interface TextFlows {
  readonly results: DrawResults;
  readonly commands: Commands;
  readonly change: GuidedChange;
  readonly blend: GuidedBlend;
}

/** What people write: commands, answers to a guided step, share codes, and wishes. */
export class Texts {
  readonly #parts: BotParts;
  readonly #flows: TextFlows;

  constructor(parts: BotParts, flows: TextFlows) {
    this.#parts = parts;
    this.#flows = flows;
  }

  /**
   * Resolves when the line is answered, or its drawing has begun. What is not meant for the bot
   * gets no answer; what goes wrong is told to its writer.
   */
  async handle(message: Message): Promise<void> {
    const { from } = message;
    if (from === undefined || from.is_bot || 'via_bot' in message) return;
    const place = placeOf(message.chat, message);
    if ('migrate_to_chat_id' in message) {
      await this.#migrate(message.chat.id, message.migrate_to_chat_id);
      return;
    }
    const said = this.#saidToUs(message, place.isGroup);
    if (said === undefined) return;
    let asker: Asker | undefined;
    try {
      asker = await meetAsker(this.#parts, from, place);
      this.#offerMenu(asker);
      await this.#answer(asker, message, said);
    } catch (error) {
      const told = asker ?? strangerOf(from, place);
      await tellError(this.#parts, told, { error, replyTo: message.message_id });
    }
  }

  #offerMenu(asker: Asker): void {
    this.#parts.work.start(() => this.#parts.menus.offer(asker));
  }

  /** A group became a supergroup: what is known of it moves to its new id. */
  async #migrate(from: number, to: number): Promise<void> {
    const server = { platform: PLATFORM, serverId: String(from) } as const;
    await this.#parts.game.servers.migrate(server, String(to));
    this.#parts.log.info({ from, to }, 'telegram: group moved to a new id');
  }

  async #answer(asker: Asker, message: Message, text: string): Promise<void> {
    const { results, commands } = this.#flows;
    const replyTo = message.message_id;
    const command = splitCommand(text);
    const picture = await readSentPicture(this.#parts, message);
    if (picture !== undefined && (command === undefined || command.name === 'redraw')) {
      results.redraw(asker, { picture }, replyTo);
      return;
    }
    if (command !== undefined) {
      const post = await findRepliedPost(this.#parts, message);
      const call = { asker, message, rest: command.rest, post };
      if (await commands.run(command.name, call)) return;
      // In a group it may have been meant for another bot.
      if (asker.place.isGroup && command.botUsername === undefined) return;
      await this.#say(asker, message, asker.t('errors:command-unknown'));
      return;
    }
    if (text === '') {
      await this.#say(asker, message, asker.t('telegram:text.wordsOnly'));
      return;
    }
    if (await this.#continue(asker, message, text)) return;
    const code = this.#parts.game.redraws.findCode(text);
    if (code !== undefined) {
      results.redraw(asker, { code }, replyTo);
      return;
    }
    const { description, ...options } = readPullText(text);
    results.pull(asker, { wish: { description }, ...options }, replyTo);
  }

  /** An answer to an open guided step. In a group it has to be a reply to the step's message. */
  async #continue(asker: Asker, message: Message, text: string): Promise<boolean> {
    const state = await findConversation(this.#parts, asker);
    if (state === undefined) return false;
    const replied = 'reply_to_message' in message ? message.reply_to_message : undefined;
    if (asker.place.isGroup && replied?.message_id !== state.promptId) return false;
    await this.#step(asker, state, { text, messageId: message.message_id });
    return true;
  }

  async #step(
    asker: Asker,
    state: ConversationState,
    said: { readonly text: string; readonly messageId: number },
  ): Promise<void> {
    const { commands, change, blend } = this.#flows;
    switch (state.kind) {
      case 'change':
        return change.say(asker, state, said);
      case 'blend':
        return blend.say(asker, state, said);
      case 'name': {
        const reference = String(state.number);
        await commands.rename(asker, { reference, name: said.text, replyTo: said.messageId });
        return endConversation(this.#parts, asker);
      }
    }
  }

  /** What of a message is meant for us; undefined where none is. */
  #saidToUs(message: Message, isGroup: boolean): string | undefined {
    const text = textOf(message);
    const { username, id } = this.#parts.me;
    const command = splitCommand(text);
    if (command?.botUsername !== undefined) {
      return command.botUsername.toLowerCase() === username.toLowerCase() ? text : undefined;
    }
    if (!isGroup) return isService(message) ? undefined : text;
    if (command !== undefined) return text;
    const mention = new RegExp(`(?<![\\w@])@${username}(?!\\w)`, 'gi');
    if (mention.test(text)) return text.replaceAll(mention, ' ').replaceAll(/\s+/g, ' ').trim();
    const replied = 'reply_to_message' in message ? message.reply_to_message : undefined;
    return replied?.from?.id === id && text !== '' ? text : undefined;
  }

  async #say(asker: Asker, message: Message, line: string): Promise<void> {
    await sendWords(this.#parts, asker.place, { lines: [line], replyTo: message.message_id });
  }
}

function textOf(message: Message): string {
  if ('text' in message) return message.text.trim();
  return 'caption' in message ? (message.caption ?? '').trim() : '';
}

/** News about the chat itself, which nobody said. */
function isService(message: Message): boolean {
  return SERVICE.some((field) => field in message);
}

const SERVICE = [
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'new_chat_photo',
  'delete_chat_photo',
  'group_chat_created',
  'supergroup_chat_created',
  'pinned_message',
  'migrate_from_chat_id',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'chat_background_set',
] as const;
