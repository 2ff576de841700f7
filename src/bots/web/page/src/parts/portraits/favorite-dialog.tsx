import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WireFavorite } from '../../../../wire.js';
import { act } from '../../state/connection/api.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import type { FavoriteListing } from '../../state/favorites/favorite-listing.js';
import { useNeighbours } from '../../state/favorites/use-neighbours.js';
import { sentenceOf } from '../../state/chat/use-turns.js';
import { Caption } from '../chat/caption.js';
import { Icon, type IconName } from '../controls/icon.js';
import { ToastList } from '../controls/toasts.js';
import { NameForm } from './name-form.js';
import { ActionButton } from '../controls/action-button.js';
import { PortraitActions } from './portrait-actions.js';
import { Portrait } from './portrait.js';

interface FavoriteDialogProps {
  readonly number: number;
  /** Its neighbours; it may stand outside of them, when its address was opened. */
  readonly among: FavoriteListing;
  readonly onTurn: (number: number) => void;
  readonly onClose: () => void;
}

/** A favourite, large, with its name and tags to change, and the way to the next. */
export function FavoriteDialog(props: FavoriteDialogProps): JSX.Element | null {
  const { number, among, onTurn, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const { listed, previous, next } = useNeighbours(number, among, onTurn);
  const [favorite, setFavorite] = useFavorite({ number, listed, onClose });
  const isThere = favorite !== undefined;
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, [isThere]);
  if (favorite === undefined) return null;
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-label={favorite.label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
      onKeyDown={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        if (event.key === 'ArrowRight' || event.key === 'j') next?.();
        if (event.key === 'ArrowLeft') previous?.();
      }}
    >
      <DialogHead
        label={favorite.label}
        previous={previous}
        next={next}
        onClose={() => dialog.current?.close()}
      />
      <Body key={number} favorite={favorite} onSaved={setFavorite} />
      <ToastList />
    </dialog>
  );
}

interface FavoriteOptions extends Pick<FavoriteDialogProps, 'number' | 'onClose'> {
  readonly listed: WireFavorite | undefined;
}

/** As it came with the list, else as the server has it; closes where there is none. */
function useFavorite({
  number,
  listed,
  onClose,
}: FavoriteOptions): readonly [WireFavorite | undefined, (favorite: WireFavorite) => void] {
  const say = useSay();
  const game = useGame();
  const [fetched, setFetched] = useState<WireFavorite>();
  useEffect(() => {
    const abort = new AbortController();
    act('show', { favorite: number }, { signal: abort.signal })
      .then((reply) => {
        if (reply?.kind !== 'favorite') return;
        setFetched(reply.favorite);
        game.noteKept([[reply.favorite.portrait.id, number]]);
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted || listed !== undefined) return;
        game.toast(sentenceOf(error, undefined, say));
        onClose();
      });
    return () => abort.abort();
  }, [number, say]);
  return [fetched?.number === number ? fetched : listed, setFetched];
}

interface DialogHeadProps {
  readonly label: string;
  /** Undefined at the end of the list. */
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly onClose: () => void;
}

function DialogHead({ label, previous, next, onClose }: DialogHeadProps): JSX.Element {
  const say = useSay();
  return (
    <header class="dialog-head">
      <h2>{label}</h2>
      <HeadButton icon="previous" text={say('common:action.previous')} onClick={previous} />
      <HeadButton icon="next" text={say('common:action.next')} onClick={next} />
      <HeadButton icon="close" text={say('common:action.close')} onClick={onClose} />
    </header>
  );
}

interface HeadButtonProps {
  readonly icon: IconName;
  readonly text: string;
  readonly onClick: (() => void) | undefined;
}

function HeadButton({ icon, text, onClick }: HeadButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="button is-icon"
      aria-label={text}
      title={text}
      disabled={onClick === undefined}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

interface BodyProps {
  readonly favorite: WireFavorite;
  readonly onSaved: (favorite: WireFavorite) => void;
}

function Body({ favorite, onSaved }: BodyProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  const { portrait, number } = favorite;
  const isKept = game.kept.has(portrait.id);
  return (
    <div class="dialog-body">
      <div class="mat">
        <Portrait portrait={portrait} size="large" />
        {isKept && (
          <span class="seal" aria-hidden="true">
            {number}
          </span>
        )}
      </div>
      <div class="dialog-side">
        {isKept && (
          <NameForm
            favorite={favorite}
            onSaved={(saved) => {
              onSaved(saved);
              game.noteChanged();
            }}
          />
        )}
        <Caption portrait={portrait} />
        <PortraitActions portrait={portrait} label={favorite.label}>
          {isKept && (
            <ActionButton
              icon="family"
              text={say('common:action.family')}
              onClick={() => game.run('family', { reference: { favorite: number } })}
            />
          )}
        </PortraitActions>
      </div>
    </div>
  );
}
