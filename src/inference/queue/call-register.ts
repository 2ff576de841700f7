import { QueueFullError } from '../../errors/app-error.js';
import type { QueuedCall } from './queued-call.js';

/** How many pictures may wait, in all and of one person. */
export interface WaitingLimits {
  readonly maxWaiting: number;
  readonly maxWaitingOfPerson: number;
}

/**
 * The unfinished calls of this process, in the order in which they came. Places and limits are reckoned
 * from it, since BullMQ tells neither; of other front ends on the same queue only their number is known.
 */
export class CallRegister {
  readonly #calls = new Map<string, QueuedCall>();
  readonly #limits: WaitingLimits;
  readonly #others: { readonly pictures: number };

  /** @param others what waits for other front ends on the same queue */
  constructor(limits: WaitingLimits, others: { readonly pictures: number }) {
    this.#limits = limits;
    this.#others = others;
  }

  get isEmpty(): boolean {
    return this.#calls.size === 0;
  }

  /** Pictures that no worker has taken. */
  get waiting(): number {
    return countPictures(this.all.filter(({ isActive }) => !isActive));
  }

  get all(): readonly QueuedCall[] {
    return [...this.#calls.values()];
  }

  /** undefined for a call that is settled, or another front end's. */
  get(id: string): QueuedCall | undefined {
    return this.#calls.get(id);
  }

  /** Calls of a person that are not finished, whether they wait or are being drawn. */
  unfinishedOf(person: string): number {
    return this.all.filter((call) => call.person === person).length;
  }

  /** @throws QueueFullError when `more` pictures of this person would be too many */
  expectRoom(person: string, more: number): void {
    const waiting = this.all.filter(({ isActive }) => !isActive);
    const { maxWaiting, maxWaitingOfPerson } = this.#limits;
    const all = this.waiting + this.#others.pictures;
    if (all + more > maxWaiting) {
      throw new QueueFullError(
        'queue-full',
        `expected at most ${maxWaiting} waiting pictures, got ${all} and ${more}; try again in a moment, or add workers`,
        { context: { waiting: all } },
      );
    }
    const own = countPictures(waiting.filter((call) => call.person === person));
    if (own + more > maxWaitingOfPerson) {
      throw new QueueFullError(
        'person-queue-full',
        `expected at most ${maxWaitingOfPerson} waiting pictures of one person, got ${own} and ${more}; wait for some`,
        { context: { waiting: own } },
      );
    }
  }

  /** Puts a new call behind all others of its priority, and tells it its place. */
  add(call: QueuedCall): void {
    this.#calls.set(call.id, call);
    this.tellPositions();
  }

  /** Does nothing for an unknown or settled call. */
  remove(call: QueuedCall): void {
    if (this.#calls.delete(call.id)) this.tellPositions();
  }

  /** Tells each waiting call how many pictures come first: BullMQ takes the lowest priority, then the oldest. */
  tellPositions(): void {
    let ahead = 0;
    const waiting = this.all.filter(({ isActive }) => !isActive);
    for (const call of waiting.toSorted((a, b) => a.priority - b.priority)) {
      call.tellPosition(ahead);
      ahead += call.total;
    }
  }
}

function countPictures(calls: readonly QueuedCall[]): number {
  return calls.reduce((sum, { total }) => sum + total, 0);
}
