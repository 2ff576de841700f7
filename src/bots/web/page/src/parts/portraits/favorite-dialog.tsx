import type { JSX, TargetedEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WireFavorite } from '../../../../wire.js';
import { act } from '../../state/api.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { sentenceOf } from '../../state/use-turns.js';
import { Caption } from '../chat/caption.js';
import { Icon } from '../controls/icon.js';
import { Act, PortraitActions } from './portrait-actions.js';
import { Portrait } from './portrait.js';

interface FavoriteDialogProps {
  readonly favorite: WireFavorite;
  readonly onClose: () => void;
  readonly onChange?: () => void;
}

/** A favourite, large, with its name and tags to change. */
export function FavoriteDialog({ favorite, onClose, onChange }: FavoriteDialogProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const { portrait, label } = favorite;
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="dialog-body">
        <button
          type="button"
          class="button is-icon dialog-close"
          aria-label={say('common:action.close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
        <div class="mat">
          <Portrait portrait={portrait} />
          <span class="seal" aria-hidden="true">
            {favorite.number}
          </span>
        </div>
        <div class="dialog-side">
          <h2>{label}</h2>
          <NameForm favorite={favorite} {...(onChange ? { onChange } : {})} />
          <Caption portrait={portrait} />
          <PortraitActions portrait={portrait}>
            <Act
              icon="family"
              text={say('common:action.family')}
              onClick={() => {
                dialog.current?.close();
                game.run('family', { reference: { favorite: favorite.number } });
              }}
            />
          </PortraitActions>
        </div>
      </div>
    </dialog>
  );
}

function NameForm({
  favorite,
  onChange,
}: Pick<FavoriteDialogProps, 'favorite' | 'onChange'>): JSX.Element {
  const say = useSay();
  const game = useGame();
  const [name, setName] = useState(favorite.name);
  const [tags, setTags] = useState(favorite.tags.join(' '));
  const save = async (event: TargetedEvent): Promise<void> => {
    event.preventDefault();
    const { number } = favorite;
    try {
      if (name.trim() !== favorite.name) await act('name', { favorite: number, name });
      const list = tags.split(/[\s,、，]+/).filter((tag) => tag !== '');
      if (list.join(' ') !== favorite.tags.join(' ')) {
        await act('tag', { favorite: number, tags: list });
      }
      game.toast(say('web:card.saved'));
      onChange?.();
    } catch (error) {
      game.toast(sentenceOf(error, undefined, say));
    }
  };
  return (
    <form class="name-form" onSubmit={(event) => void save(event)}>
      <label>
        <span>{say('web:card.name')}</span>
        <input
          value={name}
          maxLength={60}
          placeholder={say('web:card.namePlaceholder')}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{say('web:card.tags')}</span>
        <input
          value={tags}
          placeholder={say('web:card.tagsPlaceholder')}
          onInput={(event) => setTags(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {say('web:card.save')}
      </button>
    </form>
  );
}
