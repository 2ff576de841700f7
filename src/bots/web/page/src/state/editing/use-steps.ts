import { useState } from 'preact/hooks';
import type { WireReply } from '../../../../wire.js';
import { act } from '../connection/api.js';
import { useGame } from '../game.js';
import { useSay } from '../sentences.js';
import { sentenceOf } from '../chat/use-turns.js';

/** Steps or animation of what an editor shows, drawn beside the sliders. */
export interface Steps {
  readonly reply: WireReply | undefined;
  readonly isBusy: boolean;
  readonly draw: (action: 'morph' | 'animate' | 'blend', input: object) => void;
}

/** The latest one that was asked for; sliders stay as they are. */
export function useSteps(): Steps {
  const say = useSay();
  const game = useGame();
  const [reply, setReply] = useState<WireReply>();
  const [isBusy, setBusy] = useState(false);
  const draw = async (action: string, input: object): Promise<void> => {
    setBusy(true);
    try {
      setReply(await act(action, input));
      game.announce(say('web:turn.drawn'));
    } catch (error) {
      game.toast(sentenceOf(error, undefined, say));
    } finally {
      setBusy(false);
    }
  };
  return { reply, isBusy, draw: (action, input) => void draw(action, input) };
}
