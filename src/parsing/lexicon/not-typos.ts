/** Plain English words that are one slip away from a word of the lexicon and must not be taken for it. */
export const NOT_TYPOS: ReadonlySet<string> = new Set(''.split(' '));
