import { beforeAll, describe, expect, it } from 'vitest';
import { parseSettings, type Setting } from '../../../src/parsing/lexicon/meaning.js';
import { parseDescription } from '../../../src/parsing/parse-description.js';
import { RequestBuilder } from '../../../src/parsing/resolve/request-builder.js';

beforeAll(() => {
  parseDescription('');
}, 120_000);

const requestOf = (text: string) => parseDescription(text).request;

function settingOf(text: string): Setting {
  const [setting] = parseSettings(text).settings;
  if (setting === undefined) throw new RangeError(text);
  return setting;
}

/** Assigns one value by its words. */
function assign(builder: RequestBuilder, text: string, words: string, isGuess = false): void {
  const { group, weights } = settingOf(text);
  builder.assign(group, weights, { text: words, isGuess });
}

function deny(builder: RequestBuilder, text: string, left: string, words: string): void {
  builder.deny(settingOf(text), settingOf(left).weights, words);
}

describe('RequestBuilder', () => {
  it('lets later words replace earlier ones, and reports both', () => {
    const builder = new RequestBuilder();
    assign(builder, 'ornament=hat', 'cap');
    assign(builder, 'ornament=ribbon', 'bow');
    expect(builder.build()).toMatchObject({
      attributes: { ornament: { ribbon: 1 } },
      overridden: [
        {
          group: 'ornament',
          earlier: { text: 'cap', value: 'hat' },
          later: { text: 'bow', value: 'ribbon' },
        },
      ],
    });
  });

  it('reports nothing where two words say the same', () => {
    const builder = new RequestBuilder();
    assign(builder, 'ornament=hat', 'cap');
    assign(builder, 'ornament=hat', 'beret');
    expect(builder.build().overridden).toEqual([]);
  });

  it('keeps plain words against a later guess, and reports the guess', () => {
    const builder = new RequestBuilder();
    assign(builder, 'hair_color=red', 'red hair');
    assign(builder, 'hair_color=blue', 'blue', true);
    const { attributes, guessed, overridden } = builder.build();
    expect(attributes).toEqual({ hair_color: { red: 1 } });
    expect(guessed).toEqual([]);
    expect(overridden).toMatchObject([{ earlier: { text: 'blue' }, later: { text: 'red hair' } }]);
  });

  it('lets plain words replace a guess without a report', () => {
    const builder = new RequestBuilder();
    assign(builder, 'hair_color=blue', 'blue', true);
    assign(builder, 'hair_color=red', 'red hair');
    expect(builder.build()).toMatchObject({
      attributes: { hair_color: { red: 1 } },
      guessed: [],
      overridden: [],
    });
  });

  it('tells a guess with its heaviest value, in the order of the words', () => {
    const builder = new RequestBuilder();
    assign(builder, 'outfit=dress*3/shirt', 'frock', true);
    assign(builder, 'hair_color=blue', 'blue', true);
    expect(builder.build().guessed).toEqual([
      { text: 'frock', group: 'outfit', value: 'dress' },
      { text: 'blue', group: 'hair_color', value: 'blue' },
    ]);
  });

  it('leaves what is left of several denials', () => {
    const builder = new RequestBuilder();
    deny(builder, 'hair_length=long', 'hair_length=short/medium', 'long');
    deny(builder, 'hair_length=short', 'hair_length=long/medium', 'short');
    expect(builder.isUnderstood).toBe(true);
    expect(builder.build().attributes).toEqual({ hair_length: { medium: 1 } });
  });

  it('lets anything replace what a denial left', () => {
    const builder = new RequestBuilder();
    deny(builder, 'skin=dark', 'skin=light', 'dark');
    assign(builder, 'skin=dark', 'tan', true);
    expect(builder.build()).toMatchObject({ attributes: { skin: { dark: 1 } }, overridden: [] });
  });

  it('keeps what was asked for in other words than the denied ones', () => {
    const builder = new RequestBuilder();
    assign(builder, 'ornament=animal_ears', 'cat ears');
    deny(builder, 'ornament=ribbon', 'ornament=none', 'ribbon');
    expect(builder.build().attributes).toEqual({ ornament: { animal_ears: 1 } });
  });

  it('takes back what is denied later', () => {
    const builder = new RequestBuilder();
    assign(builder, 'ornament=hat', 'hat');
    deny(builder, 'ornament=hat', 'ornament=none', 'hat');
    expect(builder.build().attributes).toEqual({ ornament: { none: 1 } });
  });

  it('cannot do without a value that was asked for and has no opposite', () => {
    const builder = new RequestBuilder();
    assign(builder, 'hair_length=long', 'long hair');
    deny(builder, 'hair_length=long', 'hair_length=short/medium', 'long');
    const { attributes, undrawable } = builder.build();
    expect(attributes).toEqual({ hair_length: { long: 1 } });
    expect(undrawable).toEqual(['≠ long']);
  });

  it('takes a denied value out of a mixture that is a guess, before and after', () => {
    const before = new RequestBuilder();
    deny(before, 'ornament=ribbon', 'ornament=none', 'ribbon');
    assign(before, 'ornament=ribbon/flower/hairband', 'hair ornament', true);
    const after = new RequestBuilder();
    assign(after, 'ornament=ribbon/flower/hairband', 'hair ornament', true);
    deny(after, 'ornament=ribbon', 'ornament=none', 'ribbon');
    const left = { ornament: { flower: 0.5, hairband: 0.5 } };
    expect(before.build().attributes).toEqual(left);
    expect(after.build().attributes).toEqual(left);
  });

  it('knows a look by pronouns only where they agree and nothing else tells it', () => {
    const [she, he] = [settingOf('look=feminine'), settingOf('look=masculine')];
    const [one, two, told] = [new RequestBuilder(), new RequestBuilder(), new RequestBuilder()];
    one.addPronoun(she);
    two.addPronoun(she);
    two.addPronoun(he);
    assign(told, 'look=masculine', 'boy');
    told.addPronoun(she);
    expect(one.build().attributes).toEqual({ look: { feminine: 1 } });
    expect(two.build().attributes).toEqual({});
    expect(told.build().attributes).toEqual({ look: { masculine: 1 } });
  });

  it('reports a word once, and forty of a kind at most', () => {
    const builder = new RequestBuilder();
    for (let at = 0; at < 100; at += 1) {
      builder.addUnknown(`word${at % 60}`, undefined);
      builder.addUndrawable(`thing${at % 60}`);
      builder.addRepair({ text: `wrod${at % 60}`, word: 'word' });
      assign(builder, at % 2 === 0 ? 'skin=dark' : 'skin=light', `skin${at}`);
    }
    const { unknown, undrawable, repaired, overridden } = builder.build();
    expect(unknown.map(({ text }) => text)).toEqual([...Array(40).keys()].map((n) => `word${n}`));
    expect([undrawable.length, repaired?.length, overridden.length]).toEqual([40, 40, 40]);
  });

  it('keeps a suggestion for an unknown word, and has no lists where there is nothing to tell', () => {
    const builder = new RequestBuilder();
    builder.addUnknown('purrple', 'purple');
    const request = builder.build();
    expect(request.unknown).toEqual([{ text: 'purrple', nearest: 'purple' }]);
    expect('repaired' in request || 'remarks' in request).toBe(false);
  });

  it('lists groups in the order of φ', () => {
    const builder = new RequestBuilder();
    assign(builder, 'glasses=yes', 'glasses');
    assign(builder, 'hair_color=red', 'red hair');
    expect(Object.keys(builder.build().attributes)).toEqual(['hair_color', 'glasses']);
    expect(builder.isNamed('glasses') && !builder.isNamed('neck')).toBe(true);
  });
});

describe('what is told of a description', () => {
  it.each([
    ['red hat', ['red (hat)']],
    ['red hat, not a green hat', ['red (hat)']],
    ['a red car', ['red car']],
    ['not pink', ['≠ pink']],
    ['hair is not blue', ['≠ blue hair']],
    ['eyes not gray', ['≠ gray eyes']],
    ['gray eyes', ['gray eyes']],
    ['green skin', ['green skin']],
    ['skin not green', ['≠ green skin']],
    ['silver updo', ['updo']],
    ['no bob', ['≠ bob']],
    ['no hair', ['≠ hair']],
    ['snow', ['snow']],
    ['a girl in red', ['red']],
    ['sword, cape', ['sword', 'cape']],
    ['❤', []],
  ])('of %s is that %j cannot be drawn', (text, undrawable) => {
    expect(requestOf(text).undrawable).toEqual(undrawable);
  });

  it.each([
    ['pink skin', {}],
    ['brown skin', { skin: { dark: 1 } }],
    ['white skin', { skin: { light: 1 } }],
    ['black face', { skin: { dark: 1 } }],
    ['red cheeks', { blush: { yes: 1 } }],
    ['pink face', { blush: { yes: 1 } }],
    ['cheeks not red', { blush: { no: 1 } }],
    ['no accessories', { ornament: { none: 1 }, neck: { none: 1 } }],
    ['neck: none', { neck: { none: 1 } }],
    ['bangs', { bangs: { blunt: 1 / 3, swept: 1 / 3, strands: 1 / 3 } }],
    ['blunt bangs', { bangs: { blunt: 1 } }],
    ['blunt fringe, bangs', { bangs: { blunt: 1 } }],
    ['no bangs', { bangs: { none: 1 } }],
    ['slightly sad', { expression: { sad: 0.6, neutral: 0.4 } }],
    ['a bit tan', { skin: { dark: 0.6, light: 0.4 } }],
    ['no cat girl', { ornament: { none: 1 } }],
    ['heterochromia, one gold, one blue', { eye_color: { blue: 1 } }],
    ['heterochromia, scarf, blonde', { hair_color: { blonde: 1 }, neck: { scarf: 1 } }],
    ['light', {}],
    ['sharp', {}],
  ])('%s asks for %j', (text, attributes) => {
    expect(requestOf(text).attributes).toEqual(attributes);
  });
});

describe('options beside a description', () => {
  const withOptions = (options: Record<string, string>) =>
    parseDescription('red hair, hat', { options }).request;

  it('override the text, by value or by words', () => {
    expect(withOptions({ hair_color: 'blue', ornament: 'big ribbon' }).attributes).toEqual({
      hair_color: { blue: 1 },
      ornament: { ribbon: 1 },
    });
  });

  it('are read beside the noun of their group', () => {
    expect(withOptions({ eye_color: 'Gold' }).attributes.eye_color).toEqual({
      orange: 0.5,
      yellow: 0.5,
    });
    expect(withOptions({ hair_length: 'down to the waist' }).attributes.hair_length).toEqual({
      long: 1,
    });
    expect(withOptions({ mouth: 'open', eyes: 'closed' }).attributes).toMatchObject({
      mouth: { open: 1 },
      eyes: { closed: 1 },
    });
  });

  it('are unknown words where they say nothing of their group', () => {
    expect(withOptions({ hair_color: 'zorgle' }).unknown).toEqual([{ text: 'zorgle' }]);
    expect(withOptions({ hair_color: '  ' }).unknown).toEqual([]);
  });
});
