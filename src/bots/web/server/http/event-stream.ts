import type { ServerResponse } from 'node:http';
import type { WireEvent } from '../../wire.js';

const HEARTBEAT_MS = 15_000;

/** Server-sent events on one response; what is sent after the visitor went away is dropped. */
export class EventStream<Event = WireEvent> {
  readonly #response: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(response: ServerResponse) {
    this.#response = response;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    // A comment now and then, so that nothing on the way takes a long wait for a dead connection.
    this.#heartbeat = setInterval(() => this.#write(':\n\n'), HEARTBEAT_MS);
    this.#heartbeat.unref();
    response.once('close', () => clearInterval(this.#heartbeat));
  }

  /** Writes an event at once; one event is one `data:` line of JSON. */
  send(event: Event): void {
    this.#write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** Closes the response; harmless to repeat. */
  end(): void {
    clearInterval(this.#heartbeat);
    if (!this.#response.writableEnded) this.#response.end();
  }

  #write(text: string): void {
    if (!this.#response.writableEnded && !this.#response.destroyed) this.#response.write(text);
  }
}
