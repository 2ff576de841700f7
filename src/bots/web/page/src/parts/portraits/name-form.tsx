import type { JSX, TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { WireFavorite } from '../../../../wire.js';
import { act } from '../../state/connection/api.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { sentenceOf } from '../../state/chat/use-turns.js';

interface NameFormProps {
  readonly favorite: WireFavorite;
  /** With the favourite as the server has it after each step. */
  readonly onSaved: (favorite: WireFavorite) => void;
}

/** Name and tags; there is nothing to save until one of them differs from what is stored. */
export function NameForm({ favorite, onSaved }: NameFormProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  const { number } = favorite;
  const [name, setName] = useState(favorite.name);
  const [tags, setTags] = useState(favorite.tags.join(' '));
  const list = tags.split(/[\s,、，]+/).filter((tag) => tag !== '');
  const isRenamed = name.trim() !== favorite.name;
  const isTagged = list.join(' ') !== favorite.tags.join(' ');
  const save = async (event: TargetedEvent): Promise<void> => {
    event.preventDefault();
    let shortened = '';
    try {
      if (isRenamed) {
        const reply = await act('name', { favorite: number, name });
        if (reply?.kind !== 'favorite') return;
        if (reply.isShortened) shortened = reply.favorite.name;
        setName(reply.favorite.name);
        onSaved(reply.favorite);
      }
      if (isTagged) {
        const reply = await act('tag', { favorite: number, tags: list });
        if (reply?.kind !== 'favorite') return;
        setTags(reply.favorite.tags.join(' '));
        onSaved(reply.favorite);
      }
      game.toast(
        shortened === ''
          ? say('web:card.saved')
          : say('web:card.shortened', { name: shortened, length: [...shortened].length }),
      );
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
      <button type="submit" class="button" disabled={!isRenamed && !isTagged}>
        {say('web:card.save')}
      </button>
    </form>
  );
}
