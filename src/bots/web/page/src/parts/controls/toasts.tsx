import type { JSX } from 'preact';
import { useGame } from '../../state/game.js';

/** Stands in the open dialog, else on the page: what lies under a dialog is out of reach. */
export function ToastList(): JSX.Element {
  const { toasts } = useGame();
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.list.map(({ id, text, action }) => (
        <p key={id} class="toast">
          <span>{text}</span>
          {action !== undefined && (
            <button
              type="button"
              onClick={() => {
                toasts.dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
