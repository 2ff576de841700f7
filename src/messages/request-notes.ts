import type { AttributeRequest } from '../attributes/attribute-request.js';
import type { Language } from '../attributes/language.js';
import type { Messages } from './messages.js';
import { resultNotes } from './result-notes.js';

/** How a person's words were taken, a sentence each; not escaped, as they hold those words. */
export function wordRequestNotes(
  messages: Messages,
  language: Language,
  request: AttributeRequest,
): string[] {
  return resultNotes(messages, language, { request }).map(({ text }) => text);
}
