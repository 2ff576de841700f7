/**
 * Messages on their way. Somebody may react to one before it is stored which portraits it shows:
 * whoever looks a post up waits for those of the same channel first.
 */
export class Publications {
  readonly #byChannel = new Map<string, Set<Promise<unknown>>>();

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
