import type { JSX } from 'preact';
import { useSay } from '../../state/sentences.js';
import type { Undo } from '../../state/editing/use-undo.js';
import { Icon, type IconName } from './icon.js';

interface EditToolsProps {
  readonly history: Pick<Undo<unknown>, 'undo' | 'redo'>;
  readonly isComparing: boolean;
  readonly isComparable: boolean;
  readonly onCompare: (isComparing: boolean) => void;
}

/** Undo, redo, and the face as it was for as long as one wants to see it. */
export function EditTools(props: EditToolsProps): JSX.Element {
  const { history, isComparing, isComparable, onCompare } = props;
  const say = useSay();
  return (
    <div class="edit-tools">
      <Tool icon="undo" text={say('web:editor.undo')} onClick={history.undo} />
      <Tool icon="redo" text={say('web:editor.redo')} onClick={history.redo} />
      <button
        type="button"
        class="button is-icon"
        aria-label={say('web:editor.compare')}
        title={say('web:editor.compare')}
        aria-pressed={isComparing}
        disabled={!isComparable}
        onClick={() => onCompare(!isComparing)}
      >
        <Icon name="compare" />
      </button>
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly text: string;
  readonly onClick: (() => void) | undefined;
}

function Tool({ icon, text, onClick }: ToolProps): JSX.Element {
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
