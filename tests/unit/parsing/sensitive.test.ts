import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../src/parsing/normalize/normalize-text.js';
import { isSensitive } from '../../../src/parsing/refuse/sensitive.js';

const isRefused = (text: string): boolean => isSensitive(normalizeText(text));

describe('isSensitive', () => {
  it.each(['bondage girl, red hair', 'goatse', '緊縛 銀髪', 'ニガー'])('refuses %s', (text) => {
    expect(isRefused(text)).toBe(true);
  });

  it.each([
    'blonde blue-eyes',
    'Sex: female, Hair: long, silver',
    'a sexy smile, red lips',
    '裸足の少女 黒髪ロング',
    '金发碧眼',
    'a girl who hates dominating escorts',
  ])('leaves %s alone', (text) => {
    expect(isRefused(text)).toBe(false);
  });
});
