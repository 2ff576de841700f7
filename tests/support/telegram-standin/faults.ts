/** A fault that the stand-in injects instead of (or after) serving a request. */
export interface Fault {
  /** Method, or a pattern over methods. */
  readonly method: string | RegExp;
  readonly chatId?: number;
  /** How many requests it hits; 1 unless told. */
  readonly times?: number;
  readonly does:
    | {
        readonly kind: 'refuse';
        readonly status: number;
        readonly description: string;
        readonly retryAfterS?: number;
        readonly migrateTo?: number;
      }
    /** The request is never answered. */
    | { readonly kind: 'hang' }
    /** The request is served, but its answer is lost on the way. */
    | { readonly kind: 'lose-answer' }
    /** A gateway's HTML page instead of JSON. */
    | { readonly kind: 'bad-gateway' };
}

/** Faults in the order they were asked for; each hits a set number of requests. */
export class Faults {
  readonly #queue: { fault: Fault; left: number }[] = [];

  /** Puts a fault in store, behind those already there. */
  add(fault: Fault): void {
    this.#queue.push({ fault, left: fault.times ?? 1 });
  }

  /** Forgets what has not been played yet: requests are served as usual again. */
  clear(): void {
    this.#queue.length = 0;
  }

  /** The fault that hits this request, if any; it is used up by one. */
  take(method: string, chatId: number | undefined): Fault['does'] | undefined {
    const entry = this.#queue.find(
      ({ fault, left }) =>
        left > 0 &&
        (typeof fault.method === 'string' ? fault.method === method : fault.method.test(method)) &&
        (fault.chatId === undefined || fault.chatId === chatId),
    );
    if (entry === undefined) return undefined;
    entry.left -= 1;
    return entry.fault.does;
  }
}
