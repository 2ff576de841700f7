import { useCallback, useEffect, useState } from 'preact/hooks';
import type { View } from './game.js';

const VIEWS: readonly string[] = ['pull', 'gallery', 'morph', 'blend'] satisfies readonly View[];

/** The section that the address names, so that the browser's own buttons work. */
export function useView(): readonly [View, (view: View) => void] {
  const [view, setView] = useState<View>(viewOfAddress);
  useEffect(() => {
    const follow = (): void => setView(viewOfAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const goTo = useCallback((next: View) => {
    location.hash = next;
  }, []);
  return [view, goTo];
}

function viewOfAddress(): View {
  const name = location.hash.slice(1);
  return VIEWS.includes(name) ? (name as View) : 'pull';
}
