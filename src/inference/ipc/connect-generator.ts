import { currentRequest } from '../../errors/request-scope.js';
import { InferenceError } from '../../errors/app-error.js';
import { safeProgress } from '../safe-progress.js';
import type { InferenceLog } from '../inference-log.js';
import type { ModelManifest } from '../manifest.js';
import type {
  ComposedPicture,
  Composition,
  DrawOptions,
  FaceReading,
  PixelPicture,
  PortraitGenerator,
  ReadOptions,
  Recipe,
} from '../portrait-generator.js';
import type { InstalledModels, SentOptions } from './generator-messages.js';
import { HostConnection } from './host-connection.js';

const DEFAULT_DRAIN_MS = 10_000;

/** The other process's address, and how to follow and abort requests to it. */
export interface ConnectGeneratorOptions {
  /** The socket on which its `GeneratorHost` listens. */
  readonly address: string;
  readonly log: InferenceLog;
  /** How long closing lets waiting work finish; undefined: as long as the workers' own pool does. */
  readonly drainMs?: number;
}

/**
 * Draws with the workers of another process of this machine. Closing it ends the connection only: the
 * workers go on.
 * @throws InferenceError `worker-not-started` when nobody listens there, or the host leaves before it answers
 */
export async function connectGenerator(
  options: ConnectGeneratorOptions,
): Promise<PortraitGenerator> {
  const { address, log, drainMs = DEFAULT_DRAIN_MS } = options;
  const connection = new HostConnection({ address, drainMs });
  const { manifest, others } = await connection.greeting;
  return new HostedGenerator(connection, { manifest, others, log });
}

class HostedGenerator implements PortraitGenerator {
  readonly manifest: ModelManifest;
  readonly others: readonly ModelManifest[];
  readonly #connection: HostConnection;
  readonly #log: InferenceLog;

  constructor(
    connection: HostConnection,
    { manifest, others, log }: InstalledModels & { readonly log: InferenceLog },
  ) {
    this.#connection = connection;
    this.manifest = manifest;
    this.others = others;
    this.#log = log;
  }

  async draw(recipes: readonly Recipe[], options: DrawOptions): Promise<readonly Uint8Array[]> {
    const request = { type: 'draw', recipes, options: toSent(options) } as const;
    const answer = await this.#connection.ask(request, this.#harmless(options));
    if (answer.type === 'drawn') return answer.pictures;
    throw new InferenceError('inference-failed', 'expected pictures, got a composed one');
  }

  async compose(
    composition: Composition,
    recipes: readonly Recipe[],
    options: DrawOptions,
  ): Promise<ComposedPicture> {
    const request = { type: 'compose', composition, recipes, options: toSent(options) } as const;
    const answer = await this.#connection.ask(request, this.#harmless(options));
    if (answer.type === 'composed') return answer.composed;
    throw new InferenceError('inference-failed', 'expected a composed picture, got single ones');
  }

  async read(picture: PixelPicture, options: ReadOptions): Promise<FaceReading> {
    const all = { ...options, sizePx: 256, format: 'webp' } as const;
    const answer = await this.#connection.ask({ type: 'read', picture, options: toSent(all) }, all);
    if (answer.type === 'read') return answer.reading;
    throw new InferenceError('inference-failed', 'expected a reading, got pictures');
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  #harmless(options: DrawOptions): DrawOptions {
    const onProgress = safeProgress(options.onProgress, this.#log);
    return onProgress ? { ...options, onProgress } : options;
  }
}

function toSent({ sizePx, format, person }: DrawOptions): SentOptions {
  return { sizePx, format, person, event: currentRequest() };
}
