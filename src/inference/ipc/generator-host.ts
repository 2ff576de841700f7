import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
  #folder: string | undefined;

  constructor(generator: PortraitGenerator, log: InferenceLog) {
    this.#generator = generator;
    this.#log = log;
    this.#server = createServer((socket) => {
      this.#serve(socket);
    });
  }

  /**
   * Resolves with the address when others can connect: the path of a Unix socket in a folder of its
   * own, which nobody else may enter, or on Windows a named pipe. Rejects where there can be neither.
   */
  async listen(): Promise<string> {
    const address = await this.#createAddress();
    try {
      await new Promise<void>((resolve, reject) => {
        this.#server.once('error', reject);
        this.#server.listen(address, resolve);
      });
    } catch (error) {
      await this.#removeFolder();
      throw error;
    }
    return address;
  }

  /** Breaks off all connections, which aborts what they wait for. The generator stays open: it is its owner's. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
    await this.#removeFolder();
  }

  /** A socket could be opened by anybody from its creation until its mode is changed; a new folder cannot. */
  async #createAddress(): Promise<string> {
    if (process.platform === 'win32') return String.raw`\\.\pipe\mugen-${randomUUID()}`;
    this.#folder = await mkdtemp(path.join(tmpdir(), 'mugen-'));
    return path.join(this.#folder, 'generator.sock');
  }

  async #removeFolder(): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
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
    const { manifest, others } = this.#generator;
    sendMessage(socket, { type: 'models', manifest, others });
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
    const { id } = message;
    if (message.type === 'read') {
      return { type: 'read', id, reading: await this.#generator.read(message.picture, options) };
    }
    const { recipes } = message;
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
