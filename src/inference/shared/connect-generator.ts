import { InferenceError } from '../../errors/app-error.js';
import type { ModelManifest } from '../manifest.js';
import type {
  ComposedPicture,
  Composition,
  DrawOptions,
  PortraitGenerator,
  Recipe,
} from '../portrait-generator.js';
import type { SentOptions } from './generator-messages.js';
import { HostConnection } from './host-connection.js';

/**
 * Draws with the workers of another process of this machine. Closing it breaks off the connection only:
 * what waits fails with InferenceError `worker-died`, and the workers go on.
 *
 * @param address where that process' `GeneratorHost` listens
 * @throws InferenceError `worker-not-started` when nobody listens there, or the host leaves before it answers
 */
export async function connectGenerator(address: string): Promise<PortraitGenerator> {
  const connection = new HostConnection(address);
  return new HostedGenerator(connection, await connection.greeting);
}

class HostedGenerator implements PortraitGenerator {
  readonly manifest: ModelManifest;
  readonly #connection: HostConnection;

  constructor(connection: HostConnection, manifest: ModelManifest) {
    this.#connection = connection;
    this.manifest = manifest;
  }

  async draw(recipes: readonly Recipe[], options: DrawOptions): Promise<readonly Uint8Array[]> {
    const request = { type: 'draw', recipes, options: toSent(options) } as const;
    const answer = await this.#connection.ask(request, options);
    if (answer.type === 'drawn') return answer.pictures;
    throw new InferenceError('inference-failed', 'expected pictures, got a composed one');
  }

  async compose(
    composition: Composition,
    recipes: readonly Recipe[],
    options: DrawOptions,
  ): Promise<ComposedPicture> {
    const request = { type: 'compose', composition, recipes, options: toSent(options) } as const;
    const answer = await this.#connection.ask(request, options);
    if (answer.type === 'composed') return answer.composed;
    throw new InferenceError('inference-failed', 'expected a composed picture, got single ones');
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

function toSent({ sizePx, format, person }: DrawOptions): SentOptions {
  return { sizePx, format, person };
}
