import { useCallback, useEffect, useState } from 'preact/hooks';
import type { WireFavoritePage, WireFavoriteQuery } from '../../../../wire.js';
import { act } from '../connection/api.js';
import { useGame } from '../game.js';
import { useSay } from '../sentences.js';
import { sentenceOf } from '../chat/use-turns.js';

/** A page that has arrived, or why it has not. */
export interface FavoritesView {
  /** Undefined until it has arrived. */
  readonly page: WireFavoritePage | undefined;
  readonly fault: string | undefined;
  readonly reload: () => void;
}

/** A page of the visitor's favourites. */
export function useFavorites(query: WireFavoriteQuery): FavoritesView {
  const say = useSay();
  const { noteKept } = useGame();
  const [page, setPage] = useState<WireFavoritePage>();
  const [fault, setFault] = useState<string>();
  const [round, setRound] = useState(0);
  const key = JSON.stringify(query);
  useEffect(() => {
    const abort = new AbortController();
    act('favorites', JSON.parse(key), { signal: abort.signal })
      .then((reply) => {
        if (reply?.kind !== 'favorites') return;
        setPage(reply);
        setFault(undefined);
        noteKept(reply.items.map(({ portrait, number }) => [portrait.id, number]));
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setFault(sentenceOf(error, undefined, say));
      });
    return () => abort.abort();
  }, [key, round, say]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { page, fault, reload };
}
