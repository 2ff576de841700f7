import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { runProgram, type Running } from '../../support/run-program.js';
import { TelegramStandin } from '../../support/telegram-standin/telegram-standin.js';

/** The program itself, in a process of its own that gets no chance to say goodbye. */
export class ProgramStage {
  standin!: TelegramStandin;
  #folder!: string;
  #running: Running | undefined;

  async open(): Promise<void> {
    this.#folder = mkdtempSync(join(tmpdir(), 'mugen-program-'));
    this.standin = await TelegramStandin.start();
  }

  /** Starts the next process, on the same database. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#running = runProgram('src/app/main.ts', [], {
      env: {
        PORT: '0',
        DATABASE_URL: `file:${join(this.#folder, 'mugen.db')}`,
        TELEGRAM_TOKEN: this.standin.token,
        TELEGRAM_API_ROOT: this.standin.apiRoot,
        ...env,
      },
    });
    await this.#running.until('telegram: connected');
  }

  async kill(): Promise<void> {
    this.#running?.child.kill('SIGKILL');
    await this.#running?.ended;
  }

  /** Ended by somebody who does not wait for it to stop in order. */
  async tellTwice(): Promise<void> {
    const { child, until, ended } = this.#running!;
    child.kill('SIGTERM');
    await until('"stopping"');
    // The same signal may come twice at once, which is one.
    const again = setInterval(() => child.kill('SIGTERM'), 500);
    await ended;
    clearInterval(again);
  }

  async close(): Promise<void> {
    await this.kill();
    await this.standin.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** For a `describe`: a fresh database and Telegram before each test. */
export function useProgram(): ProgramStage {
  const stage = new ProgramStage();
  beforeEach(() => stage.open());
  afterEach(() => stage.close());
  return stage;
}
