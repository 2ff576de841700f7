import type { AttributeRequest } from '../attributes/attribute-request.js';
import type { Language } from '../attributes/language.js';
import type { Messages } from './messages.js';

/** A remark under a result: what of the description was guessed, replaced or not drawn. */
export interface ResultNote {
  readonly kind: 'luck' | 'guessed' | 'overridden' | 'unknown' | 'undrawable';
  readonly text: string;
}

interface Understanding {
  readonly request: AttributeRequest;
  /** Nothing was asked for at all. */
  readonly isRandom?: boolean;
}

/** More would bury the picture; the first ones matter most. */
const MOST_NOTES = 6;

/** Remarks on how a description was read, most important first; not escaped. */
export function resultNotes(
  messages: Messages,
  language: Language,
  { request, isRandom = false }: Understanding,
): readonly ResultNote[] {
  const say = (kind: ResultNote['kind'], params: Record<string, string> = {}): ResultNote => {
    const key = params['nearest'] === undefined ? kind : `${kind}Nearest`;
    return { kind, text: messages.t(language, `common:result.${key}`, params) };
  };
  const notes = [
    ...(isRandom ? [say('luck')] : []),
    ...request.unknown.map(({ text, nearest }) =>
      say('unknown', { text: clip(text), ...(nearest === undefined ? {} : { nearest }) }),
    ),
    ...request.undrawable.map((text) => say('undrawable', { text: clip(text) })),
    ...request.guessed.map(({ text, group, value }) =>
      say('guessed', {
        text: clip(text),
        meaning: meaningOf(messages, language, { group, value }),
      }),
    ),
    ...request.overridden.map(({ group, earlier, later }) =>
      say('overridden', {
        group: messages.t(language, `attributes:group.${group}`),
        earlier: clip(earlier.text),
        later: clip(later.text),
      }),
    ),
  ];
  return notes.slice(0, MOST_NOTES);
}

interface Choice {
  readonly group: string;
  readonly value: string;
}

/** “blonde hair” of a value and its group. */
function meaningOf(messages: Messages, language: Language, choice: Choice): string {
  const value = messages.t(language, `attributes:value.${choice.group}.${choice.value}`);
  const phrase = `attributes:guess.${choice.group}`;
  if (messages.has(phrase)) return messages.t(language, phrase, { value });
  const group = messages.t(language, `attributes:group.${choice.group}`);
  return messages.t(language, 'attributes:pair', { group, value });
}

const LONGEST_QUOTE = 40;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A quotation of at most so many characters; never cut within one. */
function clip(text: string): string {
  let kept = '';
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    count += 1;
    if (count > LONGEST_QUOTE) return `${kept}…`;
    kept += segment;
  }
  return kept;
}
