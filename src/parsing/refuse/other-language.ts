import type { RequestBuilder } from '../resolve/request-builder.js';
import { FUNCTION_WORDS, SCRIPTS } from '../lexicon/other-languages.js';

/** Words of a language beside which an accident is unlikely. */
const FEWEST_WORDS = 2;

/**
 * The language of a text of which little was understood, if it is one that is not read: by its script, or by
 * the small words that every sentence has.
 */
export function findOtherLanguage(text: string, builder: RequestBuilder): string | undefined {
  const { unknown } = builder.build();
  if (unknown.length === 0) return undefined;
  for (const [language, script] of SCRIPTS) if (script.test(text)) return language;
  const words = new Set(text.match(/\p{L}+/gu));
  let found: string | undefined;
  let most = FEWEST_WORDS - 1;
  for (const [language, list] of Object.entries(FUNCTION_WORDS)) {
    const count = list.filter((word) => words.has(word)).length;
    if (count > most) [found, most] = [language, count];
  }
  return found;
}
