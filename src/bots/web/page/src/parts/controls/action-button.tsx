import type { JSX } from 'preact';
import { Icon, type IconName } from './icon.js';

interface ActionButtonProps {
  readonly icon: IconName;
  readonly text: string;
  readonly isQuiet?: boolean;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

/** A button with an icon, and its words unless it is a quiet one. */
export function ActionButton(props: ActionButtonProps): JSX.Element {
  const { icon, text, isQuiet = false, isDisabled = false, onClick } = props;
  return (
    <button
      type="button"
      class={`button ${isQuiet ? 'is-icon' : ''}`}
      aria-label={isQuiet ? text : undefined}
      title={isQuiet ? text : undefined}
      disabled={isDisabled}
      onClick={onClick}
    >
      <Icon name={icon} />
      {!isQuiet && <span>{text}</span>}
    </button>
  );
}
