import { describe, expect, it } from 'vitest';
import { escapeText, plainText, shorten } from '../../../src/bots/discord/views/escape.js';

describe('escapeText', () => {
  it.each([
    ['**bold** _x_ ~~y~~', '\\*\\*bold\\*\\* \\_x\\_ \\~\\~y\\~\\~'],
    ['@everyone <@123>', '\\@everyone \\<\\@123\\>'],
    ['[free](https://evil.example)', '\\[free\\]\\(https\\:\\/\\/evil\\.example\\)'],
    ['# big\n> quote\n-# small', '\\# big \\> quote \\-\\# small'],
    ['||spoiler|| `code` <t:0:R>', '\\|\\|spoiler\\|\\| \\`code\\` \\<t\\:0\\:R\\>'],
    ['金髪 青い目 👱‍♀️', '金髪 青い目 👱‍♀️'],
  ])('shows %j as it was written', (text, shown) => {
    expect(escapeText(text)).toBe(shown);
  });

  it('takes away control characters and marks that turn the direction of writing', () => {
    expect(escapeText('a\u0000b\u202Ec\u2066d\r\ne')).toBe('a b c d e');
  });

  it('shortens before it escapes, so that no backslash is left alone', () => {
    expect(escapeText('*'.repeat(500), 10)).toBe(`${'\\*'.repeat(9)}…`);
  });
});

describe('plainText', () => {
  it('keeps punctuation for places without markdown', () => {
    expect(plainText(' *Aya*\n')).toBe('*Aya*');
  });
});

describe('shorten', () => {
  it('never tears a character apart', () => {
    expect(shorten('👱👱👱', 4)).toBe('👱…');
  });
});
