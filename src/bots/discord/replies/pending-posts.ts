/**
 * Messages on their way. Somebody may react to one before it is stored which portraits it shows:
 * whoever looks a post up waits for those of the same channel first.
 */
export class PendingPosts {
  readonly #byChannel = new Map<string, Set<Promise<unknown>>>();
  readonly #expected = new Map<string, Promise<void>>();

  /** A message that says that something is being drawn, until it shows it; call what is given then. */
  expect(messageId: string): () => void {
    let shown: () => void = () => undefined;
    const isShown = new Promise<void>((resolve) => {
      shown = resolve;
    });
    this.#expected.set(messageId, isShown);
    return () => {
      this.#expected.delete(messageId);
      shown();
    };
  }

  /** Settles when the message shows what was drawn, or why it was not; undefined if it does already. */
  expected(messageId: string): Promise<void> | undefined {
    return this.#expected.get(messageId);
  }

  /** Sends and stores; what is looked up meanwhile waits for its end, good or bad. */
  track<T>(channelId: string, work: Promise<T>): Promise<T> {
    const underWay = this.#byChannel.get(channelId) ?? new Set();
    this.#byChannel.set(channelId, underWay.add(work));
    return work.finally(() => {
      underWay.delete(work);
      if (underWay.size === 0 && this.#byChannel.get(channelId) === underWay) {
        this.#byChannel.delete(channelId);
      }
    });
  }

  /** Runs `find`; where it finds nothing, once more after what was under way before it began. */
  async find<T>(channelId: string, find: () => Promise<T | undefined>): Promise<T | undefined> {
    const underWay = [...(this.#byChannel.get(channelId) ?? [])];
    const found = await find();
    if (found !== undefined || underWay.length === 0) return found;
    await Promise.allSettled(underWay);
    return find();
  }
}
