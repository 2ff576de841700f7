import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compiled } from './compiled.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How a program ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program under way. Nobody else ends it: a test that does not see it end kills `child`. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Waits until standard output holds this. @throws when the program ends before */
  readonly until: (text: string) => Promise<string>;
}

/**
 * A program's environment: of the test's own environment only PATH is passed on.
 */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs one of the repository's programs, named by its source, with the tiny model. */
export function runProgram(
  script: string,
  args: readonly string[],
  { env = {}, input = '' }: RunOptions = {},
): Running {
  const { file, execArgv } = compiled(script);
  const child = spawn(process.execPath, [...execArgv, file, ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      MUGEN_MODELS: 'tests/fixtures',
      MUGEN_MODEL: 'tiny-model',
      INFERENCE_DEVICE: 'cpu',
      LANG: 'en_GB.UTF-8',
      ...env,
    },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  // A program that needs no input may be gone before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, ...said }));
  });
  const until = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (said.stdout.includes(text)) resolve(said.stdout);
      };
      child.stdout.on('data', check);
      child.on('close', () => reject(new Error(`ended without "${text}": ${said.stderr}`)));
      check();
    });
  return { child, ended, until };
}
