import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { withProduct, type Product } from './product.js';
import { round } from './statistics.js';

const PEOPLE = 8;
const PULLS_OF_EACH = 4;
const SAMPLE_MS = 200;

/**
 * Eight people pull from the page of a program of their own: time from start to the first face, and
 * peak memory of the program with its workers.
 */
export function measureProduct(model: string | undefined) {
  return withProduct(model, async (product) => {
    const readyMs = product.sinceStartMs();
    await product.pull(0);
    const firstFaceMs = product.sinceStartMs();
    const people = Array.from({ length: PEOPLE }, (_, at) => pullOften(product, at));
    const memory = await watchMemory(product.pid, Promise.all(people));
    return { readyMs, firstFaceMs, ...memory };
  });
}

async function pullOften(product: Product, person: number): Promise<void> {
  for (let at = 0; at < PULLS_OF_EACH; at += 1) await product.pull(person);
  await product.pull(person, 10);
}

interface Memory {
  readonly processes: number;
  /** The sum of the processes' own peaks; pages that they share count once for each of them. */
  readonly peakRssMb: number;
  readonly peaksMb: readonly number[];
  /** The highest sum that was seen, shared pages counted once. */
  readonly peakPssMb: number;
}

/** Watches the program and its workers while some work lasts. */
async function watchMemory(pid: number, work: Promise<unknown>): Promise<Memory> {
  const done = work.then(() => true);
  let peakPssMb = 0;
  do {
    peakPssMb = Math.max(peakPssMb, await readSum(pid));
  } while (!(await Promise.race([sleep(SAMPLE_MS, false), done])));
  const pids = [pid, ...(await childrenOf(pid))];
  const peaks = await Promise.all(pids.map((one) => readMegabytes(one, 'status', 'VmHWM')));
  return {
    processes: pids.length,
    peakRssMb: round(sum(peaks)),
    peaksMb: peaks.map(Math.round),
    peakPssMb: round(peakPssMb),
  };
}

async function readSum(pid: number): Promise<number> {
  const pids = [pid, ...(await childrenOf(pid))];
  return sum(await Promise.all(pids.map((one) => readMegabytes(one, 'smaps_rollup', 'Pss'))));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Linux only; elsewhere nothing is found and memory reads as 0. */
async function readMegabytes(pid: number, file: string, field: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? '0';
  return Number(kilobytes) / 1024;
}

async function childrenOf(pid: number): Promise<number[]> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}
