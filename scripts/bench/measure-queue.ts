import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createGenerator, type InferenceSettings } from '../../src/inference/create-generator.js';
import type { PortraitGenerator } from '../../src/inference/portrait-generator.js';
import { createQueuedGenerator } from '../../src/inference/queue/create-queued-generator.js';
import { createPuller } from './puller.js';
import { measureLatency, measureThroughput } from './measure-pulls.js';

const WORKER = 'dist/app/worker.js';

/** A queue to draw over, and how much. */
export interface QueueBench {
  /** redis:// or postgresql:// */
  readonly url: string;
  readonly settings: InferenceSettings;
  readonly pulls: number;
  /** Programs that draw, each with one worker process. */
  readonly programs: number;
  /** The compiled script of a worker process. */
  readonly worker: URL;
}

/** One person's pulls, and those of 16 people, over a queue on worker programs of their own. */
export async function measureQueue({ url, settings, pulls, programs, worker }: QueueBench) {
  const workers = await Promise.all(Array.from({ length: programs }, () => startWorker(url)));
  const log = { info: () => undefined, warn: console.error, error: console.error };
  const generator: PortraitGenerator =
    programs === 0
      ? await createGenerator({
          settings: { ...settings, workers: 1 },
          log,
          workerEntry: { url: worker },
        })
      : await createQueuedGenerator({ url, model: settings, log });
  try {
    const puller = createPuller(generator);
    await measureLatency(puller, { count: 1, pulls: 5 });
    return {
      programs,
      pull: await measureLatency(puller, { count: 1, pulls }),
      throughput: await measureThroughput(puller, { people: 16, pictures: pulls * 2 }),
    };
  } finally {
    await generator.close();
    await Promise.all(workers.map((end) => end()));
  }
}

async function startWorker(url: string): Promise<() => Promise<void>> {
  const env = { ...process.env, QUEUE_URL: url, MUGEN_WORKERS: '1', MUGEN_LOG_LEVEL: 'info' };
  const program = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(program, 'exit');
  for await (const line of createInterface({ input: program.stdout })) {
    if (line.includes('ready: drawing')) break;
  }
  program.stdout.resume();
  return async () => {
    program.kill('SIGTERM');
    await ended;
  };
}
