import { describe, expect, it } from 'vitest';
import {
  readAllowsBlending,
  readFavoritesText,
  readPullText,
  readTags,
  takeAmount,
  takeAnimate,
  takeNumbers,
  takeReference,
  takeShare,
  wholeReference,
} from '../../../../src/game/typed-commands/typed-options.js';

describe('readPullText', () => {
  it.each([
    ['silver hair', { description: 'silver hair' }],
    ['x4 silver hair', { description: 'silver hair', count: 4 }],
    ['silver ×10 hair seed:7', { description: 'silver hair', count: 10, seed: 7 }],
    ['黒髪 10連', { description: '黒髪', count: 10 }],
    ['--count 3 red --seed 0', { description: 'red', count: 3, seed: 0 }],
    ['seed=0', { description: '', seed: 0 }],
    ['seed: 12 red', { description: 'red', seed: 12 }],
    ['x99', { description: '', count: 99 }],
    ['xx4 axe4 max10', { description: 'xx4 axe4 max10' }],
    ['', { description: '' }],
  ])('reads %j', (text, prompt) => {
    expect(readPullText(text)).toEqual(prompt);
  });
});

describe('options of other commands', () => {
  it.each([
    ['12 red hair 60%', { text: '12 red hair', share: 0.6 }],
    ['60 % red', { text: 'red', share: 0.6 }],
    ['赤 60％', { text: '赤', share: 0.6 }],
    ['999%', { text: '', share: 9.99 }],
    ['red', { text: 'red' }],
  ])('reads how much in %j', (text, taken) => {
    expect(takeShare(text)).toEqual(taken);
  });

  it.each([
    ['12 Strong', { text: '12', amount: 'strong' }],
    ['愛子 強', { text: '愛子', amount: 'strong' }],
    ['12 subtle', { text: '12', amount: 'subtle' }],
    ['12 stronger', { text: '12 stronger', amount: 'subtle' }],
  ])('reads how different in %j', (text, taken) => {
    expect(takeAmount(text)).toEqual(taken);
  });

  it('reads whether it shall move, but only from a whole word', () => {
    expect(takeAnimate('red GIF')).toEqual({ text: 'red', isAnimated: true });
    expect(takeAnimate('gifted')).toEqual({ text: 'gifted', isAnimated: false });
  });

  it.each([
    ['1, #2 green eyes', { numbers: [1, 2], text: 'green eyes' }],
    ['3', { numbers: [3], text: '' }],
    ['green eyes', { numbers: [], text: 'green eyes' }],
    ['60% green', { numbers: [], text: '60% green' }],
  ])('reads which favourites in %j', (text, taken) => {
    expect(takeNumbers(text)).toEqual(taken);
  });

  it.each([
    ['', {}],
    ['#quiet page:2', { tag: 'quiet', page: 2 }],
    ['tag:図書館', { tag: '図書館' }],
    ['"Aiko Rin"', { search: 'Aiko Rin' }],
    ['#12', { search: '#12' }],
  ])('reads what to list in %j', (text, query) => {
    expect(readFavoritesText(text)).toEqual(query);
  });

  it('reads tags and privacy', () => {
    expect(readTags('#quiet, 図書館  red')).toEqual(['quiet', '図書館', 'red']);
    expect(['open', 'closed', ''].map(readAllowsBlending)).toEqual([true, false, undefined]);
  });
});

describe('takeReference', () => {
  it.each([
    ['12 red hair', { reference: '12', rest: 'red hair' }],
    ['#12', { reference: '12', rest: '' }],
    ['Aiko red', { reference: 'Aiko', rest: 'red' }],
    ['"Aiko Rin" red', { reference: 'Aiko Rin', rest: 'red' }],
    ['「愛子 さん」 赤い目', { reference: '愛子 さん', rest: '赤い目' }],
    ['“Aiko Rin”', { reference: 'Aiko Rin', rest: '' }],
    ['', { reference: '', rest: '' }],
  ])('reads %j', (text, taken) => {
    expect(takeReference(text)).toEqual(taken);
  });

  it('lets a whole name hold spaces', () => {
    expect(wholeReference('Aiko Rin')).toBe('Aiko Rin');
    expect(wholeReference('“Aiko Rin”')).toBe('Aiko Rin');
  });

  it('reads ten thousand characters at once', () => {
    const text = '"'.repeat(5000) + ' '.repeat(5000);
    expect(takeReference(text).reference).not.toBe('');
  });
});
