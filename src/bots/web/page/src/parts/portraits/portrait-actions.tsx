import type { ComponentChildren, JSX } from 'preact';
import type { WirePortrait } from '../../../../wire.js';
import { pictureUrl } from '../../state/api.js';
import { copyText } from '../../state/copy-text.js';
import { drawCard, linkOf, shareFile } from '../../state/share-card.js';
import { labelOf } from '../../state/label-of.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { Act } from '../controls/act.js';
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
    try {
      const words = portrait.named === '' ? portrait.alt : portrait.named;
      await shareFile(await drawCard(portrait, words));
    } catch (error) {
      // Whoever closes the device's dialog has decided against it.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      game.toast(say('web:fault.picture'));
    }
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
        <Act
          icon="pick"
          text={say('web:picker.like')}
          isQuiet
          onClick={() => game.pickLike(portrait)}
        />
        <Act
          icon="code"
          text={say('common:action.share')}
          isQuiet
          onClick={() => void copy(portrait.code)}
        />
        <Act
          icon="link"
          text={say('web:share.link')}
          isQuiet
          onClick={() => void copy(linkOf(portrait))}
        />
        <Act icon="card" text={say('web:share.card')} isQuiet onClick={() => void share()} />
        <a
          class="button is-icon"
          href={animation ?? pictureUrl(portrait.id, { download: true })}
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
