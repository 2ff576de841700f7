import { deserialize, serialize } from 'node:v8';
import type { Socket } from 'node:net';
import type { WireError } from '../../errors/wire-error.js';
import type { ModelManifest } from '../manifest.js';
import type {
  ComposedPicture,
  Composition,
  DrawOptions,
  DrawProgress,
  FaceReading,
  PixelPicture,
  Recipe,
} from '../portrait-generator.js';

/** Options without what cannot travel; progress and cancellation have messages of their own. */
export type SentOptions = Omit<DrawOptions, 'signal' | 'onProgress'>;

/** Messages from the client process. */
export type RequestMessage =
  | { type: 'draw'; id: number; recipes: readonly Recipe[]; options: SentOptions }
  | {
      type: 'compose';
      id: number;
      composition: Composition;
      recipes: readonly Recipe[];
      options: SentOptions;
    }
  | { type: 'read'; id: number; picture: PixelPicture; options: SentOptions }
  | { type: 'cancel'; id: number };

/** The manifests of the model of new faces and of those beside it. */
export interface InstalledModels {
  readonly manifest: ModelManifest;
  readonly others: readonly ModelManifest[];
}

/** Messages from the host process. The models come first, unprompted. */
export type ResponseMessage =
  | ({ type: 'models' } & InstalledModels)
  | { type: 'progress'; id: number; progress: DrawProgress }
  | { type: 'drawn'; id: number; pictures: readonly Uint8Array[] }
  | { type: 'composed'; id: number; composed: ComposedPicture }
  | { type: 'read'; id: number; reading: FaceReading }
  | { type: 'failed'; id: number; error: WireError };

const headerBytes = 4;

/** One frame: the length of what follows, then the message as V8 serialises it. */
export function sendMessage(socket: Socket, message: RequestMessage | ResponseMessage): void {
  if (socket.destroyed) return;
  const body = serialize(message);
  const header = Buffer.allocUnsafe(headerBytes);
  header.writeUInt32BE(body.length);
  socket.write(Buffer.concat([header, body]));
}

/** Calls `receive` for every frame, however the bytes arrive. Both ends are of one build. */
export function receiveMessages<Message>(
  socket: Socket,
  receive: (message: Message) => void,
): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= headerBytes) {
      const end = headerBytes + rest.readUInt32BE();
      if (rest.length < end) return;
      const message = deserialize(rest.subarray(headerBytes, end)) as Message;
      rest = rest.subarray(end);
      receive(message);
    }
  });
}
