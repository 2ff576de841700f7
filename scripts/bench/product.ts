import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The running program, asked as its page asks it. */
export interface Product {
  readonly pid: number;
  /** Whole milliseconds. */
  sinceStartMs(): number;
  /**
   * Posts JSON for one of the visitors, who are numbered from 0, and reads the answer to its end.
   * @throws when it is none
   */
  post(visitor: number, request: { readonly path: string; readonly body: object }): Promise<Buffer>;
  /** Pulls and gives the id of the first face. @throws when there is none */
  pull(visitor: number, count?: number): Promise<string>;
}

/**
 * Starts the compiled program as `npm start` does, without bots and on a database of its own, and
 * ends it after the errand.
 */
export async function withProduct<Result>(
  model: string | undefined,
  errand: (product: Product) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mugen-bench-'));
  const started = performance.now();
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
    const post = createPost(await readAddress(program));
    return await errand({
      pid: program.pid ?? 0,
      sinceStartMs: () => Math.round(performance.now() - started),
      post,
      pull: (visitor, count = 1) => pull(post, visitor, count),
    });
  } finally {
    program.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
  }
}

/** Node's options in `npm start`, so that the same is measured. */
async function startArguments(): Promise<string[]> {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return manifest.scripts.start.split('exec node ').at(-1)?.split(' ') ?? [];
}

/** Parsed from the log line that says "ready". */
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

function createPost(address: string): Product['post'] {
  return async (visitor, { path: where, body }) => {
    const response = await fetch(new URL(where, address), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: `mugen=${String(visitor).padStart(32, '0')}`,
      },
      body: JSON.stringify(body),
    });
    const answer = Buffer.from(await response.arrayBuffer());
    if (response.ok) return answer;
    throw new Error(`expected an answer from the page, got ${response.status}: ${start(answer)}`);
  };
}

async function pull(post: Product['post'], visitor: number, count: number): Promise<string> {
  const body = { prompt: { description: 'blonde blue-eyes' }, count };
  const answer = await post(visitor, { path: '/api/do/pull', body });
  const id = /"type":"reply".*?"portraits":\[\{"id":"([^"]+)"/.exec(answer.toString())?.[1];
  if (id !== undefined) return id;
  throw new Error(`expected a face from the page, got ${start(answer)}`);
}

function start(answer: Buffer): string {
  return answer.toString('utf8', 0, 300);
}
