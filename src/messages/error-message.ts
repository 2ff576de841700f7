import { randomBytes } from 'node:crypto';
import type { Language } from '../attributes/language.js';
import { AppError, type ErrorContext } from '../errors/app-error.js';
import { readableLanguages } from './other-languages.js';
import { undrawableNote } from './result-notes.js';
import type { MessageParams, Messages } from './messages.js';

/** An error worded for a person. */
export interface ErrorMessage {
  readonly text: string;
  /** The error's stable code, or `unexpected`. */
  readonly code: string;
  /** Only of unexpected errors: stands in the sentence, and belongs into the log beside the error. */
  readonly id?: string;
}

/** Words an error: by its code where it is one of ours, else as unexpected with a short id. */
export function errorToMessage(
  messages: Messages,
  language: Language,
  error: unknown,
): ErrorMessage {
  if (error instanceof AppError && messages.has(`errors:${error.code}`)) {
    const said = messages.t(language, `errors:${error.code}`, paramsOf(error.context));
    const text = remarkOf(messages, language, error) ?? said;
    const known = undrawnOf(messages, language, error);
    return { text: known === undefined ? text : `${known} ${text}`, code: error.code };
  }
  const id = randomBytes(4).toString('hex');
  return { text: messages.t(language, 'errors:unexpected', { id }), code: 'unexpected', id };
}

/** Of a character, or a language that is not read, one sentence says it all. */
function remarkOf(
  messages: Messages,
  language: Language,
  { code, context: { remarks } }: AppError,
): string | undefined {
  if (code !== 'description-not-understood' || !Array.isArray(remarks)) return undefined;
  const [remark] = remarks as readonly string[];
  if (remark === undefined) return undefined;
  return remark === 'character'
    ? messages.t(language, 'common:result.character')
    : readableLanguages(remark, language);
}

/** Words that were understood and are beyond the model deserve better than “nothing understood”. */
function undrawnOf(
  messages: Messages,
  language: Language,
  { code, context: { undrawable } }: AppError,
): string | undefined {
  const isTold = code === 'description-not-understood' && Array.isArray(undrawable);
  if (!isTold || undrawable.length === 0) return undefined;
  return undrawableNote(messages, language, undrawable as readonly string[]);
}

function paramsOf(context: ErrorContext): MessageParams {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(context)) {
    if (value === undefined) continue;
    params[name] = typeof value === 'number' ? value : String(value);
  }
  const wait = context['retryAfterMs'];
  if (typeof wait === 'number') params['seconds'] = Math.max(1, Math.ceil(wait / 1000));
  return params;
}
