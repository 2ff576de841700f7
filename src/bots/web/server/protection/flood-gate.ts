import { HttpProblem } from '../http/http-problem.js';

const MINUTE_MS = 60_000;
/** Networks and visitors that are remembered; the oldest are forgotten first. */
const MOST_REMEMBERED = 10_000;

/** Bounds of one network, on a page that is open to others. */
export interface FloodLimits {
  readonly requestsPerMinute: number;
  /** Visitors whom this process has not seen before: each may draw as much as one person may. */
  readonly newcomersPerMinute: number;
  /** Streams of events that are open at once. */
  readonly streams: number;
}

/** Keeps one network from taking the whole page. A minute's worth may be used at once and comes back evenly. */
export class FloodGate {
  readonly #limits: FloodLimits | undefined;
  readonly #clock: () => number;
  /** When the allowance of a key is whole again. */
  readonly #whole = new Map<string, number>();
  readonly #seen = new Map<string, true>();
  readonly #streams = new Map<string, number>();

  /** @param limits undefined: a page of this machine alone */
  constructor(limits: FloodLimits | undefined, clock: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** @throws HttpProblem 429 */
  expectRequest(network: string): void {
    if (this.#limits) this.#take(`r ${network}`, this.#limits.requestsPerMinute);
  }

  /** @throws HttpProblem 429 for one newcomer too many */
  expectVisitor(network: string, visitor: string): void {
    if (!this.#limits) return;
    if (!this.#seen.has(visitor)) this.#take(`n ${network}`, this.#limits.newcomersPerMinute);
    remember(this.#seen, visitor, true);
  }

  /** @throws HttpProblem 429 for one stream too many. @returns to be called when it has ended */
  openStream(network: string): () => void {
    const open = this.#streams.get(network) ?? 0;
    if (this.#limits && open >= this.#limits.streams)
      throw new HttpProblem(429, 'too-many-requests');
    this.#streams.set(network, open + 1);
    return () => {
      const left = (this.#streams.get(network) ?? 1) - 1;
      if (left > 0) this.#streams.set(network, left);
      else this.#streams.delete(network);
    };
  }

  #take(key: string, perMinute: number): void {
    const now = this.#clock();
    const next = Math.max(this.#whole.get(key) ?? now, now) + MINUTE_MS / perMinute;
    if (next - now > MINUTE_MS) throw new HttpProblem(429, 'too-many-requests');
    remember(this.#whole, key, next);
  }
}

function remember<Value>(memory: Map<string, Value>, key: string, value: Value): void {
  memory.delete(key);
  memory.set(key, value);
  const [oldest] = memory.keys();
  if (memory.size > MOST_REMEMBERED && oldest !== undefined) memory.delete(oldest);
}
