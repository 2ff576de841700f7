import words from './not-typos.json' with { type: 'json' };

/**
 * Plain English words that are a slip or two away from a word of the lexicon and must not be taken for it.
 * `npx tsx scripts/list-not-typos.ts` writes them anew after words were added; a test says when that is due.
 */
export const NOT_TYPOS: ReadonlySet<string> = new Set(words.split(' '));
