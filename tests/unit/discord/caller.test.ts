import { describe, expect, it } from 'vitest';
import { hintedLanguage } from '../../../src/bots/discord/caller.js';

describe('hintedLanguage', () => {
  it.each([
    [{ locale: 'ja' }, 'ja'],
    [{ locale: 'zh-TW', text: 'blonde' }, 'zh-TW'],
    [{ locale: 'en-GB', guildLocale: 'ja' }, 'en'],
    [{ text: '黒髪 赤い目' }, 'ja'],
    [{ text: '金髪' }, 'ja'],
    [{ text: '金发碧眼' }, 'zh-CN'],
    [{ text: '金髮碧眼' }, 'zh-TW'],
    [{ text: '金色', guildLocale: 'zh-TW' }, 'zh-TW'],
    [{ text: 'blonde', guildLocale: 'ja' }, 'ja'],
    [{ locale: 'pl', text: 'blonde' }, 'en'],
    [{}, 'en'],
  ])('takes %j for %s', (origin, language) => {
    expect(hintedLanguage(origin)).toBe(language);
  });
});
