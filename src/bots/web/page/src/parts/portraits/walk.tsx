import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WireFavorite } from '../../../../wire.js';
import { act } from '../../state/connection/api.js';
import { canFilm, filmOf } from '../../state/editing/film.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { saveFile } from '../../state/sharing/share-file.js';
import { sentenceOf } from '../../state/chat/use-turns.js';
import { Icon } from '../controls/icon.js';
import { ActionButton } from '../controls/action-button.js';

const MOST_STOPS = 5;

/** An animation through the first five of what the gallery shows, and back. */
export function Walk({ favorites }: { readonly favorites: readonly WireFavorite[] }): JSX.Element {
  const say = useSay();
  const game = useGame();
  const [drawn, setDrawn] = useState<WalkPictureProps>();
  const [isBusy, setBusy] = useState(false);
  const stops = favorites.slice(0, MOST_STOPS);
  const draw = async (): Promise<void> => {
    setBusy(true);
    try {
      const reply = await act('walk', { favorites: stops.map(({ number }) => number) });
      const alt = stops.map(({ label }) => label).join(' → ');
      if (reply?.kind === 'walk') setDrawn({ picture: reply.picture, alt });
    } catch (error) {
      game.toast(sentenceOf(error, undefined, say));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ActionButton
        icon="film"
        text={say('web:gallery.walk', { count: stops.length })}
        isDisabled={isBusy || stops.length < 2}
        onClick={() => void draw()}
      />
      {drawn !== undefined && <WalkPicture {...drawn} />}
    </>
  );
}

interface WalkPictureProps {
  /** `data:` URL of an animated WebP. */
  readonly picture: string;
  readonly alt: string;
}

/** Moves, and is saved as it is or, where the browser can, as a film. */
function WalkPicture({ picture, alt }: WalkPictureProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  const [isFilming, setFilming] = useState(false);
  const film = async (): Promise<void> => {
    setFilming(true);
    try {
      saveFile(new File([await filmOf(picture)], 'mugen-walk.mp4', { type: 'video/mp4' }));
    } catch {
      game.toast(say('web:gallery.noFilm'));
    } finally {
      setFilming(false);
    }
  };
  return (
    <figure class="walk">
      <img class="portrait" src={picture} alt={alt} />
      <figcaption>
        {alt}
        <a class="button" href={picture} download="mugen-walk.webp">
          <Icon name="save" />
          <span>{say('common:action.save')}</span>
        </a>
        {canFilm() && (
          <ActionButton
            icon="film"
            text={say(isFilming ? 'web:gallery.filming' : 'web:gallery.film')}
            isDisabled={isFilming}
            onClick={() => void film()}
          />
        )}
      </figcaption>
    </figure>
  );
}
