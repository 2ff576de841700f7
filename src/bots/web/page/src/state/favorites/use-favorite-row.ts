import { useEffect, useRef, useState } from 'preact/hooks';
import type { WireFavorite } from '../../../../wire.js';
import { useGame } from '../game.js';
import { useFavorites } from './use-favorites.js';

/** A visitor's favourites, the newest first, which grow page by page. */
export interface FavoriteRow {
  /** Undefined until the first have arrived. */
  readonly favorites: readonly WireFavorite[] | undefined;
  readonly fault: string | undefined;
  /** Brings the next page; undefined when all are there. */
  readonly more: (() => void) | undefined;
}

/** For editors, which must reach every favourite and not only the newest ones. */
export function useFavoriteRow(): FavoriteRow {
  const [wanted, setWanted] = useState(1);
  const { revision } = useGame();
  const { page, fault, reload } = useFavorites({ page: wanted });
  const [favorites, setFavorites] = useState<readonly WireFavorite[]>();
  const isOutdated = useRef(false);
  useEffect(() => {
    isOutdated.current = true;
    setWanted(1);
    reload();
  }, [revision]);
  useEffect(() => {
    if (page === undefined) return;
    if (isOutdated.current && page.page === 1) {
      isOutdated.current = false;
      setFavorites(page.items);
      return;
    }
    const arrived = new Set(page.items.map(({ number }) => number));
    setFavorites((before = []) => [
      ...before.filter(({ number }) => !arrived.has(number)),
      ...page.items,
    ]);
  }, [page]);
  const hasMore = page !== undefined && page.page === wanted && page.page < page.pageCount;
  return { favorites, fault, more: hasMore ? () => setWanted(wanted + 1) : undefined };
}
