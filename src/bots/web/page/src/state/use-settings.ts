import { useEffect, useState } from 'preact/hooks';
import type { WireBoot } from '../../../wire.js';
import { act, fetchSentences } from './connection/api.js';
import { recall, remember } from './remember.js';

/** `auto` follows the device. */
export type Theme = 'auto' | 'light' | 'dark';

/** Light, dark, or as the device says. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => {
    const stored = recall('mugen-theme');
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  });
  useEffect(() => {
    remember('mugen-theme', theme === 'auto' ? undefined : theme);
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return [theme, setTheme];
}

const YEAR_S = 365 * 24 * 60 * 60;

/**
 * Gives the sentences of another language and remembers it. @throws TypeError when the server cannot be
 * reached; the language stays as it was then
 */
export async function switchLanguage(language: string): Promise<WireBoot> {
  const before = document.documentElement.lang;
  setCookie(language);
  try {
    const boot = await fetchSentences();
    document.documentElement.lang = boot.language;
    // Only so that the game knows too; nobody waits for it.
    act('language', { language }).catch(() => undefined);
    return boot;
  } catch (error) {
    setCookie(before);
    throw error;
  }
}

function setCookie(language: string): void {
  document.cookie = `mugen-language=${language}; path=/; max-age=${YEAR_S}; samesite=strict`;
}
