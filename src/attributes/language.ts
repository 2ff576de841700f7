/** The languages that people are answered in, as BCP 47 tags. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'ja'] as const;

/** One of {@link LANGUAGES}; what somebody's platform says is narrowed to it by `negotiateLanguage`. */
export type Language = (typeof LANGUAGES)[number];
