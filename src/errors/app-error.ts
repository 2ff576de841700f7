import type { CodeOf, ErrorCode, ErrorFamily } from './error-codes.js';

/** Facts that fill the placeholders of a sentence; structured-cloneable and safe to log. */
export type ErrorContext = Readonly<
  Record<string, string | number | boolean | readonly string[] | readonly number[] | undefined>
>;

/** Details beyond an error's code; `context` defaults to empty. */
export interface ErrorDetails {
  /** Placeholders of the sentence that `messages` has for the code. */
  readonly context?: ErrorContext;
  /** The error underneath, for the log alone. */
  readonly cause?: unknown;
}

/**
 * Base of every error that the project throws on purpose. `message` is for the log: what was
 * expected, what was got, what to do. What people read is worded by `messages` from `code` and
 * `context`.
 */
export abstract class AppError extends Error {
  abstract readonly family: ErrorFamily;
  readonly code: ErrorCode;
  readonly context: ErrorContext;

  protected constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.context = details.context ?? {};
  }
}

/** A person asked for something that cannot be done as asked; the sentence says what would work. */
export class UserInputError extends AppError {
  readonly family = 'userInput';
  constructor(code: CodeOf<'userInput'>, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
  }
}

/** The named thing does not exist (any more). */
export class NotFoundError extends AppError {
  readonly family = 'notFound';
  constructor(code: CodeOf<'notFound'>, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
  }
}

/** It exists, but is not this person's to use. */
export class NotAllowedError extends AppError {
  readonly family = 'notAllowed';
  constructor(code: CodeOf<'notAllowed'>, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
  }
}

/** Allowed, but not so soon: `retryAfterMs` in the context says when, `scope` whose limit it is. */
export class CooldownError extends AppError {
  readonly family = 'cooldown';
  constructor(code: CodeOf<'cooldown'>, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
  }
}

/** A model, its manifest or the device to run it on is not as it should be. */
export class ModelLoadError extends AppError {
  readonly family = 'modelLoad';
  constructor(code: CodeOf<'modelLoad'>, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
  }
}

/** Drawing failed although the model had loaded. */
export class InferenceError extends AppError {
  readonly family = 'inference';
  constructor(code: CodeOf<'inference'>, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
  }
}

/** More was asked for than is allowed to wait; trying again later works. */
export class QueueFullError extends AppError {
  readonly family = 'queueFull';
  constructor(code: CodeOf<'queueFull'>, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
  }
}

/** A drawing took longer than its limit and was given up. */
export class InferenceTimeoutError extends AppError {
  readonly family = 'timeout';
  constructor(code: CodeOf<'timeout'>, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
  }
}

/** The database, or where pictures are kept, refused or failed. */
export class StorageError extends AppError {
  readonly family = 'storage';
  constructor(code: CodeOf<'storage'>, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
  }
}

/** Settings contradict their rules; the process cannot start. */
export class ConfigError extends AppError {
  readonly family = 'config';
  constructor(code: CodeOf<'config'>, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
  }
}
