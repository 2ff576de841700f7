import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { toWireError } from '../../errors/wire-error.js';
import type { InferenceLog } from '../inference-log.js';
import type { DrawOptions, PortraitGenerator } from '../portrait-generator.js';
import {
  receiveMessages,
  sendMessage,
  type RequestMessage,
  type ResponseMessage,
  type SentOptions,
} from './generator-messages.js';

/**
 * Lets other processes of this machine draw with this one's workers, over a socket that only this
 * user can open: one pool, and one fair queue, for all of them.
 */
export class GeneratorHost {
  readonly #generator: PortraitGenerator;
  readonly #log: InferenceLog;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(generator: PortraitGenerator, log: InferenceLog) {
    this.#generator = generator;
    this.#log = log;
    this.#server = createServer((socket) => {
      this.#serve(socket);
    });
  }

  /**
   * Resolves when others can connect, rejects where the address cannot be used. The address is the path of
   * a Unix socket, which replaces what is there, or a named pipe (`\\.\pipe\…`) on Windows.
   */
  async listen(address: string): Promise<void> {
    const isPipe = address.startsWith('\\\\');
    if (!isPipe) rmSync(address, { force: true });
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(address, resolve);
    });
    if (!isPipe) chmodSync(address, 0o600);
  }

  /** Breaks off all connections, which aborts what they wait for. The generator stays open: it is its owner's. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    const underWay = new Map<number, AbortController>();
    this.#sockets.add(socket);
    socket.on('error', (error) => {
      this.#log.warn({ err: error }, 'a process that draws here broke off');
    });
    socket.on('close', () => {
      this.#sockets.delete(socket);
      for (const controller of underWay.values()) controller.abort();
    });
    sendMessage(socket, { type: 'manifest', manifest: this.#generator.manifest });
    receiveMessages<RequestMessage>(socket, (message) => {
      if (message.type === 'cancel') underWay.get(message.id)?.abort();
      else void this.#answer(socket, message, underWay);
    });
  }

  async #answer(
    socket: Socket,
    message: Exclude<RequestMessage, { type: 'cancel' }>,
    underWay: Map<number, AbortController>,
  ): Promise<void> {
    const { id } = message;
    const controller = new AbortController();
    underWay.set(id, controller);
    const options = this.#optionsOf(socket, message, controller.signal);
    const answer = await this.#draw(message, options).catch((error: unknown): ResponseMessage => ({
      type: 'failed',
      id,
      error: toWireError(error),
    }));
    underWay.delete(id);
    sendMessage(socket, answer);
  }

  async #draw(
    message: Exclude<RequestMessage, { type: 'cancel' }>,
    options: DrawOptions,
  ): Promise<ResponseMessage> {
    const { id, recipes } = message;
    if (message.type === 'draw') {
      return { type: 'drawn', id, pictures: await this.#generator.draw(recipes, options) };
    }
    const composed = await this.#generator.compose(message.composition, recipes, options);
    return { type: 'composed', id, composed };
  }

  #optionsOf(
    socket: Socket,
    { id, options }: { id: number; options: SentOptions },
    signal: AbortSignal,
  ): DrawOptions {
    return {
      ...options,
      signal,
      onProgress: (progress) => {
        sendMessage(socket, { type: 'progress', id, progress });
      },
    };
  }
}
