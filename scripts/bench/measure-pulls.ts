import type { Puller } from './puller.js';
import { percentile, round } from './statistics.js';

/** The texts to pull, and how often. */
export interface LatencyOptions {
  /** Pictures of one pull. */
  readonly count: number;
  /** Pulls to take the percentiles over. */
  readonly pulls: number;
  readonly sizePx?: 64 | 256;
}

/** One person, one pull after the other, from text to bytes. */
export async function measureLatency(puller: Puller, { pulls, ...options }: LatencyOptions) {
  const before = puller.costs();
  const latencies: number[] = [];
  for (let pull = 0; pull < pulls; pull += 1) {
    const started = performance.now();
    await puller.pull({ person: 'bench:one', ...options });
    latencies.push(performance.now() - started);
  }
  const whole = latencies.reduce((sum, latency) => sum + latency, 0);
  const after = puller.costs();
  return {
    pulls,
    p50Ms: round(percentile(latencies, 0.5)),
    p95Ms: round(percentile(latencies, 0.95)),
    // Of a single pull, in which nothing runs side by side.
    ...(options.count === 1
      ? { runtimeShare: round((after.runtimeMs - before.runtimeMs) / whole, 3) }
      : {}),
  };
}

/** Many people at once, each asking for the next picture when they have got the last. */
export async function measureThroughput(
  puller: Puller,
  { people, pictures }: { readonly people: number; readonly pictures: number },
) {
  let left = pictures;
  const started = performance.now();
  const askOn = async (person: string): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await puller.pull({ person, count: 1 });
    }
  };
  await Promise.all(Array.from({ length: people }, (_, at) => askOn(`bench:${at}`)));
  const seconds = (performance.now() - started) / 1000;
  return { people, pictures, picturesPerSecond: round(pictures / seconds) };
}
