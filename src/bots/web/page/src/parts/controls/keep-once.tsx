import type { JSX } from 'preact';
import { useSay } from '../../state/sentences.js';
import type { KeepOnce } from '../../state/favorites/use-keep-once.js';

interface KeepOnceButtonProps {
  readonly text: string;
  readonly once: KeepOnce;
  /** There is nothing to keep, or what is shown is not what would be kept. */
  readonly isDisabled: boolean;
}

/** Keeps what an editor shows; says so once it is kept. */
export function KeepOnceButton({ text, once, isDisabled }: KeepOnceButtonProps): JSX.Element {
  const say = useSay();
  const { number, isBusy, keep } = once;
  return (
    <button
      type="button"
      class="button is-primary"
      disabled={isDisabled || isBusy || number !== undefined}
      onClick={keep}
    >
      {number === undefined ? text : say('web:editor.kept', { number })}
    </button>
  );
}
