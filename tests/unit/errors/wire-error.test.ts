import { describe, expect, it } from 'vitest';
import {
  type AppError,
  InferenceError,
  ModelLoadError,
  QueueFullError,
} from '../../../src/errors/app-error.js';
import { ERROR_CODES } from '../../../src/errors/error-codes.js';
import { fromWireError, toWireError } from '../../../src/errors/wire-error.js';

describe('an error that travels between processes', () => {
  it('keeps its class, code, message and context', () => {
    const error = new ModelLoadError('model-file-damaged', 'a byte differs', {
      context: { at: 5 },
    });
    const received = fromWireError(structuredClone(toWireError(error)));
    expect(received).toBeInstanceOf(ModelLoadError);
    expect(received).toMatchObject({ code: 'model-file-damaged', message: 'a byte differs' });
    expect(received.context).toEqual({ at: 5 });
  });

  it('carries the far stack as its cause', () => {
    const error = new QueueFullError('queue-full', 'too many');
    expect(fromWireError(toWireError(error)).cause).toMatchObject({ stack: error.stack });
  });

  it('becomes an InferenceError when it is not one of ours', () => {
    const received = fromWireError(toWireError(new TypeError('x is not a function')));
    expect(received).toBeInstanceOf(InferenceError);
    expect(received.code).toBe('inference-failed');
  });

  it('becomes an InferenceError when its code is unknown here', () => {
    const wire = { ...toWireError(new QueueFullError('queue-full', 'too many')), code: 'new-code' };
    expect(fromWireError(wire)).toMatchObject({ name: 'InferenceError', code: 'inference-failed' });
  });
});

describe('AppError', () => {
  it('is named for its class', () => {
    const error: AppError = new InferenceError('worker-died', 'gone');
    expect([error.name, error.family]).toEqual(['InferenceError', 'inference']);
  });

  it('has no code in two families', () => {
    const codes = Object.values(ERROR_CODES).flat();
    expect(new Set(codes).size).toBe(codes.length);
  });
});
