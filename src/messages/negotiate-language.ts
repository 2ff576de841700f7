import type { Language } from '../attributes/language.js';

/** Scripts and regions that write Chinese in traditional characters. */
const TRADITIONAL = /(^|-)(hant|tw|hk|mo)(-|$)/;

/**
 * The language of a tag as browsers, locales, Discord (`zh-TW`) and Telegram (`zh-hans`) write them:
 * `ja_JP.UTF-8` → `ja`, `zh-HK` → `zh-TW`. Undefined when it is none of ours.
 */
export function languageOfTag(tag: string): Language | undefined {
  const parts = tag.trim().toLowerCase().replaceAll('_', '-').split(/[.@]/)[0] ?? '';
  const primary = parts.split('-')[0];
  if (primary === 'ja' || primary === 'en') return primary;
  if (primary !== 'zh' && primary !== 'yue') return undefined;
  if (/(^|-)hans(-|$)/.test(parts)) return 'zh-CN';
  return TRADITIONAL.test(parts) || primary === 'yue' ? 'zh-TW' : 'zh-CN';
}

/** The first of several tags, best first, that we speak; English when there is none. */
export function negotiateLanguage(tags: readonly (string | null | undefined)[]): Language {
  for (const tag of tags) {
    const language = tag ? languageOfTag(tag) : undefined;
    if (language !== undefined) return language;
  }
  return 'en';
}

/** The tags of an Accept-Language header (RFC 9110), best first, without those refused by q=0. */
export function parseAcceptLanguage(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const quality = parameters.find((parameter) => /^\s*q\s*=/i.test(parameter));
      const weight = quality === undefined ? 1 : Number.parseFloat(quality.split('=')[1] ?? '');
      return { tag: tag.trim(), weight: Number.isNaN(weight) ? 0 : weight };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((first, second) => second.weight - first.weight)
    .map(({ tag }) => tag);
}

/** The locale settings of a process, best first, as POSIX ranks them. */
export function localeTags(environment: Readonly<Record<string, string | undefined>>): string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment as Record<string, string>;
  return [...(LANGUAGE ?? '').split(':'), LC_ALL ?? '', LC_MESSAGES ?? '', LANG ?? ''].filter(
    (tag) => tag !== '',
  );
}
