import type { InferenceSettings } from '../create-generator.js';
import type { InferenceLog } from '../inference-log.js';
import { LazyGenerator } from '../lazy-generator.js';
import { findModelFolder, loadModel, loadModels } from '../model-folder.js';
import type { WatchedGenerator } from '../portrait-generator.js';
import { RoutingGenerator } from '../routing-generator.js';
import { JobBoard } from './job-board.js';
import { queueNameOf } from './job-data.js';
import { createQueueStore } from './queue-store.js';
import { QueuedGenerator, type QueueSettings } from './queued-generator.js';

/** The queue's address and the client's behaviour; omitted values take the pool's own bounds. */
export interface CreateQueuedGeneratorOptions {
  /** redis://, rediss:// or postgresql:// */
  readonly url: string;
  /** Which model's pictures to ask for; its folder is read for the manifest alone. */
  readonly model: Pick<InferenceSettings, 'modelsFolder' | 'model'>;
  readonly settings?: Partial<QueueSettings>;
  readonly log: InferenceLog;
}

const DEFAULTS: QueueSettings = {
  maxWaiting: 512,
  maxWaitingOfPerson: 64,
  silenceMs: 60_000,
  lookAfterMs: 3_000,
  drainMs: 10_000,
};

/**
 * The queue of the model of new faces, and those of the models installed beside it, each of which is connected
 * to when a face of its own is drawn.
 * @throws what {@link createQueuedGenerator} throws about the first
 */
export async function createQueuedGenerators(
  options: CreateQueuedGeneratorOptions,
): Promise<WatchedGenerator> {
  const { model, log } = options;
  const [installed, ...beside] = await loadModels(model, log);
  const open = (folder: string): Promise<WatchedGenerator> =>
    createQueuedGenerator({ ...options, model: { ...model, model: folder } });
  const own = await open(installed.folder);
  const others = beside.map(
    ({ manifest, folder }) => new LazyGenerator({ manifest, open: () => open(folder) }),
  );
  return new RoutingGenerator(own, others);
}

/**
 * Connects to the queue. Whether any worker is there shows only when something is drawn.
 * @throws ModelLoadError when the model folder is not as it should be; InferenceError
 * `worker-not-started` when the queue does not answer
 */
export async function createQueuedGenerator(
  options: CreateQueuedGeneratorOptions,
): Promise<WatchedGenerator> {
  const { url, model, settings, log } = options;
  const folder = await findModelFolder(model.modelsFolder, model.model);
  const { manifest } = await loadModel(folder);
  const name = queueNameOf(manifest);
  const board = new JobBoard(createQueueStore(url), name, log);
  const generator = new QueuedGenerator(manifest, board, {
    settings: { ...DEFAULTS, ...settings },
    log,
  });
  try {
    await board.start(generator);
  } catch (error) {
    await generator.close();
    throw error;
  }
  const fields = { model: manifest.id, version: manifest.version, queue: name };
  log.info(fields, `drawing on the workers of queue ${name}`);
  return generator;
}
