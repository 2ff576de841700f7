import { AppError } from './app-error.js';
import type { ErrorCode, ErrorFamily } from './error-codes.js';

/** How every front end and log treats an error. */
export interface FailurePolicy {
  /** Level of the log line: `info` for refusals that the rules foresee, `error` for our faults. */
  readonly severity: 'info' | 'warn' | 'error';
  /** HTTP status of an answer that consists of the error. */
  readonly httpStatus: number;
  /** The same request may succeed later without a change. */
  readonly mayRetry: boolean;
}

const FAMILIES: Readonly<Record<ErrorFamily, FailurePolicy>> = {
  userInput: { severity: 'info', httpStatus: 400, mayRetry: false },
  notFound: { severity: 'info', httpStatus: 404, mayRetry: false },
  notAllowed: { severity: 'info', httpStatus: 403, mayRetry: false },
  cooldown: { severity: 'info', httpStatus: 429, mayRetry: true },
  queueFull: { severity: 'info', httpStatus: 503, mayRetry: true },
  timeout: { severity: 'warn', httpStatus: 504, mayRetry: true },
  inference: { severity: 'error', httpStatus: 500, mayRetry: true },
  storage: { severity: 'error', httpStatus: 503, mayRetry: true },
  modelLoad: { severity: 'error', httpStatus: 503, mayRetry: false },
  config: { severity: 'error', httpStatus: 500, mayRetry: false },
};

/** Codes that differ from the rest of their family. */
const EXCEPTIONS: Readonly<Partial<Record<ErrorCode, FailurePolicy>>> = {
  // One person's own limit, not the server's.
  'person-queue-full': { ...FAMILIES.queueFull, httpStatus: 429 },
  // A stop is foreseen, and the next process draws again.
  'shutting-down': { severity: 'info', httpStatus: 503, mayRetry: true },
};

const UNEXPECTED: FailurePolicy = { severity: 'error', httpStatus: 500, mayRetry: false };

/** The policy of any thrown value; what is no {@link AppError} is a fault of ours. */
export function failurePolicy(error: unknown): FailurePolicy {
  if (!(error instanceof AppError)) return UNEXPECTED;
  return EXCEPTIONS[error.code] ?? FAMILIES[error.family];
}

/** The methods of a logger that {@link report} writes to; pino's fits. */
export type ErrorLog = Readonly<
  Record<FailurePolicy['severity'], (fields: object, message: string) => void>
>;

/**
 * Writes a failed request to the log, at the level of its policy. A foreseen refusal goes without
 * its stack; everything else with the whole error and its causes.
 * @param fields where it happened; never pictures or words that people wrote
 */
export function report(log: ErrorLog, error: unknown, fields: object): void {
  const { severity } = failurePolicy(error);
  const code = error instanceof AppError ? error.code : 'unexpected';
  if (severity === 'info') {
    const reason = error instanceof Error ? error.message : String(error);
    log.info({ ...fields, code, reason }, 'request refused');
  } else {
    log[severity]({ ...fields, code, err: error }, 'request failed');
  }
}
