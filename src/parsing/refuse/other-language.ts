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

/** The languages that a word is of, for all words that tell one. */
const LANGUAGES_OF_WORD = new Map<string, string[]>();
for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
  for (const word of words)
    LANGUAGES_OF_WORD.set(word, [...(LANGUAGES_OF_WORD.get(word) ?? []), language]);
}

/**
 * The language of a text with unknown words, if it is one that is not read: by its script, or by the small words
 * that every sentence has.
 */
export function findOtherLanguage(text: string): OtherLanguage | undefined {
  for (const [language, script] of SCRIPTS)
    if (script.test(text)) return { language, isWhole: false };
  const words = new Set(text.match(/\p{L}+/gu));
  const counts = new Map<string, number>();
  for (const word of words)
    for (const language of LANGUAGES_OF_WORD.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  let found: string | undefined;
  let most = FEWEST_WORDS - 1;
  for (const language of Object.keys(FUNCTION_WORDS)) {
    const count = counts.get(language) ?? 0;
    if (count > most) [found, most] = [language, count];
  }
  if (found === undefined) return undefined;
  const isWhole = most > FEWEST_WORDS && most >= words.size * MOSTLY;
  return { language: found, isWhole };
}
