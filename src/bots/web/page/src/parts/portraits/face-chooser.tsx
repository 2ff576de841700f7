import type { JSX } from 'preact';
import type { WireFavorite } from '../../../../wire.js';
import type { EditorFace } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { Portrait } from './portrait.js';

interface FaceChooserProps {
  readonly legend: string;
  readonly favorites: readonly WireFavorite[];
  readonly chosen: EditorFace | undefined;
  readonly onChoose: (face: EditorFace) => void;
  /** Brings older ones; undefined when all are there. */
  readonly onMore?: (() => void) | undefined;
}

/** A row of favourites to take one from. */
export function FaceChooser(props: FaceChooserProps): JSX.Element {
  const { legend, favorites, chosen, onChoose, onMore } = props;
  const say = useSay();
  return (
    <fieldset class="chooser">
      <legend>{legend}</legend>
      <div class="chooser-row">
        {favorites.map(({ number, label, portrait }) => (
          <button
            key={number}
            type="button"
            class="chooser-face"
            aria-pressed={portrait.id === chosen?.portrait.id}
            aria-label={label}
            title={label}
            onClick={() => onChoose({ portrait, label })}
          >
            <Portrait portrait={portrait} size="thumbnail" isDecoration />
            <span>{number}</span>
          </button>
        ))}
        {onMore !== undefined && (
          <button
            type="button"
            class="chooser-more"
            aria-label={say('common:action.next')}
            title={say('common:action.next')}
            onClick={onMore}
          >
            …
          </button>
        )}
      </div>
    </fieldset>
  );
}
