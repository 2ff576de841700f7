import { describe, expect, it } from 'vitest';
import { parseDescription } from '../../../src/parsing/parse-description.js';
import { expandEntries } from '../../../src/parsing/lexicon/expand-entries.js';
import { CHINESE } from '../../../src/parsing/lexicon/chinese.js';
import { EMOJI } from '../../../src/parsing/lexicon/emoji.js';
import { ENGLISH } from '../../../src/parsing/lexicon/english.js';
import { JAPANESE } from '../../../src/parsing/lexicon/japanese.js';

/** Words of what is drawn, and of what is understood and cannot be. */
const TELLING = /=|^undrawable/u;

const WORDS = [ENGLISH, CHINESE, JAPANESE, EMOJI].flatMap((table) =>
  Object.entries(table).flatMap(([key, entries]) =>
    TELLING.test(key) ? expandEntries(entries) : [],
  ),
);

describe('a word that is understood', () => {
  it('is drawn or told, whichever of the lexicon it is', () => {
    const vanished = WORDS.filter((word) => {
      const { attributes, undrawable, unknown, remarks } = parseDescription(word).request;
      const told = undrawable.length + unknown.length + (remarks?.length ?? 0);
      return Object.keys(attributes).length + told === 0;
    });
    expect(vanished).toEqual([]);
  }, 120_000);
});
