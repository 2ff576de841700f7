import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Root of the repository, whose `dist/` `npm test` has built. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A command under way, with all that it has said. */
export interface Command {
  readonly child: ChildProcess;
  /** Both outputs so far. */
  readonly said: () => string;
  /** Waits until it has said this. @throws when it ends before */
  readonly until: (text: string) => Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** How a command is begun. */
export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Starts it in its own process group, so that a test can signal all of it. */
  readonly detached?: boolean;
}

/** Begins a command with a tiny model to draw with; of the test's environment only PATH and HOME go on. */
export function begin(
  file: string,
  args: readonly string[],
  { env = {}, cwd = ROOT, detached = false }: CommandOptions = {},
): Command {
  const { PATH, HOME } = process.env;
  const tiny = { MUGEN_MODELS: `${ROOT}tests/fixtures`, MUGEN_MODEL: 'tiny-model' };
  const child = spawn(file, args, {
    cwd,
    detached,
    env: {
      PATH,
      HOME,
      LANG: 'C.UTF-8',
      INFERENCE_DEVICE: 'cpu',
      MUGEN_WORKERS: '1',
      ...tiny,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }));
  let isOver = false;
  void ended.then(() => (isOver = true));
  const until = async (text: string): Promise<string> => {
    while (!said.includes(text)) {
      if (isOver) throw new Error(`ended without "${text}": ${said}`);
      await sleep(20);
    }
    return said;
  };
  return { child, said: () => said, until, ended };
}

/** Runs a command to its end. */
export async function finish(
  file: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { ended, said } = begin(file, args, options);
  const { code } = await ended;
  return { code, said: said() };
}

/** Runs a command that has to succeed. @throws with all that it said where it does not */
export async function succeed(
  file: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<string> {
  const { code, said } = await finish(file, args, options);
  if (code !== 0) throw new Error(`${[file, ...args].join(' ')} ended with ${code}:\n${said}`);
  return said;
}

/** True if a process with this id exists. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
