import { randomBytes } from 'node:crypto';
import type { WireChannelEvent, WireEvent } from '../wire.js';
import type { EventStream } from './http/event-stream.js';

/** A page's one stream, over which the events of all its runs come. */
export interface Channel {
  /** Begins a run; aborted by {@link Channels.cancel} and when the page goes away. */
  begin(run: number): {
    readonly signal: AbortSignal;
    /** Sends an event of this run. */
    readonly send: (event: WireEvent) => void;
  };
  /** Ends a run; does nothing for an unknown one. */
  end(run: number): void;
}

/**
 * The open streams of all pages. A browser gives a site six connections at once: a page with more runs
 * than that would wait for itself.
 */
export class Channels {
  readonly #channels = new Map<string, PageChannel>();

  /** Until `gone` is aborted; its runs end with it. The id is the visitor's alone. */
  open(visitor: string, stream: EventStream<WireChannelEvent>, gone: AbortSignal): void {
    const id = randomBytes(16).toString('base64url');
    const channel = new PageChannel(visitor, stream);
    this.#channels.set(id, channel);
    gone.addEventListener('abort', () => {
      this.#channels.delete(id);
      channel.close();
    });
    stream.send({ channel: id });
  }

  /** Undefined: closed, or somebody else's. */
  find(visitor: string, id: string): Channel | undefined {
    const channel = this.#channels.get(id);
    return channel?.visitor === visitor ? channel : undefined;
  }

  /** Harmless where the run has ended. */
  cancel(visitor: string, id: string, run: number): void {
    const channel = this.#channels.get(id);
    if (channel?.visitor === visitor) channel.cancel(run);
  }
}

class PageChannel implements Channel {
  readonly visitor: string;
  readonly #stream: EventStream<WireChannelEvent>;
  readonly #runs = new Map<number, AbortController>();
  #isClosing = false;

  constructor(visitor: string, stream: EventStream<WireChannelEvent>) {
    this.visitor = visitor;
    this.#stream = stream;
  }

  begin(run: number): { readonly signal: AbortSignal; readonly send: (event: WireEvent) => void } {
    const abort = new AbortController();
    this.#runs.set(run, abort);
    return { signal: abort.signal, send: (event) => this.#stream.send({ run, event }) };
  }

  end(run: number): void {
    this.#runs.delete(run);
    if (this.#isClosing && this.#runs.size === 0) this.#stream.end();
  }

  cancel(run: number): void {
    this.#runs.get(run)?.abort();
  }

  /** Ends the stream after the last run has said how it ended. */
  close(): void {
    this.#isClosing = true;
    if (this.#runs.size === 0) this.#stream.end();
    for (const abort of this.#runs.values()) abort.abort();
  }
}
