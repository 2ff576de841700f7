import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { View } from './game.js';

const VIEWS: readonly string[] = [
  'pull',
  'recent',
  'gallery',
  'morph',
  'blend',
  'find',
] satisfies readonly View[];

/** The section that the address names, and the favourite that stands open over it. */
export interface Place {
  readonly view: View;
  readonly number: number | undefined;
}

/** The current view, and the ways to others; the browser's own Back undoes each of them. */
export interface Navigation extends Place {
  readonly goTo: (view: View) => void;
  readonly open: (number: number) => void;
  /** The next one in place of this one, so that Back still closes. */
  readonly turnTo: (number: number) => void;
  readonly close: () => void;
}

/** Follows the address: `#gallery` is a section, `#gallery/3` its favourite 3. */
export function useView(): Navigation {
  const [place, setPlace] = useState<Place>(placeOfAddress);
  const isOpenedHere = useRef(false);
  useEffect(() => {
    const follow = (): void => setPlace(placeOfAddress());
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);
  const replace = useCallback((hash: string) => {
    history.replaceState(null, '', hash);
    setPlace(placeOfAddress());
  }, []);
  const goTo = useCallback((next: View) => {
    location.hash = next;
  }, []);
  const open = useCallback((number: number) => {
    isOpenedHere.current = true;
    location.hash = `${placeOfAddress().view}/${number}`;
  }, []);
  const turnTo = useCallback(
    (number: number) => replace(`#${placeOfAddress().view}/${number}`),
    [replace],
  );
  const close = useCallback(() => {
    const { view, number } = placeOfAddress();
    if (number === undefined) return;
    if (isOpenedHere.current) history.back();
    else replace(`#${view}`);
    isOpenedHere.current = false;
  }, [replace]);
  return { ...place, goTo, open, turnTo, close };
}

function placeOfAddress(): Place {
  const [name = '', number = ''] = location.hash.slice(1).split('/');
  return {
    view: VIEWS.includes(name) ? (name as View) : 'pull',
    number: /^\d{1,9}$/.test(number) ? Number(number) : undefined,
  };
}
