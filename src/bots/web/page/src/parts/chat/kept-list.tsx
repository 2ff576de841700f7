import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { WireFavoritePage } from '../../../../wire.js';
import { act } from '../../state/connection/api.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { sentenceOf } from '../../state/chat/use-turns.js';
import { Pages } from '../controls/pages.js';
import { FaceGrid } from '../portraits/face-grid.js';

/** Favourites that were asked for in the chat, with the way to those that do not fit. */
export function KeptList({ first }: { readonly first: WireFavoritePage }): JSX.Element {
  const say = useSay();
  const game = useGame();
  const [page, setPage] = useState(first);
  useEffect(() => setPage(first), [first]);
  const turn = async (to: number): Promise<void> => {
    try {
      const reply = await act('favorites', { ...first.query, page: to });
      if (reply?.kind !== 'favorites') return;
      game.noteKept(reply.items.map(({ portrait, number }) => [portrait.id, number]));
      setPage(reply);
    } catch (error) {
      game.toast(sentenceOf(error, undefined, say));
    }
  };
  return (
    <>
      <p class="reply-title">{page.text}</p>
      <FaceGrid listing={page} />
      <Pages {...page} onTurn={(to) => void turn(to)} />
    </>
  );
}
