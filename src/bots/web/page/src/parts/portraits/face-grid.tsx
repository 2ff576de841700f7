import type { JSX } from 'preact';
import type { WireFavorite } from '../../../../wire.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { Portrait } from './portrait.js';

interface FaceGridProps {
  readonly favorites: readonly WireFavorite[];
}

/** Favourites as cards; one opens large. */
export function FaceGrid({ favorites }: FaceGridProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  return (
    <ul class="faces">
      {favorites.map((favorite) => (
        <li key={favorite.number}>
          <button
            type="button"
            class="face"
            aria-label={say('web:gallery.open', { label: favorite.label })}
            onClick={() => game.open(favorite.number, favorites)}
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
