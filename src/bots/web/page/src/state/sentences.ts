import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WireBoot } from '../../../wire.js';

/**
 * The sentence of a key such as `web:nav.skip`, its placeholders filled; the key itself where there
 * is none.
 */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Looks sentences up as the server does (i18next's placeholders and plurals), in a few lines. */
export function createSay({ language, catalogue }: WireBoot): Say {
  const plurals = new Intl.PluralRules(language);
  return (key, params = {}) => {
    const { count } = params;
    const form = typeof count === 'number' ? plurals.select(count) : undefined;
    const sentence =
      (form === undefined ? undefined : find(catalogue, `${key}_${form}`)) ??
      find(catalogue, key) ??
      key;
    return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  };
}

function find(catalogue: Readonly<Record<string, unknown>>, key: string): string | undefined {
  let here: unknown = catalogue;
  for (const part of key.split(/[:.]/)) {
    here = (here as Readonly<Record<string, unknown>> | undefined)?.[part];
  }
  return typeof here === 'string' ? here : undefined;
}

/** The sentences of the page's language; outside the page keys stand for themselves. */
export const SayContext = createContext<Say>((key) => key);

/**
 * Gives another function when the language is switched, so that what depends on it is worded anew.
 */
export function useSay(): Say {
  return useContext(SayContext);
}
