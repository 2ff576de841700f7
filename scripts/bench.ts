/**
 * Measures how fast pictures, dragged frames and pages of favourites come, as JSON lines:
 * npm run -s bench [-- --quick]
 * Draws with the installed model, or with the tests' tiny one where there is none, and says which.
 */
import { parseArgs } from 'node:util';
import { loadSettings } from '../src/config/env.js';
import { inferenceSettings } from '../src/config/parts.js';
import { createGenerator } from '../src/inference/create-generator.js';
import { listModelFolders } from '../src/inference/model-folder.js';
import { createPuller } from './bench/puller.js';
import { measureFavorites } from './bench/measure-favorites.js';
import { measureFrames } from './bench/measure-frames.js';
import { measureParsing } from './bench/measure-parsing.js';
import { measureGrowth } from './bench/measure-growth.js';
import { measureQueue } from './bench/measure-queue.js';
import { measureProduct } from './bench/measure-product.js';
import { measureLatency, measureThroughput } from './bench/measure-pulls.js';

const TINY_MODEL = 'tests/fixtures/tiny-model';
/** Compiled, as in production; this script's own sources run under tsx. */
const WORKER = new URL('../dist/inference/pool/worker-main.js', import.meta.url);

const ABOUT = `Measures how fast pictures, dragged frames and pages of favourites come, as JSON lines.

Usage:
  npm run -s bench [-- --quick]
  npm run -s bench -- --queue redis://127.0.0.1:6379    one, two and four worker programs, and none
  npm run -s bench -- --growth 10000                    memory over so many pulls

Options:
  --quick  a tenth of the pulls: sooner, and less certain
  --help   this text`;

const { values } = parseArgs({
  options: {
    queue: { type: 'string' },
    growth: { type: 'string' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  print(ABOUT);
  process.exit(0);
}
const factor = values.quick ? 0.1 : 1;
const times = (count: number): number => Math.max(2, Math.round(count * factor));

const configured = inferenceSettings(loadSettings());
const installed = await listModelFolders(configured.modelsFolder);
const settings = installed.length > 0 ? configured : { ...configured, model: TINY_MODEL };

if (values.growth !== undefined) {
  print({
    measure: 'growth',
    ...(await measureGrowth(settings.model, Number(values.growth))),
  });
  process.exit(0);
}
if (values.queue !== undefined) {
  // 0: this process draws with one worker, by no queue.
  for (const programs of [0, 1, 2, 4]) {
    const bench = { url: values.queue, settings, pulls: times(100), programs, worker: WORKER };
    print({ measure: 'queue', ...(await measureQueue(bench)) });
  }
  process.exit(0);
}
print({ measure: 'parsing', ...measureParsing(times(20_000)) });
print({ measure: 'product', ...(await measureProduct(settings.model)) });
print({ measure: 'dragged frames', ...(await measureFrames(settings.model, times(200))) });

const log = { info: () => undefined, warn: console.error, error: console.error };
const generator = await createGenerator({ settings, log, workerEntry: { url: WORKER } });
try {
  const { id, version } = generator.manifest;
  print({
    measure: 'setup',
    model: id,
    version,
    workers: generator.pids.length,
    quick: values.quick,
  });
  const puller = createPuller(generator);
  await measureLatency(puller, { count: 1, pulls: times(20) });
  print({ measure: 'pull', ...(await measureLatency(puller, { count: 1, pulls: times(100) })) });
  print({
    measure: 'ten-pull',
    ...(await measureLatency(puller, { count: 10, pulls: times(20) })),
  });
  const frames = await measureLatency(puller, { count: 1, pulls: times(100), sizePx: 64 });
  print({ measure: 'frame at 64x64', ...frames });
  for (const people of [1, 8, 64]) {
    const pictures = times(Math.max(100, people * 4));
    print({ measure: 'throughput', ...(await measureThroughput(puller, { people, pictures })) });
  }
  const many = { favorites: 1000, calls: times(30) };
  print({ measure: 'first page of favourites', ...(await measureFavorites(generator, many)) });
} finally {
  await generator.close();
}

function print(line: object | string): void {
  process.stdout.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
}
