import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRandom } from '../../../src/attributes/random.js';
import { vocabulary } from '../../../src/attributes/vocabulary.js';
import { parseDescription } from '../../../src/parsing/parse-description.js';
import { CHINESE_CASES } from './descriptions/chinese.js';
import { ENGLISH_CASES } from './descriptions/english.js';
import { JAPANESE_CASES } from './descriptions/japanese.js';
import { readCases } from './summarize-request.js';

const LENGTH = 10_000;

function fill(piece: string): string {
  return piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
}

const HOSTILE = {
  'one letter': fill('a'),
  'open brackets': fill('([{'),
  quotes: fill('"\''),
  colours: fill('red '),
  'colours in clauses': fill('red,'),
  'mixed colours': fill('red and '),
  'Han colours': fill('赤'),
  denials: fill('no '),
  'denied nouns': fill('no hair '),
  'nouns before colours': fill('hair blue '),
  copulas: fill(':'),
  names: fill('named '),
  tones: fill('light reddish '),
  'half-width kana': fill('ﾂｲ'),
  'growing characters': fill('\uFDFA'),
  'stacked marks': fill('a\u0301\u0302\u0303'),
  'lone surrogates': fill('\uD83D'),
  'joined emoji': fill('👱‍♀️'),
  'open colour functions': fill('rgb('),
  'unknown words': fill('qwerty zxcvbn '),
  'words just too far': fill('chokkerr '),
  'null characters': fill('\0'),
};

const words = [ENGLISH_CASES, CHINESE_CASES, JAPANESE_CASES]
  .flatMap(readCases)
  .map(([text]) => text);

/** Random text from pieces that matter to the parser and from all of Unicode. */
function generateText(seed: number): string {
  const random = createRandom(seed);
  const pick = (): string => {
    const kind = random.uniform();
    if (kind < 0.5) return words[Math.floor(random.uniform() * words.length)] ?? '';
    if (kind < 0.8)
      return ',;: ()-_#/\'"\n、。のはとno不'.charAt(Math.floor(random.uniform() * 26));
    return String.fromCharCode(Math.floor(random.uniform() * 0x10000));
  };
  return Array.from({ length: 1 + Math.floor(random.uniform() * 40) }, pick).join('');
}

/** What is wrong with the weights that a text is given. */
function findFaults(text: string): string[] {
  const { attributes } = parseDescription(text).request;
  return vocabulary.groups.flatMap(({ name, values }) => {
    const weights = Object.entries(attributes[name] ?? { [values[0] ?? '']: 1 });
    const sum = weights.reduce((total, [, weight]) => total + weight, 0);
    const isValid = weights.every(([value, weight]) => values.includes(value) && weight > 0);
    return isValid && Math.abs(sum - 1) < 1e-6 ? [] : [`${name} of ${text}`];
  });
}

describe('parseDescription of anything', () => {
  it('never throws and always gives valid weights', () => {
    for (let seed = 0; seed < 400; seed += 1) expect(findFaults(generateText(seed))).toEqual([]);
  });

  it('gives the same answer every time', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const text = generateText(seed);
      expect(parseDescription(text)).toEqual(parseDescription(text));
    }
  });

  it.each(Object.entries(HOSTILE))('survives 10,000 characters of %s', (_, text) => {
    expect(findFaults(text)).toEqual([]);
    const { request } = parseDescription(text);
    expect(request.unknown.length + request.overridden.length).toBeLessThan(100);
  });
});

describe('the work of parseDescription', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Look-ups in the lexicon's maps: every step of the scanner and the speller makes one. */
  function countLookups(text: string): number {
    parseDescription(text);
    const get = vi.spyOn(Map.prototype, 'get');
    parseDescription(text);
    const count = get.mock.calls.length;
    get.mockRestore();
    return count;
  }

  it.each(Object.entries(HOSTILE))('grows no faster than 10,000 characters of %s', (_, text) => {
    const quarter = countLookups(text.slice(0, LENGTH / 4));
    const whole = countLookups(text);
    expect(whole).toBeLessThanOrEqual(quarter * 5 + 1000);
    expect(whole).toBeLessThan(LENGTH * 12);
  });

  it('is bounded for texts of any length', () => {
    expect(countLookups('blue hair '.repeat(100_000))).toBeLessThan(LENGTH * 12);
  });
});
