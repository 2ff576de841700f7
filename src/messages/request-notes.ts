import type { AttributeRequest } from '../attributes/attribute-request.js';
import type { Language } from '../attributes/language.js';
import type { Messages } from './messages.js';

/** More would bury the picture; the first ones matter most. */
const MOST_NOTES = 6;

/**
 * How a person's words were taken, a sentence each: guessed, overridden, unknown and undrawable
 * ones. Unescaped, as it holds the person's own words.
 */
export function wordRequestNotes(
  messages: Messages,
  language: Language,
  request: AttributeRequest,
): string[] {
  const t = (key: string, params: Record<string, string>): string =>
    messages.t(language, `common:result.${key}`, params);
  const group = (name: string): string => messages.t(language, `attributes:group.${name}`);
  const value = (name: string, of: string): string =>
    messages.t(language, `attributes:value.${of}.${name}`);
  const notes = [
    ...request.guessed.map((guess) =>
      t('guessed', {
        text: guess.text,
        meaning: messages.t(language, 'attributes:pair', {
          value: value(guess.value, guess.group),
          group: group(guess.group),
        }),
      }),
    ),
    ...request.overridden.map((override) =>
      t('overridden', {
        group: group(override.group),
        earlier: value(override.earlier.value, override.group),
        later: value(override.later.value, override.group),
      }),
    ),
    ...request.unknown.map(({ text, nearest }) =>
      nearest === undefined ? t('unknown', { text }) : t('unknownNearest', { text, nearest }),
    ),
    ...request.undrawable.map((text) => t('undrawable', { text })),
  ];
  return notes.slice(0, MOST_NOTES);
}
