import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../src/attributes/vocabulary.js';
import { normalizeText } from '../../../src/parsing/normalize/normalize-text.js';
import { CHINESE } from '../../../src/parsing/lexicon/chinese.js';
import { COLOR_WORDS } from '../../../src/parsing/lexicon/color-words.js';
import { EMOJI } from '../../../src/parsing/lexicon/emoji.js';
import { ENGLISH } from '../../../src/parsing/lexicon/english.js';
import { JAPANESE } from '../../../src/parsing/lexicon/japanese.js';
import { NOT_TYPOS } from '../../../src/parsing/lexicon/not-typos.js';
import { OPPOSITES, TRAITS, WEAKENED } from '../../../src/parsing/lexicon/traits.js';
import { parseMeaning, parseSettings } from '../../../src/parsing/lexicon/meaning.js';
import { findOklab } from '../../../src/parsing/colors/color-weights.js';
import { ENGLISH_WORDS } from '../../../scripts/lexicon/english-words.js';
import { getLexicon } from '../../../src/parsing/lexicon/lexicon-index.js';
import { findCorrection, isNearLexicon } from '../../../src/parsing/recognize/spelling.js';

const TABLES = { ENGLISH, CHINESE, JAPANESE, COLOR_WORDS, EMOJI };

describe.each(Object.entries(TABLES))('the table %s', (_name, table) => {
  it('has keys that mean something', () => {
    for (const key of Object.keys(table)) {
      const meaning = parseMeaning(key);
      const isColor = meaning.kind === 'color' || meaning.kind === 'tint';
      if (isColor) expect(findOklab({ color: meaning.color }), key).toBeDefined();
    }
  });

  it('lists no word twice under one key', () => {
    for (const [key, entries] of Object.entries(table)) {
      const words = entries.split(', ');
      const twice = words.filter((word, at) => words.indexOf(word) !== at);
      expect(twice, key).toEqual([]);
    }
  });
});

const WRITTEN = { ENGLISH, CHINESE, JAPANESE, COLOR_WORDS };

describe.each(Object.entries(WRITTEN))('the words of the table %s', (_name, table) => {
  it('are in normalised spelling, none of them empty', () => {
    const words = Object.values(table).flatMap((entries) => entries.split(', '));
    expect(words.filter((word) => normalizeText(word) !== word || word.trim() === '')).toEqual([]);
  });
});

describe('the lexicon', () => {
  it.each(['ENGLISH', 'CHINESE', 'JAPANESE'] as const)(
    'has words for every value in %s',
    (name) => {
      const keys = Object.keys({ ...TABLES[name], ...COLOR_WORDS }).join(' ');
      for (const group of vocabulary.groups) {
        if (group.name === 'hair_color' || group.name === 'eye_color') continue;
        for (const value of group.values.filter((one) => one !== group.absent)) {
          const isTrait = keys.includes(`trait:${value}`);
          expect(isTrait || keys.includes(`${group.name}=${value}`), `${group.name}=${value}`).toBe(
            true,
          );
        }
      }
    },
  );

  it('has settings for every trait, opposite and weakened value', () => {
    const texts = [
      ...Object.values(TRAITS).flatMap((trait) => Object.values({ ...trait, tone: '' })),
      ...Object.entries(OPPOSITES).flat(),
      ...Object.entries(WEAKENED).flat(),
    ];
    for (const text of texts.filter((one) => one !== '')) {
      expect(parseSettings(text).settings).toHaveLength(1);
    }
  });

  it('knows every English word near it, so that none is taken for a misspelling', () => {
    const { knownWords } = getLexicon();
    const missed = [...ENGLISH_WORDS].filter(
      (word) => !knownWords.has(word) && !NOT_TYPOS.has(word) && isNearLexicon(word),
    );
    expect(missed, 'run npx tsx scripts/list-not-typos.ts').toEqual([]);
  }, 120_000);

  it.each([
    ['purpel', 'purple'],
    ['siver', 'silver'],
    ['hiar', 'hair'],
    ['twintials', 'twintails'],
    ['yelow', 'yellow'],
    ['ribon', 'ribbon'],
  ])('corrects %s to %s', (typed, word) => {
    expect(findCorrection(typed)).toBe(word);
  });
});
