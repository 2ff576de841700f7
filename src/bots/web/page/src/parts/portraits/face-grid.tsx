import type { JSX } from 'preact';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import type { Shelf } from '../../state/use-favorites.js';
import { Portrait } from './portrait.js';

interface FaceGridProps {
  readonly shelf: Shelf;
}

/** Favourites as cards; one opens large. */
export function FaceGrid({ shelf }: FaceGridProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  return (
    <ul class="faces">
      {shelf.items.map((favorite) => (
        <li key={favorite.number}>
          <button
            type="button"
            class="face"
            aria-label={say('web:gallery.open', { label: favorite.label })}
            onClick={() => game.open(favorite.number, shelf)}
          >
            <Portrait portrait={favorite.portrait} isDecoration />
            <span class="face-number">{favorite.number}</span>
            {favorite.name !== '' && <span class="face-name">{favorite.name}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
