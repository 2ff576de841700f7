import type { Message } from 'discord.js';
import type { DiscordContext } from '../discord-context.js';
import { sendToChannel, sendToPerson } from './channel-messages.js';
import { refusalOf } from './discord-error.js';
import type { Outgoing } from './outgoing.js';
import { sentAs, type ReplyTarget, type SentMessage } from './reply-target.js';

/** Answers something that was written to the bot, as a reply in the same channel. */
export class MessageReply implements ReplyTarget {
  readonly isPrivate = false;
  readonly #context: DiscordContext;
  readonly #message: Message;

  constructor(context: DiscordContext, message: Message) {
    this.#context = context;
    this.#message = message;
  }

  /** Without the reference where that is refused; to the person alone where all of it is. */
  async show(outgoing: Outgoing): Promise<SentMessage> {
    const { channelId, id, author } = this.#message;
    try {
      return sentAs(await this.#sendHere({ ...outgoing, repliesTo: id }));
    } catch (error) {
      if (!isPlaceRefused(error)) throw error;
      this.#context.log.warn({ err: error, channelId }, 'may not write here: answering directly');
      return sentAs(await sendToPerson(this.#context, author.id, outgoing));
    }
  }

  add(outgoing: Outgoing): Promise<SentMessage> {
    return this.show(outgoing);
  }

  /** Discord's own "is typing…" says as much, and leaves no second message behind. */
  async progress(): Promise<void> {
    const { channel } = this.#message;
    if (channel.isSendable()) await channel.sendTyping();
  }

  async fail(text: string): Promise<void> {
    await this.show({ content: text });
  }

  async #sendHere(outgoing: Outgoing & { readonly repliesTo?: string }): Promise<Message> {
    const { channelId } = this.#message;
    try {
      return await sendToChannel(this.#context, channelId, outgoing);
    } catch (error) {
      if (refusalOf(error) !== 'reference') throw error;
      const { repliesTo: _refused, ...rest } = outgoing;
      return sendToChannel(this.#context, channelId, rest);
    }
  }
}

/** Any refusal but of what a changed message would mend. */
function isPlaceRefused(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal !== undefined && refusal !== 'too-large' && refusal !== 'words';
}
