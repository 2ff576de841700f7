import { describe, expect, it } from 'vitest';
import { parseDescription } from '../../../src/parsing/parse-description.js';
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

describe('a sexual word', () => {
  it('is refused where it is asked for', () => {
    const refused = parseDescription('red hair, nsfw');
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'refused' }] });
    expect(JSON.stringify(refused)).not.toContain('nsfw');
  });

  it('is no reason to refuse a negative prompt that keeps it out', () => {
    const parsed = parseDescription('red hair, blue eyes Negative prompt: nsfw, hat');
    expect(parsed).toMatchObject({ ok: true, request: { attributes: { hair_color: { red: 1 } } } });
    expect(JSON.stringify(parsed)).not.toContain('nsfw');
  });
});
