import { UserInputError } from '../../errors/app-error.js';

/** Of one server; more would be a dictionary. */
export const MOST_FORBIDDEN_WORDS = 200;

const longestWord = 40;

/** Written in letters with spaces between words, where "ass" is no part of "grass". */
const isSpaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}\p{P}\s]+$/u;

/** Words apart by commas or line breaks, each once and as they are compared. */
export function readWordList(text: string): string[] {
  const words = text.split(/[,，、;；\n]+/u).map((word) => fold(word).slice(0, longestWord));
  return [...new Set(words.filter((word) => word !== ''))];
}

/** True if a text holds one of the words, whatever its case and width. */
export function hasForbiddenWord(words: readonly string[], text: string): boolean {
  if (words.length === 0) return false;
  const folded = fold(text);
  return words.some((word) =>
    isSpaced.test(word) ? standsIn(folded, word) : folded.includes(word),
  );
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/** As a word of its own, or with the ending of a plural. */
function standsIn(text: string, word: string): boolean {
  const escaped = word.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(e?s)?(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** Which word it was is not said: others may read along. */
export function wordNotAllowed(): UserInputError {
  return new UserInputError('word-not-allowed', 'expected no word that the server forbids');
}
