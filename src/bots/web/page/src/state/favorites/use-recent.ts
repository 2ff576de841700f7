import { useEffect, useState } from 'preact/hooks';
import type { WireRecentPage } from '../../../../wire.js';
import { act } from '../connection/api.js';
import { useGame } from '../game.js';
import { useSay } from '../sentences.js';
import { sentenceOf } from '../chat/use-turns.js';

/** A page that has arrived, or why it has not. */
export interface RecentView {
  /** Undefined until it has arrived. */
  readonly page: WireRecentPage | undefined;
  readonly fault: string | undefined;
}

/** The visitor's recent portraits; fetched again per language and per `round`. */
export function useRecent(
  query: { readonly page?: number; readonly pageSize?: number },
  round = 0,
): RecentView {
  const say = useSay();
  const { noteKept } = useGame();
  const [page, setPage] = useState<WireRecentPage>();
  const [fault, setFault] = useState<string>();
  const key = JSON.stringify(query);
  useEffect(() => {
    const abort = new AbortController();
    act('recent', JSON.parse(key), { signal: abort.signal })
      .then((reply) => {
        if (reply?.kind !== 'recent') return;
        setPage(reply);
        setFault(undefined);
        noteKept(reply.items.map(({ portrait, number }) => [portrait.id, number]));
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setFault(sentenceOf(error, undefined, say));
      });
    return () => abort.abort();
  }, [key, round, say]);
  return { page, fault };
}
