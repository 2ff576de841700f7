import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/attributes/random.js';
import { vocabulary } from '../../../src/attributes/vocabulary.js';
import { parseDescription } from '../../../src/parsing/parse-description.js';
import { CHINESE_CASES } from './descriptions/chinese.js';
import { ENGLISH_CASES } from './descriptions/english.js';
import { JAPANESE_CASES } from './descriptions/japanese.js';
import { HOSTILE_TEXTS, TEXT_LENGTH } from './hostile-texts.js';
import { readCases } from './summarize-request.js';
import { countSteps } from './count-steps.js';

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

/** Violations of the weights that a text is given. */
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
  }, 60_000);

  it('gives the same answer every time', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const text = generateText(seed);
      expect(parseDescription(text)).toEqual(parseDescription(text));
    }
  });

  it.each(Object.entries(HOSTILE_TEXTS))('survives 10,000 characters of %s', (_, text) => {
    expect(findFaults(text)).toEqual([]);
    const { request } = parseDescription(text);
    expect(request.unknown.length + request.overridden.length).toBeLessThan(100);
  });
});

describe('the work of parseDescription', () => {
  /** Steps of a second reading, once what is built on first use stands. */
  function measure(text: string): number {
    parseDescription(text);
    return countSteps(() => parseDescription(text));
  }

  it.each(Object.entries(HOSTILE_TEXTS))('is a few steps a character for %s', (_, text) => {
    expect(measure(text)).toBeLessThan(TEXT_LENGTH * 9);
  });

  it.each(Object.entries(HOSTILE_TEXTS))('grows no faster than the length of %s', (_, text) => {
    const quarter = measure(text.slice(0, TEXT_LENGTH / 4));
    expect(measure(text)).toBeLessThanOrEqual(quarter * 5 + 2000);
  });

  it('reads a whole description, however dull its beginning', () => {
    const { request } = parseDescription(`${'blonde hair '.repeat(330)} blue eyes`);
    expect(request.attributes).toMatchObject({ hair_color: { blonde: 1 }, eye_color: { blue: 1 } });
  });

  it('finds words at the bottom of any nesting', () => {
    const text = `${'([{'.repeat(1600)}blonde${'、！('.repeat(1600)}blue eyes`;
    expect(parseDescription(text).request.attributes).toMatchObject({
      hair_color: { blonde: 1 },
      eye_color: { blue: 1 },
    });
  });

  it('is no more for words that it has never met', () => {
    const random = createRandom(5);
    const letter = (): string => String.fromCharCode(97 + Math.floor(random.uniform() * 26));
    const word = (): string => Array.from({ length: 9 }, letter).join('');
    const text = Array.from({ length: TEXT_LENGTH / 10 }, word).join(' ');
    expect(countSteps(() => parseDescription(text))).toBeLessThan(TEXT_LENGTH * 9);
  });

  it.each(['a', 'b', 'c', 's'])(
    'is small for words of no meaning that begin with %s',
    (initial) => {
      const random = createRandom(7, initial);
      const letter = (): string => 'aeioulmnrt'.charAt(Math.floor(random.uniform() * 10));
      const word = (): string => initial + Array.from({ length: 8 }, letter).join('');
      const text = Array.from({ length: 12 }, word).join(' ');
      expect(measure(text)).toBeLessThan(text.length * 100);
    },
  );

  it('is bounded for texts of any length', () => {
    expect(measure('blue hair '.repeat(100_000))).toBeLessThan(TEXT_LENGTH * 9);
  });
});
