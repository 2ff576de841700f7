import { useEffect, useState } from 'preact/hooks';
import type { WireFavorite } from '../../../../wire.js';
import { act } from '../connection/api.js';
import { useGame } from '../game.js';
import { useSay } from '../sentences.js';
import type { FavoriteListing } from './favorite-listing.js';
import { sentenceOf } from '../chat/use-turns.js';

/** Favourites that have arrived, from page to page of the list they stand in. */
interface Row {
  readonly items: readonly WireFavorite[];
  readonly first: number;
  readonly last: number;
}

/** The favourite that stands open, and the ways to those beside it. */
export interface Neighbours {
  /** As it came with the list; absent when its address alone was opened. */
  readonly listed: WireFavorite | undefined;
  /** Undefined at the ends of the whole list. */
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

/** Goes through the whole list: pages that have not arrived are fetched on the way. */
export function useNeighbours(
  number: number,
  listing: FavoriteListing,
  onTurn: (number: number) => void,
): Neighbours {
  const say = useSay();
  const game = useGame();
  const [row, setRow] = useState<Row>(() => rowOf(listing));
  useEffect(() => setRow(rowOf(listing)), [listing]);
  const at = row.items.findIndex((item) => item.number === number);

  const fetchPage = async (page: number): Promise<void> => {
    try {
      const reply = await act('favorites', { ...listing.query, page });
      if (reply?.kind !== 'favorites' || reply.page !== page) return;
      const isAfter = page > row.last;
      game.noteKept(reply.items.map((item) => [item.portrait.id, item.number]));
      setRow({
        items: isAfter ? [...row.items, ...reply.items] : [...reply.items, ...row.items],
        first: Math.min(page, row.first),
        last: Math.max(page, row.last),
      });
      const nearest = reply.items.at(isAfter ? 0 : -1);
      if (nearest !== undefined) onTurn(nearest.number);
    } catch (error) {
      game.toast(sentenceOf(error, undefined, say));
    }
  };
  const way = (to: WireFavorite | undefined, page: number): (() => void) | undefined => {
    if (at < 0) return undefined;
    if (to !== undefined) return () => onTurn(to.number);
    return page < 1 || page > listing.pageCount ? undefined : () => void fetchPage(page);
  };
  return {
    listed: row.items[at],
    previous: way(at > 0 ? row.items[at - 1] : undefined, row.first - 1),
    next: way(row.items[at + 1], row.last + 1),
  };
}

function rowOf({ items, page }: FavoriteListing): Row {
  return { items, first: page, last: page };
}
