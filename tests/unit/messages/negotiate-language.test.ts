import { describe, expect, it } from 'vitest';
import {
  languageOfTag,
  localeTags,
  negotiateLanguage,
  parseAcceptLanguage,
} from '../../../src/messages/negotiate-language.js';

describe('languageOfTag', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['ja', 'ja'],
    ['ja_JP.UTF-8', 'ja'],
    ['zh', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-hans', 'zh-CN'],
    ['zh_CN.utf8@pinyin', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['zh-TW', 'zh-TW'],
    ['zh_HK', 'zh-TW'],
    ['yue', 'zh-TW'],
  ])('reads %s as %s', (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
  });

  it.each(['', 'C', 'POSIX', 'de-DE', 'zhongwen', '*', '💙'])('does not speak %j', (tag) => {
    expect(languageOfTag(tag)).toBeUndefined();
  });
});

describe('negotiateLanguage', () => {
  it('takes the first tag it speaks', () => {
    expect(negotiateLanguage(['de', undefined, 'zh-HK', 'ja'])).toBe('zh-TW');
  });

  it('falls back to English', () => {
    expect(negotiateLanguage(['de', null])).toBe('en');
  });
});

describe('parseAcceptLanguage', () => {
  it('sorts by quality and leaves out what is refused', () => {
    expect(parseAcceptLanguage('en;q=0.5, ja, zh-TW;q=0.8, de;q=0')).toEqual(['ja', 'zh-TW', 'en']);
  });

  it.each([undefined, '', ';;;', 'q=1;q=x,,,'])('survives %j', (header) => {
    expect(() => parseAcceptLanguage(header)).not.toThrow();
  });
});

describe('localeTags', () => {
  it('ranks settings as POSIX does', () => {
    const environment = { LANG: 'en_US.UTF-8', LC_ALL: 'ja_JP.UTF-8', LANGUAGE: 'zh_TW:en' };
    expect(negotiateLanguage(localeTags(environment))).toBe('zh-TW');
    expect(localeTags({})).toEqual([]);
  });
});
