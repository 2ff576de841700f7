import { createInstance, type TFunction, type TOptions } from 'i18next';
import { LANGUAGES, type Language } from '../attributes/language.js';
import { loadCatalogues, NAMESPACES, type Catalogue, type Namespace } from './catalogues.js';

/** Values of a sentence's placeholders; `count` also picks the plural form. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** Everything a person reads. */
export interface Messages {
  /**
   * The sentence of a key such as `common:action.keep`. Parameters are put in as they are, without
   * being read for placeholders of their own; escaping them for a platform is the front end's part.
   */
  readonly t: (language: Language, key: string, params?: MessageParams) => string;
  /** True if the key exists. */
  has(key: string): boolean;
  /** A whole namespace, for front ends that word things on the far side. */
  catalogue(language: Language, namespace: Namespace): Catalogue;
}

/** Loads the sentences of all languages. @throws when a catalogue cannot be read */
export function createMessages(): Messages {
  const catalogues = loadCatalogues();
  const instance = createInstance();
  void instance.init({
    resources: catalogues,
    supportedLngs: [...LANGUAGES],
    ns: [...NAMESPACES],
    defaultNS: 'common',
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  const translators = new Map<Language, TFunction>(
    LANGUAGES.map((language) => [language, instance.getFixedT(language)]),
  );
  return {
    t: (language, key, params = {}) =>
      (translators.get(language) ?? instance.t)<string, TOptions, string>(key, { ...params }),
    has: (key) => instance.exists(key, { count: 1 }) || instance.exists(key),
    catalogue: (language, namespace) => catalogues[language][namespace],
  };
}
