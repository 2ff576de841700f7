import { beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_REQUEST } from '../../../src/attributes/attribute-request.js';
import {
  MAX_DESCRIPTION_LENGTH,
  parseDescription,
} from '../../../src/parsing/parse-description.js';
import { CHINESE_CASES } from './descriptions/chinese.js';
import { ENGLISH_CASES } from './descriptions/english.js';
import { FIFTH_SET } from './descriptions/fifth-set.js';
import { FOURTH_SET } from './descriptions/fourth-set.js';
import { JAPANESE_CASES } from './descriptions/japanese.js';
import { KIND_CASES } from './descriptions/kinds.js';
import { MIXED_CASES } from './descriptions/mixed.js';
import { NAMED_KINDS } from './descriptions/named-kinds.js';
import { readCases, summarize } from './summarize-request.js';

// The lexicon is indexed with the first description.
beforeAll(() => {
  parseDescription('');
}, 120_000);

describe.each([
  ['English', ENGLISH_CASES],
  ['Chinese', CHINESE_CASES],
  ['Japanese', JAPANESE_CASES],
  ['emoji and mixed languages', MIXED_CASES],
  ['kinds that were misread', KIND_CASES],
])('parseDescription of %s', (_, table) => {
  it.each(readCases(table))('reads %s', (description, expected) => {
    expect(summarize(description)).toBe(expected);
  });
});

describe.each([
  ...Object.entries(NAMED_KINDS),
  ...Object.entries(FOURTH_SET),
  ...Object.entries(FIFTH_SET),
])('parseDescription of %s', (_, table) => {
  it.each(readCases(table))('reads %s', (description, expected) => {
    expect(summarize(description)).toBe(expected);
  });
});

describe('parseDescription', () => {
  it('reports a lone colour as a guess at the hair', () => {
    expect(parseDescription('pink').request.guessed).toEqual([
      { text: 'pink', group: 'hair_color', value: 'pink' },
    ]);
  });

  it('takes a colour that only hair has for granted', () => {
    expect(parseDescription('blonde blue-eyes').request.guessed).toEqual([]);
    expect(parseDescription('long, silver').request.guessed).toEqual([]);
  });

  it('lets no guess replace what was said, and says which one is drawn', () => {
    const { request } = parseDescription('cat ears, hair ornament');
    expect(request.attributes.ornament).toEqual({ animal_ears: 1 });
    expect(request.overridden).toMatchObject([
      { earlier: { text: 'hair ornament' }, later: { text: 'cat ears' } },
    ]);
  });

  it('tells how a misspelt word was read', () => {
    expect(parseDescription('purpel eyes').request.repaired).toEqual([
      { text: 'purpel', word: 'purple' },
    ]);
    expect(parseDescription('purple eyes').request.repaired).toBeUndefined();
  });

  it.each(['a park bench', 'plump', 'sandals', 'guess', 'water'])(
    'takes no word of English for another: %s',
    (text) => {
      const { attributes, repaired } = parseDescription(text).request;
      expect({ attributes, repaired }).toEqual({ attributes: {}, repaired: undefined });
    },
  );

  it.each([
    ['chica anime con pelo azul y ojos verdes', 'es'],
    ['девушка с розовыми волосами', 'ru'],
    ['은발에 빨간 눈 소녀', 'ko'],
    ['Mädchen mit langen blonden Haaren und blauen Augen', 'de'],
  ])('remarks that %s is in a language that it does not read', (text, language) => {
    expect(parseDescription(text).request.remarks).toEqual([{ kind: 'language', language }]);
  });

  it.each(['Hatsune Miku with red eyes', '五条悟', '初音ミク'])(
    'knows no character: %s',
    (text) => {
      expect(parseDescription(text).request.remarks).toEqual([{ kind: 'character' }]);
    },
  );

  it('refuses sexual words and quotes nothing of the text', () => {
    const result = parseDescription('blonde girl giving a blowjob');
    expect(result).toMatchObject({ ok: false, issues: [{ code: 'refused' }] });
    expect(result.request).toEqual(EMPTY_REQUEST);
    expect(parseDescription('girl on a beach, big breasts, bare shoulders').ok).toBe(true);
    expect(parseDescription('Sex: female; Eyes: green').ok).toBe(true);
  });

  it('does not call a colour beside its noun a guess', () => {
    expect(parseDescription('pink hair, blue eyes').request.guessed).toEqual([]);
  });

  it('withdraws a guess that a plain word overrides', () => {
    const { request } = parseDescription('pink, blue hair');
    expect(request.guessed).toEqual([]);
    expect(request.attributes.hair_color).toEqual({ blue: 1 });
  });

  it('reports what a later word of the same group overrides', () => {
    expect(parseDescription('blue hair, red eyes, pink hair').request.overridden).toEqual([
      {
        group: 'hair_color',
        earlier: { text: 'blue hair', value: 'blue' },
        later: { text: 'pink hair', value: 'pink' },
      },
    ]);
  });

  it('does not report the same thing said twice as an override', () => {
    expect(parseDescription('blue hair, long blue hair').request.overridden).toEqual([]);
  });

  it('names unknown words and the nearest known one', () => {
    expect(parseDescription('blue hair, qwertyuiop').request.unknown).toEqual([
      { text: 'qwertyuiop' },
    ]);
    expect(parseDescription('blue hair, chokkerr').request.unknown).toEqual([
      { text: 'chokkerr', nearest: 'choker' },
    ]);
  });

  it.each(['purpel eyes', 'please draw me a girl', '一个女孩', '女の子を描いてください'])(
    'has nothing unknown in %s',
    (description) => {
      expect(parseDescription(description).request.unknown).toEqual([]);
    },
  );

  it('reports what this model cannot draw, and the colours of things', () => {
    expect(parseDescription('goggles, red dress, grey eyes').request.undrawable).toEqual([
      'goggles',
      'red (dress)',
      'grey eyes',
    ]);
  });

  it('does not report a denied thing as not drawable', () => {
    expect(parseDescription('pink hair, no goggles').request.undrawable).toEqual([]);
  });

  it('takes an empty description for a wholly random pull', () => {
    expect(parseDescription(' \n ')).toEqual({
      ok: true,
      request: { attributes: {}, guessed: [], overridden: [], unknown: [], undrawable: [] },
    });
  });

  it.each([
    ['qwertyuiop', 'nothing-understood'],
    ['???', 'nothing-understood'],
    ['Violet is my name', 'nothing-understood'],
    ['goggles and wings', 'nothing-drawable'],
    ['blue hair '.repeat(500), 'description-too-long'],
  ])('refuses %s', (description, code) => {
    const result = parseDescription(description);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it('says how long a description may be', () => {
    const result = parseDescription('x'.repeat(MAX_DESCRIPTION_LENGTH + 1));
    expect(result.ok ? undefined : result.issues[0]?.context).toEqual({
      length: MAX_DESCRIPTION_LENGTH + 1,
      limit: MAX_DESCRIPTION_LENGTH,
    });
  });
});

describe('parseDescription with options', () => {
  it('takes values of the vocabulary and words alike', () => {
    const options = { hair_color: '粉色', ornament: 'animal_ears', bangs: 'no', eye_color: 'teal' };
    expect(parseDescription('', { options }).request.attributes).toEqual({
      hair_color: { pink: 1 },
      eye_color: { aqua: 0.5, green: 0.5 },
      bangs: { none: 1 },
      ornament: { animal_ears: 1 },
    });
  });

  it('lets an option override the text, and reports it', () => {
    const { request } = parseDescription('blue hair', { options: { hair_color: 'pink' } });
    expect(request.attributes.hair_color).toEqual({ pink: 1 });
    expect(request.overridden.map(({ later }) => later.text)).toEqual(['pink']);
  });

  it('reports an option that says nothing of its group', () => {
    const { request } = parseDescription('blue hair', { options: { neck: 'qwertyuiop' } });
    expect(request.unknown).toEqual([{ text: 'qwertyuiop' }]);
  });

  it.each([
    ['glasses', 'qwertyuiop', undefined],
    ['blush', 'qwertyuiop', undefined],
    ['glasses', 'round', { yes: 1 }],
    ['glasses', 'none', { no: 1 }],
  ] as const)('reads %s: %s as %j, not as the noun alone', (group, text, weights) => {
    const { request } = parseDescription('blue hair', { options: { [group]: text } });
    expect(request.attributes[group]).toEqual(weights);
    expect(request.unknown).toHaveLength(weights === undefined ? 1 : 0);
  });
});
