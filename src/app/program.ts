import { pino, type Logger } from 'pino';
import { loadSettings, type Settings } from '../config/env.js';
import { AppError } from '../errors/app-error.js';

/** What a program of this project starts with, and how it ends. */
export interface Program<Part extends string> {
  readonly settings: Settings;
  readonly log: Logger;
  /** How each part that was begun is ended; whoever begins one puts it here. */
  readonly stops: Map<Part, () => Promise<void>>;
  /** Begins; what is thrown is logged and ends the program with code 1, in order. */
  readonly run: (start: () => Promise<void>) => void;
}

/**
 * Reads the settings and listens for signals and faults: each ends the parts in order, a second signal at once.
 * Ends the process with code 1 and a sentence on standard error when a setting is wrong.
 *
 * @param parts in the order in which they depend on each other; in reverse they are stopped
 * @param name the part that every log line names, where the program is only one
 */
export function openProgram<Part extends string>(
  parts: readonly Part[],
  name?: string,
): Program<Part> {
  const settings = readSettings();
  const base = pino({ level: settings.MUGEN_LOG_LEVEL });
  const log = name === undefined ? base : base.child({ part: name });
  const stops = new Map<Part, () => Promise<void>>();
  let isStopping = false;

  const stop = async (reason: string, code: number): Promise<void> => {
    if (isStopping) {
      log.warn({ reason }, 'told twice to stop: leaving at once');
      process.exit(1);
    }
    isStopping = true;
    log.info({ reason }, 'stopping');
    for (const part of parts.toReversed()) {
      // oxlint-disable-next-line no-await-in-loop -- in order
      await stops
        .get(part)?.()
        .catch((error: unknown) => {
          log.error({ err: error, part }, 'did not stop cleanly');
        });
    }
    log.info({}, 'stopped');
    process.exit(code);
  };
  const fail = (error: unknown, what: string): void => {
    log.fatal({ err: error, ...(error instanceof AppError ? { code: error.code } : {}) }, what);
    if (!isStopping) void stop('fault', 1);
  };

  process.on('SIGINT', () => void stop('SIGINT', 0));
  process.on('SIGTERM', () => void stop('SIGTERM', 0));
  process.on('unhandledRejection', (error) => fail(error, 'a fault that nothing caught'));
  process.on('uncaughtException', (error) => fail(error, 'a fault that nothing caught'));
  const run = (start: () => Promise<void>): void => {
    start().catch((error: unknown) => fail(error, 'could not start'));
  };
  return { settings, log, stops, run };
}

/** There is no log yet, and whoever starts the program reads its standard error. */
function readSettings(): Settings {
  try {
    return loadSettings();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
