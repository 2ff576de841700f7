import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { round } from './statistics.js';

const PEOPLE = 8;
const PULLS_OF_EACH = 4;
const SAMPLE_MS = 200;

/**
 * Starts the compiled program as `npm start` does, without bots and on a database of its own, and
 * has eight people pull from its page: time from start to the first face, and peak memory of the
 * program with its workers.
 */
export async function measureProduct(model: string | undefined) {
  const folder = await mkdtemp(path.join(tmpdir(), 'mugen-bench-'));
  const started = performance.now();
  const since = (): number => Math.round(performance.now() - started);
  const program = spawn(process.execPath, await startArguments(), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: `file:${path.join(folder, 'bench.db')}`,
      DISCORD_TOKEN: '',
      TELEGRAM_TOKEN: '',
      MUGEN_PERSON_PICTURES_PER_MINUTE: '100000',
      MUGEN_LOG_LEVEL: 'info',
      ...(model === undefined ? {} : { MUGEN_MODEL: model }),
    },
  });
  const ended = new Promise((resolve) => program.once('exit', resolve));
  try {
    const address = await readAddress(program);
    const readyMs = since();
    await pull(address, 0);
    const firstFaceMs = since();
    const people = Array.from({ length: PEOPLE }, (_, at) => pullOften(address, at));
    const memory = await watchMemory(program.pid ?? 0, Promise.all(people));
    return { readyMs, firstFaceMs, ...memory };
  } finally {
    program.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
  }
}

/** What `npm start` gives node, so that this measures that. */
async function startArguments(): Promise<string[]> {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return manifest.scripts.start.split(' ').slice(1);
}

/** From the log line that says that it is ready. */
async function readAddress(program: ChildProcess): Promise<string> {
  if (!program.stdout) throw new Error('expected the program to log to its standard output');
  const lines = createInterface({ input: program.stdout });
  for await (const line of lines) {
    const address = /"address":"([^"]+)"/.exec(line)?.[1];
    if (address !== undefined) {
      program.stdout.resume();
      return address;
    }
  }
  throw new Error('expected the program to get ready, it ended; run `npm start` to see why');
}

async function pullOften(address: string, person: number): Promise<void> {
  for (let at = 0; at < PULLS_OF_EACH; at += 1) await pull(address, person);
  await pull(address, person, 10);
}

async function pull(address: string, person: number, count = 1): Promise<void> {
  const response = await fetch(new URL('/api/do/pull', address), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `mugen=${String(person).padStart(32, '0')}`,
    },
    body: JSON.stringify({ wish: { description: 'blonde blue-eyes' }, count }),
  });
  const text = await response.text();
  if (response.ok && text.includes('"reply"')) return;
  throw new Error(`expected a face from the page, got ${response.status}: ${text.slice(0, 300)}`);
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
