import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/attributes/language.js';
import { vocabulary } from '../../../src/attributes/vocabulary.js';
import { ERROR_CODES } from '../../../src/errors/error-codes.js';
import { loadCatalogues, NAMESPACES, type Catalogue } from '../../../src/messages/catalogues.js';

const catalogues = loadCatalogues();
const others = LANGUAGES.filter((language) => language !== 'en');

/** Sentences by dotted key; the forms of a plural fall together. */
function flatten(catalogue: Catalogue, prefix = ''): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const [name, value] of Object.entries(catalogue)) {
    const key = `${prefix}${name.replace(/_(one|other)$/, '')}`;
    if (typeof value === 'string') sentences.set(key, value);
    else for (const [inner, text] of flatten(value, `${key}.`)) sentences.set(inner, text);
  }
  return sentences;
}

function placeholders(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\{\w+\}\}/g) ?? [])].sort();
}

describe.each(NAMESPACES)('catalogue %s', (namespace) => {
  const english = flatten(catalogues.en[namespace]);

  it.each(others)('has the same keys in %s', (language) => {
    const keys = [...flatten(catalogues[language][namespace]).keys()].sort();
    expect(keys).toEqual([...english.keys()].sort());
  });

  it.each(others)('has the same placeholders in %s', (language) => {
    for (const [key, sentence] of flatten(catalogues[language][namespace])) {
      expect([key, placeholders(sentence)]).toEqual([key, placeholders(english.get(key) ?? '')]);
    }
  });

  it.each(LANGUAGES)('leaves no sentence empty in %s', (language) => {
    for (const [key, sentence] of flatten(catalogues[language][namespace])) {
      expect([key, sentence.trim()]).not.toEqual([key, '']);
    }
  });
});

describe('catalogue errors', () => {
  it('has a sentence for every code', () => {
    const missing = Object.values(ERROR_CODES)
      .flat()
      .filter((code) => !(code in catalogues.en.errors));
    expect(missing).toEqual([]);
  });
});

describe('catalogue attributes', () => {
  it.each(LANGUAGES)('labels every value of the vocabulary in %s', (language) => {
    const labels = flatten(catalogues[language].attributes);
    const missing = vocabulary.groups.flatMap(({ name, values }) =>
      [`group.${name}`, ...values.map((value) => `value.${name}.${value}`)].filter(
        (key) => !labels.has(key),
      ),
    );
    expect(missing).toEqual([]);
  });
});
