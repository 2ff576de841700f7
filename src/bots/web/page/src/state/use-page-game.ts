import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { WirePortrait, WireReply, WireState } from '../../../wire.js';
import { act, fetchState } from './api.js';
import type { EditorFace, PageGame, View } from './game.js';
import type { Say } from './sentences.js';
import { sentenceOf, type Turns } from './use-turns.js';

interface PageGameOptions {
  readonly say: Say;
  readonly language: string;
  readonly turns: Turns;
  /** The latest reply in the chat. */
  readonly replied: WireReply | undefined;
  readonly goTo: (view: View) => void;
  readonly announce: (text: string) => void;
  readonly toast: (text: string) => void;
}

/** Gathers what every part of the page may use. */
export function usePageGame(options: PageGameOptions): PageGame {
  const { say, language, turns, replied, goTo, announce, toast } = options;
  const state = useWireState(language, say, toast);
  const [kept, noteKept] = useKept(replied);
  const [editor, setEditor] = useState<PageGame['editor']>({});
  const { run } = turns;

  const change = useKeeping({ say, toast, noteKept });
  const runHere = useCallback(
    (action: string, input: unknown, spoken = '') => {
      goTo('pull');
      run(action, input, spoken);
    },
    [run, goTo],
  );
  const toEditor = useCallback(
    (name: 'morph' | 'blend', face: EditorFace) => {
      setEditor((before) => ({ ...before, [name]: face }));
      goTo(name);
    },
    [goTo],
  );
  return useMemo(
    () => ({
      state,
      kept,
      noteKept,
      keep: (portrait) => change('keep', portrait),
      unkeep: (portrait) => change('unkeep', portrait),
      say: (text) => runHere('say', { text }, text),
      run: runHere,
      goTo,
      editor,
      morph: (face) => toEditor('morph', face),
      blend: (face) => toEditor('blend', face),
      announce,
      toast,
    }),
    [state, kept, noteKept, change, runHere, goTo, editor, toEditor, announce, toast],
  );
}

type KeepingOptions = Pick<PageGameOptions, 'say' | 'toast'> & Pick<PageGame, 'noteKept'>;

/** Keeps a face or lets it go, and says how that went. */
function useKeeping({ say, toast, noteKept }: KeepingOptions) {
  return useCallback(
    async (action: 'keep' | 'unkeep', portrait: WirePortrait): Promise<void> => {
      try {
        const reply = await act(action, { portraitId: portrait.id });
        if (reply?.kind === 'favorite') noteKept([[portrait.id, reply.favorite.number]]);
        if (reply?.kind === 'unkept') noteKept([[portrait.id, undefined]]);
        if (reply !== undefined && 'text' in reply) toast(reply.text);
      } catch (error) {
        toast(sentenceOf(error, undefined, say));
      }
    },
    [say, toast, noteKept],
  );
}

/** What can be asked for, in the page's language. */
function useWireState(
  language: string,
  say: Say,
  toast: (text: string) => void,
): WireState | undefined {
  const [state, setState] = useState<WireState>();
  useEffect(() => {
    fetchState()
      .then(setState)
      .catch((error: unknown) => toast(sentenceOf(error, undefined, say)));
  }, [language]);
  return state;
}

/** Which faces are kept, as far as the page has heard. */
function useKept(
  replied: WireReply | undefined,
): readonly [ReadonlyMap<string, number>, PageGame['noteKept']] {
  const [kept, setKept] = useState<ReadonlyMap<string, number>>(new Map());
  const note = useCallback<PageGame['noteKept']>((entries) => {
    setKept((before) => {
      const after = new Map(before);
      for (const [id, number] of entries) {
        if (number === undefined) after.delete(id);
        else after.set(id, number);
      }
      return after;
    });
  }, []);
  useEffect(() => {
    if (replied?.kind === 'forgotten') setKept(new Map());
    else if (replied?.kind === 'unkept') note([[replied.portraitId, undefined]]);
    else if (replied?.kind === 'favorite') {
      note([[replied.favorite.portrait.id, replied.favorite.number]]);
    } else if (replied?.kind === 'favorites') {
      note(replied.items.map(({ portrait, number }) => [portrait.id, number]));
    }
  }, [replied, note]);
  return [kept, note];
}
