import { useState } from 'preact/hooks';
import type { WirePortrait, WireReply } from '../../../../wire.js';
import { act } from '../connection/api.js';
import { useGame } from '../game.js';
import { useSay } from '../sentences.js';
import { sentenceOf } from '../chat/use-turns.js';

/** Draws what an editor shows and keeps it, once for the same input. */
export interface KeepOnce {
  /** Of what is shown now, when it is kept already. */
  readonly number: number | undefined;
  readonly isBusy: boolean;
  readonly keep: () => void;
}

/** The drawn face is remembered, so that letting go and keeping again is the same face. */
export function useKeepOnce(action: 'morph' | 'blend', input: object): KeepOnce {
  const say = useSay();
  const game = useGame();
  const key = JSON.stringify(input);
  const [drawn, setDrawn] = useState<{ readonly key: string; readonly portrait: WirePortrait }>();
  const [isBusy, setBusy] = useState(false);
  const current = drawn?.key === key ? drawn.portrait : undefined;
  const keep = async (): Promise<void> => {
    setBusy(true);
    try {
      const portrait = current ?? chosenOf(await act(action, input));
      if (portrait === undefined) return;
      setDrawn({ key, portrait });
      await game.keep(portrait);
    } catch (error) {
      game.toast(sentenceOf(error, undefined, say));
    } finally {
      setBusy(false);
    }
  };
  return {
    number: current && game.kept.get(current.id),
    isBusy,
    keep: () => void keep(),
  };
}

function chosenOf(reply: WireReply | undefined): WirePortrait | undefined {
  return reply?.kind === 'strip' ? reply.chosen : undefined;
}
