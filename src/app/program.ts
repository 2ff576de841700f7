import type { Logger } from 'pino';
import { loadSettings, type Settings } from '../config/env.js';
import { AppError } from '../errors/app-error.js';
import { logStart, openLog } from './program-log.js';
import { leaveRunningMark } from './running-mark.js';
import { stopInOrder } from './stop-in-order.js';

/** The settings, log and shutdown that every program of this project shares. */
export interface Program<Part extends string> {
  readonly settings: Settings;
  readonly log: Logger;
  /** How each part that was begun is ended; whoever begins one puts it here. */
  readonly stops: Map<Part, () => Promise<void>>;
  /** Begins; what is thrown is logged and ends the program with code 1, in order. */
  readonly run: (start: () => Promise<void>) => void;
  /** Ends the program as a fault does: logged, in order, with code 1. */
  readonly fail: (error: unknown, what: string) => void;
}

/** One signal may come twice: from the terminal, and from npm, which hands on what it gets as well. */
const ONE_SIGNAL_MS = 1000;
/** Docker and others kill ten seconds after they asked. */
const STOP_WITHIN_MS = 9000;

/** How a program differs from the others. */
export interface ProgramOptions {
  /** The part that every log line names, where the program is only one. */
  readonly name?: string;
  /** Checks that span several settings. @throws ConfigError */
  readonly check?: (settings: Settings) => void;
  /** How long all parts together may take to stop, in milliseconds; default: 9 seconds. */
  readonly stopWithinMs?: number;
}

/**
 * Reads the settings and listens for signals and faults: each ends the parts in order and under one
 * deadline, a second signal at once.
 * Ends the process with code 1 and a sentence on standard error when a setting is wrong.
 *
 * @param stages parts in the order in which they depend on each other; in reverse they are stopped, those of one
 * stage beside each other
 */
export function openProgram<Part extends string>(
  stages: readonly (readonly Part[])[],
  { name, check, stopWithinMs: withinMs = STOP_WITHIN_MS }: ProgramOptions = {},
): Program<Part> {
  const settings = readSettings(check);
  const removeMark = leaveRunningMark();
  const log = openLog(settings, name);
  const stops = new Map<Part, () => Promise<void>>();
  let isStopping = false;
  let toldAt = 0;

  const stop = async (reason: string, code: number): Promise<void> => {
    if (isStopping) {
      if (performance.now() - toldAt < ONE_SIGNAL_MS) return;
      log.warn({ reason }, 'told twice to stop: leaving at once');
      process.exit(1);
    }
    isStopping = true;
    toldAt = performance.now();
    log.info({ reason }, 'stopping');
    const left = await stopInOrder({ stages, stops, withinMs, log });
    log.info({}, 'stopped');
    process.exit(left.length > 0 ? 1 : code);
  };
  const fail = (error: unknown, what: string): void => {
    const { fields, message } = tellFault(error, what);
    log.fatal(fields, message);
    if (!isStopping) void stop('fault', 1);
  };

  process.on('exit', removeMark);
  process.on('SIGINT', () => void stop('SIGINT', 0));
  process.on('SIGTERM', () => void stop('SIGTERM', 0));
  process.on('unhandledRejection', (error) => fail(error, 'a fault that nothing caught'));
  process.on('uncaughtException', (error) => fail(error, 'a fault that nothing caught'));
  const run = (start: () => Promise<void>): void => {
    logStart(log, settings);
    start().catch((error: unknown) => fail(error, 'could not start'));
  };
  return { settings, log, stops, run, fail };
}

/** There is no log yet, and whoever starts the program reads its standard error. */
function readSettings(check?: (settings: Settings) => void): Settings {
  try {
    const settings = loadSettings();
    check?.(settings);
    return settings;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** Prints what the operator can mend as a sentence, and anything else with its stack. */
function tellFault(error: unknown, what: string): { fields: object; message: string } {
  if (!(error instanceof AppError)) return { fields: { err: error }, message: what };
  const { family, code, message } = error;
  const isTheirs = family === 'config' || family === 'modelLoad';
  return { fields: { code, ...(isTheirs ? {} : { err: error }) }, message: `${what}: ${message}` };
}
