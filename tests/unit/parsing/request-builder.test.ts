import { describe, expect, it } from 'vitest';
import { parseSettings, type Setting } from '../../../src/parsing/lexicon/meaning.js';
import { RequestBuilder } from '../../../src/parsing/resolve/request-builder.js';
import { intersect, isSame, share } from '../../../src/parsing/resolve/weights.js';

function settingOf(text: string): Setting {
  const [setting] = parseSettings(text).settings;
  if (setting === undefined) throw new RangeError(text);
  return setting;
}

const PLAIN = { isGuess: false } as const;
const GUESS = { isGuess: true } as const;

describe('weights', () => {
  it.each([
    [{ red: 1 }, { red: 1 }, true],
    [{ red: 1, blue: 0 }, { red: 1 }, true],
    [{ red: 1 }, { red: 1, blue: 0 }, true],
    [{ red: 0.5, blue: 0.5 }, { blue: 0.5, red: 0.5 }, true],
    [{ red: 0.5, blue: 0.5 }, { red: 0.6, blue: 0.4 }, false],
    [{ red: 1 }, { blue: 1 }, false],
    [{ red: 0.5, blue: 0.5 }, { red: 0.5, green: 0.5 }, false],
    [{}, { blue: 1 }, false],
    [{ red: 0.3 + 1e-9 }, { red: 0.3 }, true],
  ])('of %o and %o are the same: %s', (one, other, expected) => {
    expect(isSame(one, other)).toBe(expected);
    expect(isSame(other, one)).toBe(expected);
  });

  it('sum to 1 in the ratio that they had', () => {
    expect(share([])).toBeUndefined();
    expect(share([['red', 0]])).toBeUndefined();
    expect(
      share([
        ['red', 3],
        ['blue', 1],
      ]),
    ).toEqual({ red: 0.75, blue: 0.25 });
  });

  it('of two denials leave what both leave', () => {
    expect(intersect({ short: 0.5, medium: 0.5 }, { medium: 0.5, long: 0.5 })).toEqual({
      medium: 1,
    });
    expect(intersect({ short: 1 }, { long: 1 })).toBeUndefined();
  });
});

describe('a request that is built', () => {
  it('has its groups in the order of φ, whatever was said first', () => {
    const builder = new RequestBuilder();
    builder.assign('glasses', { yes: 1 }, { text: 'glasses', ...PLAIN });
    builder.assign('hair_color', { red: 1 }, { text: 'red hair', ...PLAIN });
    expect(Object.keys(builder.build().attributes)).toEqual(['hair_color', 'glasses']);
  });

  it('takes the later of two plain words and tells of the earlier', () => {
    const builder = new RequestBuilder();
    builder.assign('hair_color', { red: 1 }, { text: 'red', ...PLAIN });
    builder.assign('hair_color', { blue: 1 }, { text: 'blue', ...PLAIN });
    expect(builder.build()).toMatchObject({
      attributes: { hair_color: { blue: 1 } },
      overridden: [
        {
          group: 'hair_color',
          earlier: { text: 'red', value: 'red' },
          later: { text: 'blue', value: 'blue' },
        },
      ],
    });
  });

  it('tells nothing of a word that is said twice', () => {
    const builder = new RequestBuilder();
    builder.assign('hair_color', { red: 1 }, { text: 'red', ...PLAIN });
    builder.assign('hair_color', { red: 1 }, { text: 'crimson', ...PLAIN });
    expect(builder.build().overridden).toEqual([]);
  });

  it('keeps a plain word against a guess, in either order', () => {
    const before = new RequestBuilder();
    before.assign('hair_color', { red: 1 }, { text: 'red', ...GUESS });
    before.assign('hair_color', { blue: 1 }, { text: 'blue hair', ...PLAIN });
    expect(before.build()).toMatchObject({ attributes: { hair_color: { blue: 1 } }, guessed: [] });
    expect(before.build().overridden).toEqual([]);
    const after = new RequestBuilder();
    after.assign('hair_color', { blue: 1 }, { text: 'blue hair', ...PLAIN });
    after.assign('hair_color', { red: 1 }, { text: 'red', ...GUESS });
    expect(after.build()).toMatchObject({ attributes: { hair_color: { blue: 1 } }, guessed: [] });
    expect(after.build().overridden).toMatchObject([{ earlier: { text: 'red' } }]);
  });

  it('names a guess unless nobody would have meant anything else', () => {
    const builder = new RequestBuilder();
    builder.assign('blush', { yes: 1 }, { text: 'shy', ...GUESS });
    builder.assign('hair_color', { blonde: 1 }, { text: 'blonde', isGuess: true, isGranted: true });
    expect(builder.build().guessed).toEqual([{ text: 'shy', group: 'blush', value: 'yes' }]);
  });

  it('knows the group of the latest colour, and no other group', () => {
    const builder = new RequestBuilder();
    expect(builder.latestColor).toBeUndefined();
    builder.assign('eye_color', { red: 1 }, { text: 'red eyes', ...PLAIN });
    builder.assign('glasses', { yes: 1 }, { text: 'glasses', ...PLAIN });
    expect(builder.latestColor).toBe('eye_color');
    builder.assign('hair_color', { red: 1 }, { text: 'red hair', ...PLAIN });
    expect(builder.latestColor).toBe('hair_color');
  });

  it.each([
    [['feminine'], { feminine: 1 }],
    [['feminine', 'feminine'], { feminine: 1 }],
    [['feminine', 'masculine'], undefined],
    [[], undefined],
  ])('takes the look from the pronouns %j: %j', (looks, expected) => {
    const builder = new RequestBuilder();
    for (const look of looks) builder.addPronoun(settingOf(`look=${look}`));
    expect(builder.build().attributes.look).toEqual(expected);
  });

  it('takes the look from a noun before pronouns', () => {
    const builder = new RequestBuilder();
    builder.addPronoun(settingOf('look=feminine'));
    builder.assign('look', { masculine: 1 }, { text: 'boy', ...PLAIN });
    expect(builder.build().attributes.look).toEqual({ masculine: 1 });
  });
});

describe('a denial', () => {
  const none = { none: 1 };

  it('sets what is left, and counts as understood', () => {
    const builder = new RequestBuilder();
    builder.deny(settingOf('ornament=hat'), none, 'hat');
    expect(builder.isUnderstood).toBe(true);
    expect(builder.isNamed('ornament')).toBe(true);
    expect(builder.isNamed('neck')).toBe(false);
    expect(builder.build().attributes.ornament).toEqual(none);
  });

  it('leaves what was asked for in other words', () => {
    const builder = new RequestBuilder();
    builder.assign('ornament', { animal_ears: 1 }, { text: 'cat ears', ...PLAIN });
    builder.deny(settingOf('ornament=ribbon'), none, 'ribbon');
    expect(builder.build()).toMatchObject({ attributes: { ornament: { animal_ears: 1 } } });
    expect(builder.build().undrawable).toEqual([]);
  });

  it('takes back the very value that was asked for, where there can be none', () => {
    const builder = new RequestBuilder();
    builder.assign('ornament', { hat: 1 }, { text: 'hat', ...PLAIN });
    builder.deny(settingOf('ornament=hat'), none, 'hat');
    expect(builder.build().attributes.ornament).toEqual(none);
  });

  it('tells where a value is both asked for and denied that has no absence', () => {
    const builder = new RequestBuilder();
    builder.assign('hair_length', { long: 1 }, { text: 'long', ...PLAIN });
    builder.deny(settingOf('hair_length=long'), { short: 0.5, medium: 0.5 }, 'long');
    expect(builder.build()).toMatchObject({
      attributes: { hair_length: { long: 1 } },
      undrawable: ['≠ long'],
    });
  });

  it('of two values leaves the third', () => {
    const builder = new RequestBuilder();
    builder.deny(settingOf('hair_length=long'), { short: 0.5, medium: 0.5 }, 'long');
    builder.deny(settingOf('hair_length=short'), { long: 0.5, medium: 0.5 }, 'short');
    expect(builder.build().attributes.hair_length).toEqual({ medium: 1 });
  });

  it.each([true, false])(
    'takes its value out of a guessed mixture, denied first: %s',
    (isFirst) => {
      const builder = new RequestBuilder();
      const deny = (): void => builder.deny(settingOf('ornament=ribbon'), none, 'ribbon');
      if (isFirst) deny();
      const weights = { ribbon: 0.5, flower: 0.5 };
      builder.assign('ornament', weights, { text: 'hair ornament', ...GUESS });
      if (!isFirst) deny();
      expect(builder.build().attributes.ornament).toEqual({ flower: 1 });
    },
  );

  it('is replaced by a later plain word, of which nothing is told', () => {
    const builder = new RequestBuilder();
    builder.deny(settingOf('ornament=hat'), none, 'hat');
    builder.assign('ornament', { ribbon: 1 }, { text: 'ribbon', ...PLAIN });
    expect(builder.build()).toMatchObject({
      attributes: { ornament: { ribbon: 1 } },
      overridden: [],
    });
  });
});

describe('reports', () => {
  it('are told once each, and no more than forty of a kind', () => {
    const builder = new RequestBuilder();
    for (let at = 0; at < 50; at += 1) {
      builder.addUnknown(`word ${at}`, at === 0 ? 'ward' : undefined);
      builder.addUnknown(`word ${at}`, 'other');
      builder.addUndrawable(`thing ${at}`);
      builder.addUndrawable(`thing ${at}`);
      builder.addRepair({ text: `slip ${at}`, word: 'slip' });
      builder.assign(
        'hair_color',
        { [at % 2 === 0 ? 'red' : 'blue']: 1 },
        { text: `${at}`, ...PLAIN },
      );
    }
    const { unknown, undrawable, repaired, overridden } = builder.build();
    expect([unknown, undrawable, repaired ?? [], overridden].map(({ length }) => length)).toEqual([
      40, 40, 40, 40,
    ]);
    expect(unknown.slice(0, 2)).toEqual([{ text: 'word 0', nearest: 'ward' }, { text: 'word 1' }]);
  });

  it('that there are none of are absent', () => {
    const builder = new RequestBuilder();
    expect(builder.hasUnknown).toBe(false);
    expect(builder.build()).toEqual({
      attributes: {},
      guessed: [],
      overridden: [],
      unknown: [],
      undrawable: [],
    });
  });

  it('of the description as a whole are told once per kind', () => {
    const builder = new RequestBuilder();
    builder.addRemark({ kind: 'character' });
    builder.addRemark({ kind: 'character' });
    builder.addUnknown('zorp', undefined);
    expect(builder.hasUnknown).toBe(true);
    expect(builder.build().remarks).toEqual([{ kind: 'character' }]);
  });
});
