import type { AttributeRequest } from '../attributes/attribute-request.js';
import type { Language } from '../attributes/language.js';
import type { MessageParams, Messages } from './messages.js';
import { readableLanguages } from './other-languages.js';
import { renderValue } from './render-description.js';

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
  const say = (kind: ResultNote['kind'], key: string, params: MessageParams = {}): ResultNote => ({
    kind,
    text: messages.t(language, `common:result.${key}`, params),
  });
  const notes = [
    ...(isRandom ? [say('luck', 'luck')] : []),
    ...(request.remarks ?? []).map((remark): ResultNote => {
      if (remark.kind === 'character') return say('unknown', 'character');
      return { kind: 'unknown', text: readableLanguages(remark.language, language) };
    }),
    ...(request.repaired ?? []).map(({ text, word }) =>
      say('guessed', 'repaired', { text: clip(text), word }),
    ),
    ...unknownNotes({ messages, language }, request),
    ...request.guessed.map(({ text, group, value }) =>
      say('guessed', 'guessed', {
        text: clip(text),
        meaning: renderValue(group, value, language),
      }),
    ),
    ...request.overridden
      // One word that means two things replaces nothing that anybody would miss.
      .filter(({ earlier, later }) => earlier.text.toLowerCase() !== later.text.toLowerCase())
      .map(({ group, earlier, later }) =>
        say('overridden', 'overridden', {
          group: messages.t(language, `attributes:group.${group}`),
          earlier: clip(earlier.text),
          later: clip(later.text),
        }),
      ),
  ];
  const lacking = (request.lacking ?? []).map(({ group, value }) =>
    renderValue(group, value, language),
  );
  const undrawable = [...request.undrawable, ...lacking];
  if (undrawable.length === 0) return notes.slice(0, MOST_NOTES);
  // Always said, and once for all of it.
  const text = undrawableNote(messages, language, undrawable);
  return [...notes.slice(0, MOST_NOTES - 1), { kind: 'undrawable', text }];
}

/** Words of no meaning in one sentence, those with a suggestion apart; none where a whole language is not read. */
function unknownNotes(
  { messages, language }: { messages: Messages; language: Language },
  { unknown, remarks = [] }: AttributeRequest,
): ResultNote[] {
  if (remarks.some(({ kind }) => kind === 'language')) return [];
  const t = (key: string, params: MessageParams = {}): string =>
    messages.t(language, `common:result.${key}`, params);
  const plain = unknown
    .filter(({ nearest }) => nearest === undefined)
    .map(({ text }) => clip(text));
  const quoted = plain.slice(0, MOST_LISTED).map((text) => t('quoted', { text }));
  if (plain.length > MOST_LISTED) quoted.push('…');
  const [text = ''] = plain;
  const said =
    plain.length > 1
      ? [t('unknownSeveral', { list: quoted.join(t('listSeparator')) })]
      : plain.map(() => t('unknown', { text }));
  const suggested = unknown.flatMap(({ text: typed, nearest }) =>
    nearest === undefined ? [] : [t('unknownNearest', { text: clip(typed), nearest })],
  );
  return [...said, ...suggested].map((note) => ({ kind: 'unknown', text: note }));
}

/** Things beside which a list of what cannot be drawn is too long to be read. */
const MOST_LISTED = 8;

/** One sentence for everything that was understood and is beyond these faces; not escaped. */
export function undrawableNote(
  messages: Messages,
  language: Language,
  undrawable: readonly string[],
): string {
  const { t } = messages;
  const words = undrawable.slice(0, MOST_LISTED).map((text) => {
    const isDenied = text.startsWith('≠ ');
    const said = clip(isDenied ? text.slice(2) : text);
    return isDenied ? t(language, 'common:result.denied', { text: said }) : said;
  });
  if (undrawable.length > MOST_LISTED) words.push('…');
  const list = words.join(t(language, 'common:result.listSeparator'));
  return t(language, 'common:result.undrawable', { list });
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
