import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Turn } from '../chat/turns.js';

/** This close to the end counts as there. */
const END_PX = 90;

/** The chat's scroll position, and whether its reader has scrolled up. */
export interface Following {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly list: RefObject<HTMLOListElement | null>;
  readonly isAway: boolean;
  readonly toEnd: () => void;
}

/**
 * Follows what comes, but never drags along a reader who has scrolled up, nor moves faces under a
 * pointer that is on them.
 */
export function useFollowing(turns: readonly Turn[]): Following {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [isAway, setAway] = useState(false);
  const last = turns.at(-1);
  const lastId = useRef(0);

  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    let before = box.scrollTop;
    const follow = (): void => {
      const left = box.scrollHeight - box.clientHeight - box.scrollTop;
      if (left < END_PX) setAway(false);
      // Upwards: the page itself only scrolls down.
      else if (box.scrollTop < before) setAway(true);
      before = box.scrollTop;
    };
    box.addEventListener('scroll', follow, { passive: true });
    return () => box.removeEventListener('scroll', follow);
  }, []);

  const toEnd = useCallback(() => {
    setAway(false);
    list.current?.lastElementChild?.scrollIntoView({ block: 'end', behavior: 'smooth' });
  }, []);

  useEffect(() => {
    const newest = list.current?.lastElementChild;
    if (last === undefined || newest === null || newest === undefined) return;
    const isOwn = last.id !== lastId.current && last.spoken !== '';
    lastId.current = last.id;
    if (isOwn) setAway(false);
    else if (isAway || newest.matches(':has(.tiles:hover, .tiles:focus-within)')) return;
    // The newest turn as a whole where it fits, else from its beginning; endless ones at their end.
    const block = last.action === 'endless' && last.replies.length > 1 ? 'end' : 'start';
    newest.scrollIntoView({ block, behavior: 'smooth' });
  }, [last?.id, last?.replies.length, last?.status]);
  return { scroller, list, isAway, toEnd };
}
