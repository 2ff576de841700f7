import { describe, expect, it } from 'vitest';
import {
  parseCommand,
  parsePullText,
  takePercent,
  takeReference,
  takeWord,
} from '../../../src/bots/telegram/command-text.js';

describe('parseCommand', () => {
  it.each([
    ['/gacha silver hair', { name: 'gacha', rest: 'silver hair' }],
    ['/gacha', { name: 'gacha', rest: '' }],
    ['/GACHA@Some_Bot  x4', { name: 'gacha', botUsername: 'Some_Bot', rest: 'x4' }],
    ['/forget-me', { name: 'forget_me', rest: '' }],
    ['/gacha\n銀髪\n赤い目', { name: 'gacha', rest: '銀髪\n赤い目' }],
    ['  /help ', { name: 'help', rest: '' }],
  ])('reads %j', (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });

  it.each(['silver hair', 'a /gacha', '/', '/髪', '//gacha', ''])('takes %j for words', (text) => {
    expect(parseCommand(text)).toBeUndefined();
  });
});

describe('parsePullText', () => {
  it.each([
    ['silver hair', { description: 'silver hair' }],
    ['x4 silver hair', { description: 'silver hair', count: 4 }],
    ['silver ×10 hair seed:7', { description: 'silver hair', count: 10, seed: 7 }],
    ['seed=0', { description: '', seed: 0 }],
    ['x99', { description: '', count: 99 }],
    ['xx4 axe4', { description: 'xx4 axe4' }],
    ['', { description: '' }],
  ])('reads %j', (text, wish) => {
    expect(parsePullText(text)).toEqual(wish);
  });
});

describe('takePercent', () => {
  it.each([
    ['12 red hair 60%', { text: '12 red hair', fraction: 0.6 }],
    ['60 % red', { text: 'red', fraction: 0.6 }],
    ['赤 60％', { text: '赤', fraction: 0.6 }],
    ['999%', { text: '', fraction: 9.99 }],
    ['red', { text: 'red' }],
  ])('reads %j', (text, taken) => {
    expect(takePercent(text)).toEqual(taken);
  });
});

describe('takeWord', () => {
  it('finds a word anywhere, but only a whole one', () => {
    expect(takeWord('12 Strong', ['subtle', 'strong'])).toEqual({ text: '12', word: 'strong' });
    expect(takeWord('stronger', ['subtle', 'strong'])).toEqual({ text: 'stronger' });
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

  it('reads ten thousand characters at once', () => {
    const text = '"'.repeat(5000) + ' '.repeat(5000);
    expect(takeReference(text).reference).not.toBe('');
  });
});
