import { useEffect, useState } from 'preact/hooks';
import type { WireFavorite } from '../../../wire.js';
import { useFavorites } from './use-favorites.js';

/** A visitor's favourites, the newest first, which grow page by page. */
export interface FavoriteRow {
  /** Undefined until the first have arrived. */
  readonly favorites: readonly WireFavorite[] | undefined;
  readonly fault: string | undefined;
  /** Brings the next page; undefined when all are there. */
  readonly more: (() => void) | undefined;
}

/** For benches, which must reach every favourite and not only the newest ones. */
export function useFavoriteRow(): FavoriteRow {
  const [wanted, setWanted] = useState(1);
  const { page, fault } = useFavorites({ page: wanted });
  const [favorites, setFavorites] = useState<readonly WireFavorite[]>();
  useEffect(() => {
    if (page === undefined) return;
    const arrived = new Set(page.items.map(({ number }) => number));
    setFavorites((before = []) => [
      ...before.filter(({ number }) => !arrived.has(number)),
      ...page.items,
    ]);
  }, [page]);
  const hasMore = page !== undefined && page.page === wanted && page.page < page.pageCount;
  return { favorites, fault, more: hasMore ? () => setWanted(wanted + 1) : undefined };
}
