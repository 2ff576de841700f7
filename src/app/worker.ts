import { inferenceSettings, queueSettings } from '../config/parts.js';
import type { Settings } from '../config/env.js';
import { ConfigError } from '../errors/app-error.js';
import { createGenerators } from '../inference/create-generator.js';
import { RoutingGenerator } from '../inference/routing-generator.js';
import { QueueWorker } from '../inference/queue/queue-worker.js';
import { openOperations } from './operations/open-operations.js';
import { openProgram } from './program.js';

/** Draws for the front ends of other machines: takes what they put on the queue at QUEUE_URL. */

const { settings, log, stops, run } = openProgram([['operations'], ['inference'], ['queue']], {
  name: 'worker',
  check: queueOf,
  // Longer than any picture takes; what it cannot finish another worker draws.
  stopWithinMs: 25_000,
});
const { metrics, readiness, listen } = openOperations(settings, log);
run(() => start(settings));

async function start(chosen: Settings): Promise<void> {
  stops.set('operations', await listen());
  for (const part of ['workers', 'queue']) readiness.add(part, () => 'not open yet');
  const queue = queueOf(chosen);
  // Whoever puts work on the queue bounds it; what was let in there is never refused here.
  const pool = { maxWaiting: Infinity, maxWaitingOfPerson: Infinity };
  const { own, others } = await createGenerators({
    settings: { ...inferenceSettings(chosen), pool },
    log,
    onBatch: metrics?.noteBatch.bind(metrics),
  });
  const generator = new RoutingGenerator(own, others);
  readiness.add('workers', () => generator.health().problem);
  metrics?.watchGenerator(() => generator.health());
  stops.set('inference', () => generator.close());
  // One more than it draws at once, so that no picture waits for the next job to arrive.
  const concurrency = own.capacity + 1;
  const worker = new QueueWorker({ url: queue.url, generator: own, concurrency, log });
  const beside = others.map(
    (each) => new QueueWorker({ url: queue.url, generator: each, concurrency: 2, log }),
  );
  const workers = [worker, ...beside];
  stops.set('queue', async () => void (await Promise.all(workers.map((each) => each.close()))));
  await Promise.all(workers.map((each) => each.start()));
  readiness.add('queue', () => worker.problem());
  const { id: model, version } = own.manifest;
  log.info({ model, version, concurrency }, `ready: drawing ${model} ${version} for the queue`);
}

function queueOf(chosen: Settings): NonNullable<ReturnType<typeof queueSettings>> {
  const queue = queueSettings(chosen);
  if (queue !== undefined) return queue;
  throw new ConfigError(
    'config-invalid',
    'QUEUE_URL is not set: expected the address where the front ends put their pulls, such as ' +
      'redis://:password@10.0.0.5:6379 (docs/operating.md)',
  );
}
