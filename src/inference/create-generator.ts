import { ConfigError } from '../errors/app-error.js';
import type { InferenceLog } from './inference-log.js';
import { LazyGenerator } from './lazy-generator.js';
import { LocalGenerator } from './local-generator.js';
import {
  findModelFolder,
  loadModel,
  loadModels,
  verifyModelFiles,
  type InstalledModel,
} from './model-folder.js';
import type { ReadyMessage } from './pool/worker-messages.js';
import { WorkerPool, type DrawnBatch, type PoolSettings } from './pool/worker-pool.js';
import { WorkerProcess, type WorkerEntry } from './pool/worker-process.js';
import type { RuntimeSettings } from './runtime/runtime.js';
import { countWorkersFor } from './worker-count.js';

/** Settings of the generator; {@link createGenerator} chooses those left out. */
export interface InferenceSettings {
  /** Absolute, or relative to the working directory. */
  readonly modelsFolder: string;
  /** A model's id or path; undefined: the first in the folder. */
  readonly model?: string | undefined;
  /** undefined: `onnx`. */
  readonly runtime?: RuntimeSettings['runtime'];
  /** undefined: `auto`. */
  readonly device?: RuntimeSettings['device'];
  /** undefined: one per GPU, or one per CPU core. */
  readonly workers?: number | undefined;
  /** CPU threads of one worker; undefined: 1. */
  readonly threads?: number | undefined;
  readonly pool?: Partial<PoolSettings>;
}

/** Settings and what the program lends; whoever creates the generator closes it. */
export interface CreateGeneratorOptions {
  readonly settings: InferenceSettings;
  readonly log: InferenceLog;
  /** The script that workers run; undefined: this build's own. */
  readonly workerEntry?: WorkerEntry;
  /** Told of each batch that was drawn, for measuring; must not throw. */
  readonly onBatch?: ((batch: DrawnBatch) => void) | undefined;
}

const POOL_DEFAULTS: PoolSettings = {
  maxWaiting: 512,
  maxWaitingOfPerson: 64,
  batchSize: 16,
  batchWaitMs: 4,
  taskTimeoutMs: 60_000,
  drainMs: 10_000,
};

/**
 * The model of new faces, with its workers, and those installed beside it, each of which starts one worker
 * when a face of its own is drawn.
 * @throws what {@link createGenerator} throws about the first
 */
export async function createGenerators(
  options: CreateGeneratorOptions,
): Promise<{ readonly own: LocalGenerator; readonly others: readonly LazyGenerator[] }> {
  const { settings, log } = options;
  const [installed, ...beside] = await loadModels(settings, log);
  const own = await createGenerator({
    ...options,
    settings: { ...settings, model: installed.folder },
  });
  const others = beside.map(({ manifest, folder }) => {
    const single: InferenceSettings = { ...settings, model: folder, workers: 1 };
    const open = () => createGenerator({ ...options, settings: single });
    return new LazyGenerator({ manifest, open });
  });
  return { own, others };
}

/**
 * Loads the model and starts the workers that draw with it.
 * @returns when the first worker has drawn a picture and the files' hashes fit; the others start meanwhile
 * @throws ModelLoadError when the model or the device is not as it should be; ConfigError
 * `config-invalid` for counts below 1
 */
export async function createGenerator(options: CreateGeneratorOptions): Promise<LocalGenerator> {
  const { settings, log } = options;
  expectCount('workers', settings.workers);
  expectCount('threads', settings.threads);
  const started = performance.now();
  const folder = await findModelFolder(settings.modelsFolder, settings.model);
  const installed = await loadModel(folder);
  const pool = createPool(installed, options);
  try {
    // Beside each other: hashing costs what reading the files does, starting a worker more.
    const [first] = await Promise.all([pool.start(), verifyModelFiles(installed)]);
    logReady(log, installed, { first, ms: performance.now() - started });
  } catch (error) {
    await pool.close();
    throw error;
  }
  return new LocalGenerator(installed.manifest, pool, log);
}

function createPool(installed: InstalledModel, options: CreateGeneratorOptions): WorkerPool {
  const { settings, log, onBatch, workerEntry = ownWorkerEntry() } = options;
  return new WorkerPool({
    settings: { ...POOL_DEFAULTS, ...settings.pool },
    log,
    onBatch,
    countWorkers: ({ isGpu }) => settings.workers ?? countWorkersFor(isGpu),
    startWorker: (index, first) =>
      new WorkerProcess(workerEntry, {
        installed,
        settings: {
          runtime: settings.runtime ?? 'onnx',
          device: first ? deviceOf(first) : (settings.device ?? 'auto'),
          threads: settings.threads ?? 1,
          gpuIndex: first?.isGpu ? index : 0,
        },
      }),
  });
}

/** The first worker has found out what works here; the others need not try again what does not. */
function deviceOf({ runtime }: ReadyMessage): RuntimeSettings['device'] {
  const device = runtime.split('/')[1];
  return device === 'cuda' || device === 'webgpu' || device === 'cpu' ? device : 'auto';
}

/** Beside this file: compiled in dist/, or as source when this runs under tsx or Vitest. */
function ownWorkerEntry(): WorkerEntry {
  const isSource = import.meta.url.endsWith('.ts');
  return isSource
    ? {
        url: new URL('./pool/worker-main.ts', import.meta.url),
        execArgv: ['--import', 'tsx'],
      }
    : { url: new URL('./pool/worker-main.js', import.meta.url) };
}

function expectCount(name: string, value: number | undefined): void {
  if (value === undefined || (Number.isInteger(value) && value > 0)) return;
  throw new ConfigError(
    'config-invalid',
    `expected inference ${name} to be a whole number from 1, got ${value}; correct the setting`,
  );
}

function logReady(
  log: InferenceLog,
  { manifest }: InstalledModel,
  { first, ms }: { first: ReadyMessage; ms: number },
): void {
  const passedOver = first.skipped.map(({ device, reason }) => `${device}: ${reason}`);
  const fields = {
    model: manifest.id,
    version: manifest.version,
    runtime: first.runtime,
    ms: Math.round(ms),
    ...(passedOver.length > 0 ? { passedOver } : {}),
  };
  const not = first.skipped.map(({ device }) => device).join(' nor ');
  log.info(fields, `drawing on ${first.runtime}${not === '' ? '' : ` (not on ${not})`}`);
}
