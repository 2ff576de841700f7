import { Agent, type RequestOptions } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * Connections of which it is known soon when they cannot be made: nothing has been sent then, so
 * sending again is safe. Without it a request that never left looks like one without an answer.
 */
export class ConnectTimeoutAgent extends Agent {
  readonly #patienceMs: number;

  constructor(patienceMs = 10_000) {
    super({ keepAlive: true, keepAliveMsecs: 10_000 });
    this.#patienceMs = patienceMs;
  }

  /** As the agent of Node; the socket fails with `ENOTCONN` where TLS does not stand in time. */
  override createConnection(
    options: RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const socket = super.createConnection(options, callback) as Socket;
    const giveUp = (): void => {
      const error = new Error(`not connected within ${this.#patienceMs} ms`);
      socket.destroy(Object.assign(error, { code: 'ENOTCONN' }));
    };
    const timer = setTimeout(giveUp, this.#patienceMs);
    for (const event of ['secureConnect', 'close']) socket.once(event, () => clearTimeout(timer));
    return socket;
  }
}
