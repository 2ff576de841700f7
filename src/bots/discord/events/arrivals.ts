/** More than Discord delivers again after a lost connection. */
const remembered = 5000;

/** Which events have come: after a reconnection Discord may deliver one twice. */
export class Arrivals {
  readonly #ids = new Set<string>();

  /** True for the first to ask. */
  isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > remembered && oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }
}
