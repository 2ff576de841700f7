import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../../src/bots/telegram/sending/delivery.js';
import { clip, escapeHtml, fitLines } from '../../../src/bots/telegram/html.js';
import { findHtmlProblem, visibleText } from '../../support/telegram-standin/html.js';

describe('escapeHtml', () => {
  it('leaves nothing that Telegram would parse', () => {
    const hostile = '<b>&lt;</b> <script>alert(1)</script> & "quotes" </i';
    const escaped = escapeHtml(hostile);
    expect(findHtmlProblem(escaped)).toBeUndefined();
    expect(visibleText(escaped, 'HTML')).toBe(hostile);
  });
});

describe('clip', () => {
  it('cuts between whole characters', () => {
    expect(clip('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15)).toBe('👩‍👩‍👧‍👦…');
    expect(clip('short', 15)).toBe('short');
  });
});

describe('fitLines', () => {
  it('keeps the first lines that fit, and cuts a first line that does not', () => {
    expect(fitLines(['one', '', 'two', 'three'], 9)).toBe('one\ntwo');
    expect(fitLines(['abcdefgh'], 5)).toBe('abcd…');
  });
});

describe('htmlOf', () => {
  it('stays within the limit after parsing, whatever is in it', () => {
    const lines = ['<&>'.repeat(2000), 'b'.repeat(2000)];
    const html = htmlOf(lines, 1024);
    expect(visibleText(html, 'HTML').length).toBeLessThanOrEqual(1024);
    expect(findHtmlProblem(html)).toBeUndefined();
  });

  it('makes nothing of nothing', () => {
    expect(htmlOf(['', ''], 1024)).toBe('');
  });
});
