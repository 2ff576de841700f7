import type { Message } from 'telegraf/types';

/**
 * Posts on their way: between Telegram's taking a message and the game's knowing what it shows, a
 * quick reaction or reply must not be taken for one to a foreign message.
 */
export class PendingPosts {
  readonly #going = new Map<number, Set<Promise<unknown>>>();
  /** Messages that stand there while the database could not be told of them, as `chat/message`. */
  readonly #unrecorded = new Set<string>();

  /** Follows a post from before its sending until the game knows it. */
  async follow<Result>(chatId: number, post: () => Promise<Result>): Promise<Result> {
    const posting = post();
    const going = this.#going.get(chatId) ?? new Set();
    going.add(posting);
    this.#going.set(chatId, going);
    try {
      return await posting;
    } finally {
      going.delete(posting);
      if (going.size === 0) this.#going.delete(chatId);
    }
  }

  /** Notes a message that the game knows nothing of yet, and that it knows it now. */
  setUnrecorded({ chat, message_id: id }: Message, isUnrecorded: boolean): void {
    if (isUnrecorded) this.#unrecorded.add(`${chat.id}/${id}`);
    else this.#unrecorded.delete(`${chat.id}/${id}`);
  }

  /** True if the game is still to be told of a message. */
  isUnrecorded(chatId: number, messageId: number): boolean {
    return this.#unrecorded.has(`${chatId}/${messageId}`);
  }

  /** False where nothing is on its way to the chat; else true, once that has arrived. */
  async settled(chatId: number): Promise<boolean> {
    const going = this.#going.get(chatId);
    if (going === undefined) return false;
    await Promise.allSettled(going);
    return true;
  }
}
