import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../src/parsing/sections/sheet.js';

const read = (text: string): string =>
  readSheet(text, (key) => ['expression', 'name'].includes(key)).trim();

describe('readSheet', () => {
  it.each([
    ['red hair, blue eyes', 'red hair, blue eyes'],
    ['hair: long, silver / eyes: blue', 'hair: long, hair: silver\neyes: blue'],
    ['【发色】粉【瞳色】绿', '发色: 粉\n瞳色: 绿'],
    ['appearance: long blonde hair', 'long blonde hair'],
    ['rin: long silver hair', 'long silver hair'],
    ['expression: calm', 'expression:  calm'],
    ['happy :d', 'happy :d'],
  ])('reads %j as %j', (text, written) => {
    expect(read(text)).toBe(written);
  });

  it('takes time linear in a text of nothing but keys', () => {
    const text = 'hair: red, '.repeat(900);
    expect(read(text).split('\n')).toHaveLength(900);
  });
});
