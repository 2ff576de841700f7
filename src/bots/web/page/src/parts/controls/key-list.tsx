import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSay } from '../../state/sentences.js';
import { Icon } from './icon.js';

const KEYS = [
  ['→ j', 'next'],
  ['←', 'previous'],
  ['k', 'keep'],
  ['/', 'write'],
  ['↑ ↓', 'history'],
  ['Esc', 'close'],
  ['?', 'list'],
] as const;

/** The list of keyboard shortcuts. */
export function KeyList({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog is-small" aria-labelledby="keys-title" onClose={onClose}>
      <header class="dialog-head">
        <h2 id="keys-title">{say('web:keys.title')}</h2>
        <button
          type="button"
          class="button is-icon"
          aria-label={say('common:action.close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <dl class="keys">
        {KEYS.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(`web:keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
