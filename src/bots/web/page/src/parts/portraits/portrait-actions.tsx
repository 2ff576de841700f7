import type { ComponentChildren, JSX } from 'preact';
import type { WirePortrait } from '../../../../wire.js';
import { pictureUrl } from '../../state/connection/api.js';
import { copyText } from '../../state/sharing/copy-text.js';
import { linkOf, shareCard } from '../../state/sharing/share-card.js';
import { labelOf } from '../../state/chat/label-of.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { ActionButton } from '../controls/action-button.js';
import { Icon } from '../controls/icon.js';
import { KeepButton } from './keep-button.js';

interface PortraitActionsProps {
  readonly portrait: WirePortrait;
  /** The pull it came from, to pull again. */
  readonly pull?: { readonly id: string; readonly count: number };
  /** Saved in place of the still; a `data:` URL. */
  readonly animation?: string;
  /** Its name on the editors; by default, its description. */
  readonly label?: string;
  readonly children?: ComponentChildren;
}

/** Actions on a face. */
export function PortraitActions(props: PortraitActionsProps): JSX.Element {
  const { portrait, pull, animation, children } = props;
  const say = useSay();
  const game = useGame();
  const label = props.label ?? labelOf(portrait, game.kept, say);
  const reference = { portraitId: portrait.id };
  const again = pull && {
    text: say(pull.count > 1 ? 'common:action.again10' : 'common:action.again'),
    run: () => game.run('again', { pullId: pull.id, count: pull.count }),
  };
  const copy = async (text: string): Promise<void> => {
    const isCopied = await copyText(text);
    game.toast(isCopied ? say('web:turn.copied') : text);
  };
  const share = async (): Promise<void> => {
    if (!(await shareCard(portrait))) game.toast(say('web:fault.picture'));
  };
  return (
    <div class="actions">
      <KeepButton portrait={portrait} />
      {again && <ActionButton icon="again" text={again.text} onClick={again.run} />}
      <ActionButton
        icon="morph"
        text={say('common:action.morph')}
        onClick={() => game.morph({ portrait, label })}
      />
      <ActionButton
        icon="vary"
        text={say('common:action.vary')}
        onClick={() => game.run('vary', { reference, amount: 'subtle' })}
      />
      <ActionButton
        icon="blend"
        text={say('common:action.blendWith')}
        onClick={() => game.blend({ portrait, label })}
      />
      {children}
      <span class="actions-quiet">
        <ActionButton
          icon="pick"
          text={say('web:picker.like')}
          isQuiet
          onClick={() => game.pickLike(portrait)}
        />
        <ActionButton
          icon="code"
          text={say('common:action.share')}
          isQuiet
          onClick={() => void copy(portrait.code)}
        />
        <ActionButton
          icon="link"
          text={say('web:share.link')}
          isQuiet
          onClick={() => void copy(linkOf(portrait))}
        />
        <ActionButton
          icon="card"
          text={say('web:share.card')}
          isQuiet
          onClick={() => void share()}
        />
        {portrait.canEnlarge === true && <EnlargeLink id={portrait.id} />}
        <a
          class="button is-icon"
          href={animation ?? pictureUrl(portrait.id, { size: 'large', download: true })}
          download={animation === undefined ? '' : `${portrait.id}.gif`}
          aria-label={say('common:action.save')}
          title={say('common:action.save')}
        >
          <Icon name="save" />
        </a>
      </span>
    </div>
  );
}

/** Opens the largest picture of a face by itself. */
function EnlargeLink({ id }: { readonly id: string }): JSX.Element {
  const label = useSay()('common:action.enlarge');
  return (
    <a
      class="button is-icon"
      href={pictureUrl(id, { size: 'large' })}
      target="_blank"
      rel="noopener"
      aria-label={label}
      title={label}
    >
      <Icon name="enlarge" />
    </a>
  );
}
