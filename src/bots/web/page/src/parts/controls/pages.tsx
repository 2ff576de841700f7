import type { JSX } from 'preact';
import { useSay } from '../../state/sentences.js';

interface PagesProps {
  readonly page: number;
  readonly pageCount: number;
  readonly onTurn: (page: number) => void;
}

/** The way to other pages; nothing where there is only one. */
export function Pages({ page, pageCount, onTurn }: PagesProps): JSX.Element | null {
  const say = useSay();
  if (pageCount <= 1) return null;
  const turn = (to: number, key: string): JSX.Element => (
    <button
      type="button"
      class="button"
      disabled={to < 1 || to > pageCount}
      onClick={() => onTurn(to)}
    >
      {say(key)}
    </button>
  );
  return (
    <nav class="pages" aria-label={say('common:favourite.page', { page, pages: pageCount })}>
      {turn(page - 1, 'common:action.previous')}
      <span>{say('common:favourite.page', { page, pages: pageCount })}</span>
      {turn(page + 1, 'common:action.next')}
    </nav>
  );
}
