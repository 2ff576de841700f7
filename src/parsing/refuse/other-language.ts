import type { RequestBuilder } from '../resolve/request-builder.js';
import { FUNCTION_WORDS, SCRIPTS } from '../lexicon/other-languages.js';

/** Words of a language beside which an accident is unlikely. */
const FEWEST_WORDS = 2;
/** A share of a text's words from which on its other words are of the same language as well. */
const MOSTLY = 0.5;

/** A language that is not read. */
export interface OtherLanguage {
  /** Its ISO 639-1 code. */
  readonly language: string;
  /** True if the whole text is in it, so that words which English shares ("roses") mean something else. */
  readonly isWhole: boolean;
}

/**
 * The language of a text of which little was understood, if it is one that is not read: by its script, or by
 * the small words that every sentence has.
 */
export function findOtherLanguage(
  text: string,
  builder: RequestBuilder,
): OtherLanguage | undefined {
  const { unknown } = builder.build();
  if (unknown.length === 0) return undefined;
  for (const [language, script] of SCRIPTS)
    if (script.test(text)) return { language, isWhole: false };
  const words = new Set(text.match(/\p{L}+/gu));
  let found: string | undefined;
  let most = FEWEST_WORDS - 1;
  for (const [language, list] of Object.entries(FUNCTION_WORDS)) {
    const count = list.filter((word) => words.has(word)).length;
    if (count > most) [found, most] = [language, count];
  }
  if (found === undefined) return undefined;
  const isWhole = most > FEWEST_WORDS && most >= words.size * MOSTLY;
  return { language: found, isWhole };
}
