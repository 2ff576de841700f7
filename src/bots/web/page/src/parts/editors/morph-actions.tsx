import type { JSX } from 'preact';
import { useSay } from '../../state/sentences.js';
import { ActionButton } from '../controls/action-button.js';

interface MorphActionsProps {
  /** Nothing is moved or said, so there is nothing to show. */
  readonly isDisabled: boolean;
  readonly isBusy: boolean;
  readonly onShow: (action: 'morph' | 'animate') => void;
  readonly onReset: () => void;
}

/** Steps, animation, and back to the face as it was. */
export function MorphActions(props: MorphActionsProps): JSX.Element {
  const { isDisabled, isBusy, onShow, onReset } = props;
  const say = useSay();
  return (
    <>
      <ActionButton
        icon="gallery"
        text={say('web:morph.strip')}
        isDisabled={isDisabled || isBusy}
        onClick={() => onShow('morph')}
      />
      <ActionButton
        icon="film"
        text={say('web:morph.animate')}
        isDisabled={isDisabled || isBusy}
        onClick={() => onShow('animate')}
      />
      <ActionButton
        icon="again"
        text={say('web:morph.reset')}
        isDisabled={isDisabled}
        onClick={onReset}
      />
    </>
  );
}
