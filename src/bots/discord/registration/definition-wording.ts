import type { Messages } from '../../../messages/messages.js';
import type { Language } from '../../../game/people/person.js';

/** Discord's codes for the languages besides English, which stands in the unlocalised fields. */
const locales = ['zh-CN', 'zh-TW', 'ja'] as const satisfies readonly Language[];

/**
 * A name as the API of Discord takes it: English, and the other languages by their locale codes.
 */
export interface LocalisedName {
  readonly name: string;
  readonly name_localizations: Record<string, string>;
}

/** A name and a description, as commands and options need them. */
export interface LocalisedText extends LocalisedName {
  readonly description: string;
  readonly description_localizations: Record<string, string>;
}

/** The sentence of `key` in every language. */
export function localisedName(messages: Messages, key: string): LocalisedName {
  return { name: messages.t('en', key), name_localizations: inOthers(messages, key) };
}

/** `key.name` and `key.description` in every language. */
export function localisedText(messages: Messages, key: string): LocalisedText {
  return {
    ...localisedName(messages, `${key}.name`),
    description: messages.t('en', `${key}.description`),
    description_localizations: inOthers(messages, `${key}.description`),
  };
}

function inOthers(messages: Messages, key: string): Record<string, string> {
  return Object.fromEntries(locales.map((locale) => [locale, messages.t(locale, key)]));
}
