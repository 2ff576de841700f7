import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '../attributes/language.js';

/** One JSON file a namespace and language, in `locales/`. */
export const NAMESPACES = [
  'common',
  'attributes',
  'errors',
  'help',
  'web',
  'cli',
  'discord',
  'telegram',
] as const;

/** A file of sentences. */
export type Namespace = (typeof NAMESPACES)[number];

/** Sentences by key; keys nest. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** Reads every sentence of every language. @throws when a file is missing or is no JSON */
export function loadCatalogues(): Record<Language, Record<Namespace, Catalogue>> {
  return mapTo(LANGUAGES, (language) =>
    mapTo(NAMESPACES, (namespace) => loadCatalogue(language, namespace)),
  );
}

function loadCatalogue(language: Language, namespace: Namespace): Catalogue {
  const file = new URL(`./locales/${language}/${namespace}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
}

function mapTo<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
