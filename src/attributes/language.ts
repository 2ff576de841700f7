/** The languages that people are answered in, as BCP 47 tags. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];
