import { useState } from 'preact/hooks';
import type { WireNote, WirePortrait } from '../../../../wire.js';
import { act } from '../connection/api.js';
import { useGame } from '../game.js';
import { useSay } from '../sentences.js';
import { sentenceOf } from '../chat/use-turns.js';

/** The part that differs from face to face at each step, in order. */
const STEPS = ['person', 'colors', 'details'] as const;

/** Faces that were drawn to pick one of. */
interface Stage {
  readonly portraits: readonly WirePortrait[];
  readonly notes: readonly WireNote[];
  /** The face they were made of; undefined at the first step. */
  readonly of?: WirePortrait;
}

/** The way to the one as far as it has come. */
export interface Finding {
  /** From 0; as many as there are steps once the one is found. */
  readonly step: number;
  readonly stage: Stage | undefined;
  readonly found: WirePortrait | undefined;
  readonly isBusy: boolean;
  readonly start: (description: string) => void;
  readonly pick: (portrait: WirePortrait) => void;
  /** Other faces of the same step. */
  readonly again: () => void;
  readonly back: () => void;
}

/** Keeps every step, so that each can be gone back to. */
export function useFinding(): Finding {
  const say = useSay();
  const game = useGame();
  const [stages, setStages] = useState<readonly Stage[]>([]);
  const [description, setDescription] = useState('');
  const [found, setFound] = useState<WirePortrait>();
  const [isBusy, setBusy] = useState(false);

  const draw = async (before: readonly Stage[], words: string, of?: WirePortrait) => {
    setBusy(true);
    try {
      const step = STEPS[before.length] ?? 'details';
      const origin =
        of === undefined ? { prompt: { description: words } } : { of: { portraitId: of.id } };
      const reply = await act('refine', { step, ...origin });
      if (reply?.kind !== 'refined') return;
      const { portraits, notes } = reply;
      setStages([...before, { portraits, notes, ...(of === undefined ? {} : { of }) }]);
      game.announce(say('web:turn.readyMany', { count: portraits.length }));
    } catch (error) {
      game.toast(sentenceOf(error, undefined, say));
    } finally {
      setBusy(false);
    }
  };
  const stage = stages.at(-1);
  return {
    step: found === undefined ? Math.max(0, stages.length - 1) : STEPS.length,
    stage,
    found,
    isBusy,
    start: (words) => {
      setDescription(words);
      setFound(undefined);
      void draw([], words);
    },
    pick: (portrait) => {
      if (stages.length === STEPS.length) setFound(portrait);
      else void draw(stages, description, portrait);
    },
    again: () => void draw(stages.slice(0, -1), description, stage?.of),
    back: () => {
      if (found === undefined) setStages(stages.slice(0, -1));
      else setFound(undefined);
    },
  };
}
