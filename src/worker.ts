import { pino } from 'pino';
import { loadSettings, type Settings } from './config/env.js';
import { inferenceSettings, queueSettings } from './config/parts.js';
import { AppError, ConfigError } from './errors/app-error.js';
import { createGenerator } from './inference/create-generator.js';
import { QueueWorker } from './inference/queue/queue-worker.js';

/** Draws for the front ends of other machines: takes what they put on the queue at QUEUE_URL. */

const settings = readSettings();
const log = pino({ level: settings.MUGEN_LOG_LEVEL }).child({ part: 'worker' });
/** In this order they depend on each other, so in reverse they are stopped. */
const stops: (() => Promise<void>)[] = [];
let isStopping = false;

process.on('SIGINT', () => void stop('SIGINT', 0));
process.on('SIGTERM', () => void stop('SIGTERM', 0));
process.on('unhandledRejection', (error) => fail(error, 'a fault that nothing caught'));
process.on('uncaughtException', (error) => fail(error, 'a fault that nothing caught'));

start(settings).catch((error: unknown) => fail(error, 'could not start'));

async function start(chosen: Settings): Promise<void> {
  const queue = queueSettings(chosen);
  if (queue === undefined) {
    throw new ConfigError(
      'config-invalid',
      'expected QUEUE_URL, where the front ends put their pulls',
    );
  }
  // Whoever puts work on the queue bounds it; what was let in there is never refused here.
  const pool = { maxWaiting: Infinity, maxWaitingOfPerson: Infinity };
  const generator = await createGenerator({
    settings: { ...inferenceSettings(chosen), pool },
    log,
  });
  stops.push(() => generator.close());
  // One more than it draws at once, so that no picture waits for the next job to arrive.
  const concurrency = generator.capacity + 1;
  const worker = new QueueWorker({ url: queue.url, generator, concurrency, log });
  stops.push(() => worker.close());
  await worker.start();
  const { id: model, version } = generator.manifest;
  log.info({ model, version, concurrency }, `ready: drawing ${model} ${version} for the queue`);
}

async function stop(reason: string, code: number): Promise<void> {
  if (isStopping) {
    log.warn({ reason }, 'told twice to stop: leaving at once');
    process.exit(1);
  }
  isStopping = true;
  log.info({ reason }, 'stopping: finishing what is being drawn');
  for (const end of stops.toReversed()) {
    // oxlint-disable-next-line no-await-in-loop
    await end().catch((error: unknown) => {
      log.error({ err: error }, 'did not stop cleanly');
    });
  }
  log.info({}, 'stopped');
  process.exit(code);
}

function fail(error: unknown, what: string): void {
  log.fatal({ err: error, ...(error instanceof AppError ? { code: error.code } : {}) }, what);
  if (!isStopping) void stop('fault', 1);
}

/** There is no log yet, and whoever starts the program reads its standard error. */
function readSettings(): Settings {
  try {
    return loadSettings();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
