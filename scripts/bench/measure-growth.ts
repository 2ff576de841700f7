import { readFile } from 'node:fs/promises';
import { withProduct } from './product.js';
import { percentile, round } from './statistics.js';

const PEOPLE = 8;

/** Memory of the main process, of so many pulls by eight people at once, at each tenth of them. */
export function measureGrowth(model: string | undefined, pulls: number) {
  return withProduct(model, async (product) => {
    await product.pull(0);
    const rssMb: number[] = [];
    const latencies: number[] = [];
    for (let tenth = 0; tenth < 10; tenth += 1) {
      let left = pulls / 10;
      const askOn = async (person: number): Promise<void> => {
        while (left > 0) {
          left -= 1;
          const began = performance.now();
          await product.pull(person);
          latencies.push(performance.now() - began);
        }
      };
      await Promise.all(Array.from({ length: PEOPLE }, (_, at) => askOn(at)));
      rssMb.push(await residentMb(product.pid));
    }
    return {
      pulls,
      people: PEOPLE,
      rssMb,
      p50Ms: round(percentile(latencies, 0.5)),
      p95Ms: round(percentile(latencies, 0.95)),
    };
  });
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
