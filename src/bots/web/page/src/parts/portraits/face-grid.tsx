import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WireFavorite } from '../../../../wire.js';
import { useSay } from '../../state/sentences.js';
import { FavoriteDialog } from './favorite-dialog.js';
import { Portrait } from './portrait.js';

interface FaceGridProps {
  readonly favorites: readonly WireFavorite[];
  readonly onChange?: () => void;
}

/** Favourites as cards; one opens large. */
export function FaceGrid({ favorites, onChange }: FaceGridProps): JSX.Element {
  const say = useSay();
  const [open, setOpen] = useState<WireFavorite>();
  return (
    <>
      <ul class="faces">
        {favorites.map((favorite) => (
          <li key={favorite.number}>
            <button
              type="button"
              class="face"
              aria-label={say('web:gallery.open', { label: favorite.label })}
              onClick={() => setOpen(favorite)}
            >
              <Portrait portrait={favorite.portrait} isDecoration />
              <span class="face-number">{favorite.number}</span>
              {favorite.name !== '' && <span class="face-name">{favorite.name}</span>}
            </button>
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <FavoriteDialog
          favorite={open}
          onClose={() => setOpen(undefined)}
          {...(onChange ? { onChange } : {})}
        />
      )}
    </>
  );
}
