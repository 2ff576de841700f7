import { useEffect, useState } from 'preact/hooks';
import type { WireBoot } from '../../../wire.js';
import { act, fetchSentences } from './api.js';

/** `auto` follows the device. */
export type Theme = 'auto' | 'light' | 'dark';

/** Light, dark, or as the device says. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => {
    const stored = localStorage.getItem('mugen-theme');
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  });
  useEffect(() => {
    if (theme === 'auto') {
      localStorage.removeItem('mugen-theme');
      delete document.documentElement.dataset['theme'];
    } else {
      localStorage.setItem('mugen-theme', theme);
      document.documentElement.dataset['theme'] = theme;
    }
  }, [theme]);
  return [theme, setTheme];
}

const YEAR_S = 365 * 24 * 60 * 60;

/** Switches the language in place and remembers it. */
export async function switchLanguage(language: string): Promise<WireBoot> {
  document.cookie = `mugen-language=${language}; path=/; max-age=${YEAR_S}; samesite=strict`;
  const boot = await fetchSentences();
  document.documentElement.lang = boot.language;
  // Only so that the game knows too; nobody waits for it.
  act('language', { language }).catch(() => undefined);
  return boot;
}
