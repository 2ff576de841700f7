import {
  AppError,
  ConfigError,
  CooldownError,
  InferenceError,
  InferenceTimeoutError,
  ModelLoadError,
  NotAllowedError,
  NotFoundError,
  QueueFullError,
  StorageError,
  UserInputError,
  type ErrorContext,
} from './app-error.js';
import { ERROR_CODES, type CodeOf, type ErrorFamily } from './error-codes.js';

/** An error as it travels between processes: structured clone keeps neither class nor code. */
export interface WireError {
  readonly family: ErrorFamily;
  readonly code: string;
  readonly message: string;
  readonly context: ErrorContext;
  readonly stack?: string;
}

/** Serialises an error; anything that is not an {@link AppError} becomes `inference-failed`. */
export function toWireError(error: unknown): WireError {
  if (error instanceof AppError) {
    const { family, code, message, context, stack } = error;
    return { family, code, message, context, ...(stack === undefined ? {} : { stack }) };
  }
  const known = error instanceof Error ? error : new Error(String(error));
  return {
    family: 'inference',
    code: 'inference-failed',
    message: known.message,
    context: {},
    ...(known.stack === undefined ? {} : { stack: known.stack }),
  };
}

type Builders = {
  readonly [Family in ErrorFamily]: (code: CodeOf<Family>, wire: WireError) => AppError;
};

const builders: Builders = {
  userInput: (code, wire) => new UserInputError(code, wire.message, detailsOf(wire)),
  notFound: (code, wire) => new NotFoundError(code, wire.message, detailsOf(wire)),
  notAllowed: (code, wire) => new NotAllowedError(code, wire.message, detailsOf(wire)),
  cooldown: (code, wire) => new CooldownError(code, wire.message, detailsOf(wire)),
  modelLoad: (code, wire) => new ModelLoadError(code, wire.message, detailsOf(wire)),
  inference: (code, wire) => new InferenceError(code, wire.message, detailsOf(wire)),
  queueFull: (code, wire) => new QueueFullError(code, wire.message, detailsOf(wire)),
  timeout: (code, wire) => new InferenceTimeoutError(code, wire.message, detailsOf(wire)),
  storage: (code, wire) => new StorageError(code, wire.message, detailsOf(wire)),
  config: (code, wire) => new ConfigError(code, wire.message, detailsOf(wire)),
};

/** Rebuilds on this side what {@link toWireError} took apart on the other; the far stack is its cause. */
export function fromWireError(wire: WireError): AppError {
  return rebuild(wire.family, wire);
}

function rebuild<Family extends ErrorFamily>(family: Family, wire: WireError): AppError {
  const codes: readonly string[] = ERROR_CODES[family];
  if (!codes.includes(wire.code)) {
    return new InferenceError('inference-failed', wire.message, detailsOf(wire));
  }
  return builders[family](wire.code as CodeOf<Family>, wire);
}

function detailsOf(wire: WireError): { context: ErrorContext; cause?: Error } {
  if (wire.stack === undefined) return { context: wire.context };
  const cause = new Error(wire.message);
  cause.stack = wire.stack;
  return { context: wire.context, cause };
}
