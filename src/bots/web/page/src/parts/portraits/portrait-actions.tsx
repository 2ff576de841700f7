import type { ComponentChildren, JSX } from 'preact';
import type { WirePortrait } from '../../../../wire.js';
import { pictureUrl } from '../../state/api.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { Icon, type IconName } from '../controls/icon.js';
import { KeepButton } from './keep-button.js';

interface PortraitActionsProps {
  readonly portrait: WirePortrait;
  /** Of the pull it came from, to pull again. */
  readonly pull?: { readonly id: string; readonly count: number };
  readonly children?: ComponentChildren;
}

/** What can be done with a face. */
export function PortraitActions(props: PortraitActionsProps): JSX.Element {
  const { portrait, pull, children } = props;
  const say = useSay();
  const game = useGame();
  const label = say('web:subject.this');
  const reference = { portraitId: portrait.id };
  const again = pull && {
    text: say(pull.count > 1 ? 'common:action.again10' : 'common:action.again'),
    run: () => game.run('again', { pullId: pull.id, count: pull.count }),
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(portrait.code);
    game.toast(say('web:turn.copied'));
  };
  return (
    <div class="actions">
      <KeepButton portrait={portrait} />
      {again && <Act icon="again" text={again.text} onClick={again.run} />}
      <Act
        icon="morph"
        text={say('common:action.morph')}
        onClick={() => game.morph({ portrait, label })}
      />
      <Act
        icon="vary"
        text={say('common:action.vary')}
        onClick={() => game.run('vary', { reference, amount: 'subtle' })}
      />
      <Act
        icon="blend"
        text={say('common:action.blendWith')}
        onClick={() => game.blend({ portrait, label })}
      />
      {children}
      <span class="actions-quiet">
        <Act icon="code" text={say('common:action.share')} isQuiet onClick={() => void copy()} />
        <a
          class="button is-icon"
          href={pictureUrl(portrait.id, { download: true })}
          download=""
          aria-label={say('common:action.save')}
          title={say('common:action.save')}
        >
          <Icon name="save" />
        </a>
      </span>
    </div>
  );
}

interface ActProps {
  readonly icon: IconName;
  readonly text: string;
  readonly isQuiet?: boolean;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

/** A button with an icon, and its words unless it is a quiet one. */
export function Act(props: ActProps): JSX.Element {
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
