import { setTimeout as sleep } from 'node:timers/promises';

/** Undefined while the part can do its work, else why not, in a few words. */
export type Check = () => Promise<string | undefined> | string | undefined;

/** Longer than a part that works needs, shorter than whoever asks waits. */
const PATIENCE_MS = 2000;

/** True if each part of the program can do its work. */
export class Readiness {
  readonly #checks = new Map<string, Check>();

  /** A part that is there; until it has begun, its check says so. */
  add(part: string, check: Check): void {
    this.#checks.set(part, check);
  }

  /** By part; undefined: ready. Never rejects, and never waits for long. */
  async check(): Promise<Readonly<Record<string, string | undefined>>> {
    const checks = [...this.#checks].map(async ([part, check]) => {
      const late = sleep(PATIENCE_MS, 'does not answer', { ref: false });
      const problem = await Promise.race([attempt(check), late]);
      return [part, problem] as const;
    });
    return Object.fromEntries(await Promise.all(checks));
  }
}

async function attempt(check: Check): Promise<string | undefined> {
  try {
    return await check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
