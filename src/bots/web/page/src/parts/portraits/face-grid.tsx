import type { JSX } from 'preact';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import type { FavoriteListing } from '../../state/favorites/favorite-listing.js';
import { Portrait } from './portrait.js';

interface FaceGridProps {
  readonly listing: FavoriteListing;
}

/** Favourites as cards; one opens large. */
export function FaceGrid({ listing }: FaceGridProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  return (
    <ul class="faces">
      {listing.items.map((favorite) => (
        <li key={favorite.number}>
          <button
            type="button"
            class="face"
            aria-label={say('web:gallery.open', { label: favorite.label })}
            onClick={() => game.open(favorite.number, listing)}
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
