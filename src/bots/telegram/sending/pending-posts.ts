/**
 * Posts on their way: between Telegram's taking a message and the game's knowing what it shows, a
 * quick reaction or reply must not be taken for one to a foreign message.
 */
export class PendingPosts {
  readonly #going = new Map<number, Set<Promise<unknown>>>();

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

  /** False where nothing is on its way to the chat; else true, once that has arrived. */
  async settled(chatId: number): Promise<boolean> {
    const going = this.#going.get(chatId);
    if (going === undefined) return false;
    await Promise.allSettled(going);
    return true;
  }
}
