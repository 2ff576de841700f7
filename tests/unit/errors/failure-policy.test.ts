import { describe, expect, it } from 'vitest';
import {
  AppError,
  CooldownError,
  InferenceError,
  InferenceTimeoutError,
  NotAllowedError,
  NotFoundError,
  QueueFullError,
  StorageError,
  UserInputError,
} from '../../../src/errors/app-error.js';
import { ERROR_CODES, type ErrorFamily } from '../../../src/errors/error-codes.js';
import { failurePolicy, report } from '../../../src/errors/failure-policy.js';
import { fromWireError } from '../../../src/errors/wire-error.js';

describe('failurePolicy', () => {
  it.each([
    [new UserInputError('description-too-long', ''), 'info', 400, false],
    [new NotFoundError('portrait-not-found', ''), 'info', 404, false],
    [new NotAllowedError('not-yours', ''), 'info', 403, false],
    [new CooldownError('cooldown', ''), 'info', 429, true],
    [new QueueFullError('queue-full', ''), 'info', 503, true],
    [new QueueFullError('person-queue-full', ''), 'info', 429, true],
    [new InferenceTimeoutError('inference-timeout', ''), 'warn', 504, true],
    [new InferenceError('inference-failed', ''), 'error', 500, true],
    [new InferenceError('shutting-down', ''), 'info', 503, true],
    [new StorageError('storage-unreachable', ''), 'error', 503, true],
    [new TypeError('a fault'), 'error', 500, false],
    ['thrown text', 'error', 500, false],
  ] as const)('treats %s as %s, %i', (error, severity, httpStatus, mayRetry) => {
    expect(failurePolicy(error)).toEqual({ severity, httpStatus, mayRetry });
  });

  it('never calls a refusal a fault of the server, nor a fault a refusal', () => {
    const refusals = new Set<ErrorFamily>(['userInput', 'notFound', 'notAllowed', 'cooldown']);
    for (const family of Object.keys(ERROR_CODES) as ErrorFamily[]) {
      for (const code of ERROR_CODES[family]) {
        const error = fromWireError({ family, code, message: '', context: {} });
        expect(error).toBeInstanceOf(AppError);
        expect(failurePolicy(error).httpStatus < 500, code).toBe(
          refusals.has(family) || code === 'person-queue-full',
        );
      }
    }
  });
});

describe('report', () => {
  function logged(error: unknown): [level: string, fields: object, message: string][] {
    const lines: [string, object, string][] = [];
    const at = (level: string) => (fields: object, message: string) =>
      void lines.push([level, fields, message]);
    report({ info: at('info'), warn: at('warn'), error: at('error') }, error, { path: '/p' });
    return lines;
  }

  it('says why a request was refused, without a stack', () => {
    const refusal = new CooldownError('cooldown', 'expected a pause of 3 s');
    const fields = { path: '/p', code: 'cooldown', reason: 'expected a pause of 3 s' };
    expect(logged(refusal)).toEqual([['info', fields, 'request refused']]);
  });

  it('logs a database that cannot be reached as an error with its cause', () => {
    const cause = new Error('ECONNREFUSED');
    const error = new StorageError('storage-unreachable', 'no database', { cause });
    const fields = { path: '/p', code: 'storage-unreachable', err: error };
    expect(logged(error)).toEqual([['error', fields, 'request failed']]);
  });
});
