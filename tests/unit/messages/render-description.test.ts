import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/attributes/language.js';
import { createRandom } from '../../../src/attributes/random.js';
import { vocabulary } from '../../../src/attributes/vocabulary.js';
import { parseDescription } from '../../../src/parsing/parse-description.js';
import { renderDescription, renderValue } from '../../../src/messages/render-description.js';

describe.each(LANGUAGES)('renderDescription in %s', (language) => {
  it.each(
    vocabulary.groups.flatMap(({ name, values }) => values.map((value) => [name, value] as const)),
  )('is read back as %s %s', (group, value) => {
    const attributes = { [group]: { [value]: 1 } };
    const { request } = parseDescription(renderDescription({ attributes }, language));
    expect(request).toMatchObject({ attributes, guessed: [], unknown: [], undrawable: [] });
    expect(Object.keys(request.attributes)).toEqual([group]);
  });

  it('is read back whatever the groups are together', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const random = createRandom(seed, language);
      const named = vocabulary.groups.filter(() => random.uniform() < 0.6);
      const attributes = Object.fromEntries(
        named.map(({ name, values }) => [
          name,
          { [values[Math.floor(random.uniform() * values.length)] ?? '']: 1 },
        ]),
      );
      const { request } = parseDescription(renderDescription({ attributes }, language));
      expect(request.attributes).toEqual(attributes);
    }
  });
});

describe('renderDescription', () => {
  it.each([
    ['en', 'girl, blonde hair, blue and aqua eyes, twintails'],
    ['zh-CN', '女孩，金色头发，蓝色和水蓝色眼睛，双马尾'],
    ['zh-TW', '女孩，金色頭髮，藍色和水藍色眼睛，雙馬尾'],
    ['ja', '女の子、金髪、青と水色の目、ツインテール'],
  ] as const)('reads naturally in %s', (language, expected) => {
    const attributes = {
      hair_color: { blonde: 1 },
      eye_color: { blue: 0.6, aqua: 0.4 },
      hair_style: { twintails: 1 },
      look: { feminine: 1 },
    };
    expect(renderDescription({ attributes }, language)).toBe(expected);
  });

  it('leaves out values that hardly weigh', () => {
    const attributes = { hair_color: { red: 0.8, orange: 0.2 } };
    expect(renderDescription({ attributes }, 'en')).toBe('red hair');
  });

  it('is empty for a request that names nothing', () => {
    expect(renderDescription({ attributes: {} }, 'ja')).toBe('');
  });

  it('renders a single value', () => {
    expect(renderValue('neck', 'none', 'en')).toBe('bare neck');
  });
});
