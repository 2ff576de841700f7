import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WireFavorite } from '../../../../wire.js';
import { act } from '../../state/api.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { sentenceOf } from '../../state/use-turns.js';
import { Icon } from '../controls/icon.js';
import { ActionButton } from '../controls/action-button.js';

const MOST_STOPS = 5;

/** An animation through the first five of what the gallery shows, and back. */
export function Walk({ favorites }: { readonly favorites: readonly WireFavorite[] }): JSX.Element {
  const say = useSay();
  const game = useGame();
  const [picture, setPicture] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const stops = favorites.slice(0, MOST_STOPS);
  const draw = async (): Promise<void> => {
    setBusy(true);
    try {
      const reply = await act('walk', { favorites: stops.map(({ number }) => number) });
      if (reply?.kind === 'walk') setPicture(reply.picture);
    } catch (error) {
      game.toast(sentenceOf(error, undefined, say));
    } finally {
      setBusy(false);
    }
  };
  const alt = stops.map(({ label }) => label).join(' → ');
  return (
    <>
      <ActionButton
        icon="film"
        text={say('web:gallery.walk', { count: stops.length })}
        isDisabled={isBusy || stops.length < 2}
        onClick={() => void draw()}
      />
      {picture !== undefined && (
        <figure class="walk">
          <img class="portrait" src={picture} alt={alt} />
          <figcaption>
            {alt}
            <a class="button" href={picture} download="mugen-walk.webp">
              <Icon name="save" />
              <span>{say('common:action.save')}</span>
            </a>
          </figcaption>
        </figure>
      )}
    </>
  );
}
