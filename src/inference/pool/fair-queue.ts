/** An item of a {@link FairQueue}; its owner decides when its turn comes. */
export interface Owned {
  readonly person: string;
}

/**
 * First come, first served within a person, and person after person: whoever has just been served
 * goes to the back. So a ten-pull delays another person's pull by one picture, not by ten.
 *
 * Invariant: `#lines` holds no empty line, and its (insertion) order is the order of turns.
 */
export class FairQueue<Item extends Owned> {
  readonly #lines = new Map<string, Item[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** How many of one person's items wait; 0 for somebody unknown. */
  sizeOf(person: string): number {
    return this.#lines.get(person)?.length ?? 0;
  }

  /** Adds an item behind its person's others; somebody new comes after everybody who waits. */
  push(item: Item): void {
    const line = this.#lines.get(item.person);
    if (line) line.push(item);
    else this.#lines.set(item.person, [item]);
    this.#size += 1;
  }

  /** Puts back an item that was taken, as the very next one: it has waited already. */
  unshift(item: Item): void {
    const line = this.#lines.get(item.person) ?? [];
    const others = [...this.#lines].filter(([person]) => person !== item.person);
    this.#lines.clear();
    this.#lines.set(item.person, [item, ...line]);
    for (const [person, items] of others) this.#lines.set(person, items);
    this.#size += 1;
  }

  /** Everything that waits, person by person. */
  items(): readonly Item[] {
    return [...this.#lines.values()].flat();
  }

  /** The item whose turn is next, left where it is; undefined when nothing waits. */
  peek(): Item | undefined {
    const [line] = this.#lines.values();
    return line?.[0];
  }

  /** Takes the next item, then up to `max` in all that may go with it, in order of turns. */
  takeBatch(max: number, fits: (first: Item, other: Item) => boolean): Item[] {
    const first = this.peek();
    if (!first) return [];
    const batch = [this.#takeFrom(first.person, 0)];
    let taken = true;
    while (taken && batch.length < max) {
      taken = false;
      // One round: at most one item of each person.
      for (const [person, line] of Array.from(this.#lines)) {
        if (batch.length >= max) break;
        const at = line.findIndex((item) => fits(first, item));
        if (at < 0) continue;
        batch.push(this.#takeFrom(person, at));
        taken = true;
      }
    }
    return batch;
  }

  /** False when the item is not waiting (any more). */
  remove(item: Item): boolean {
    const line = this.#lines.get(item.person);
    const at = line?.indexOf(item) ?? -1;
    if (!line || at < 0) return false;
    line.splice(at, 1);
    if (line.length === 0) this.#lines.delete(item.person);
    this.#size -= 1;
    return true;
  }

  /** Takes all there is, in the order in which it would have been served. */
  drain(): Item[] {
    return this.takeBatch(Infinity, () => true);
  }

  /** How many are served before `item`: those ahead of it in its line, and the others' turns meanwhile. */
  positionOf(item: Item): number {
    const own = this.#lines.get(item.person)?.indexOf(item) ?? -1;
    if (own < 0) return 0;
    let ahead = own;
    let isBefore = true;
    for (const [person, line] of this.#lines) {
      if (person === item.person) isBefore = false;
      else ahead += Math.min(line.length, own + (isBefore ? 1 : 0));
    }
    return ahead;
  }

  #takeFrom(person: string, at: number): Item {
    const line = this.#lines.get(person) ?? [];
    const [item] = line.splice(at, 1);
    if (!item) throw new RangeError(`expected an item of the queue at ${at}, got an empty place`);
    this.#lines.delete(person);
    if (line.length > 0) this.#lines.set(person, line);
    this.#size -= 1;
    return item;
  }
}
