import type { JSX } from 'preact';
import type { WirePortrait } from '../../../../wire.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { Icon } from '../controls/icon.js';

interface KeepButtonProps {
  readonly portrait: WirePortrait;
  /** Its place among several; such a button shows the heart alone. */
  readonly number?: number;
}

/** ❤, pressed while the face is kept. */
export function KeepButton({ portrait, number }: KeepButtonProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  const isKept = game.kept.has(portrait.id);
  const toggle = (): void => {
    void (isKept ? game.unkeep(portrait) : game.keep(portrait));
  };
  const word = say('common:action.keep');
  const label = number === undefined ? word : say('web:turn.keepNumber', { number });
  return (
    <button
      type="button"
      class={`keep ${number === undefined ? 'button is-primary' : 'keep-corner'} ${isKept ? 'is-kept' : ''}`}
      aria-pressed={isKept}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      <Icon name="heart" />
      {number === undefined && <span>{word}</span>}
    </button>
  );
}
