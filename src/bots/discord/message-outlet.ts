import type { Message } from 'discord.js';
import type { Bot } from './bot.js';
import { sendToChannel, sendToPerson } from './channel-voice.js';
import { refusalOf } from './discord-error.js';
import type { Outgoing } from './outgoing.js';
import { sentAs, type Outlet, type Sent } from './outlet.js';

/** Answers something that was written to the bot, as a reply in the same channel. */
export class MessageOutlet implements Outlet {
  readonly isPrivate = false;
  readonly #bot: Bot;
  readonly #message: Message;

  constructor(bot: Bot, message: Message) {
    this.#bot = bot;
    this.#message = message;
  }

  async show(outgoing: Outgoing): Promise<Sent> {
    const { channelId, id, author } = this.#message;
    try {
      return sentAs(await sendToChannel(this.#bot, channelId, { ...outgoing, repliesTo: id }));
    } catch (error) {
      if (refusalOf(error) !== 'forbidden') throw error;
      this.#bot.log.warn({ err: error, channelId }, 'may not write here: answering directly');
      return sentAs(await sendToPerson(this.#bot, author.id, outgoing));
    }
  }

  add(outgoing: Outgoing): Promise<Sent> {
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
}
