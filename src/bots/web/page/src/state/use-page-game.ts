import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { WirePortrait, WireReply, WireState } from '../../../wire.js';
import { act, fetchState } from './connection/api.js';
import type { EditorFace, PageGame, PickRecipe, View } from './game.js';
import { recipeOf } from './chat/pick-recipe.js';
import type { Say } from './sentences.js';
import { useKept } from './favorites/use-kept.js';
import type { Toasts } from './use-toasts.js';
import { sentenceOf, type Turns } from './chat/use-turns.js';

interface PageGameOptions {
  readonly say: Say;
  readonly language: string;
  readonly turns: Turns;
  /** The latest reply in the chat. */
  readonly replied: WireReply | undefined;
  readonly goTo: (view: View) => void;
  readonly listKeys: () => void;
  readonly open: PageGame['open'];
  readonly announce: (text: string) => void;
  readonly toasts: Toasts;
}

/** Gathers what every part of the page may use. */
export function usePageGame(options: PageGameOptions): PageGame {
  const { say, language, turns, replied, goTo, listKeys, open, announce, toasts } = options;
  const toast = toasts.show;
  const state = useWireState(language, say, toast);
  const { kept, noteKept, revision, noteChanged } = useKept(replied);
  const [editor, setEditor] = useState<PageGame['editor']>({});
  const [recipe, setRecipe] = useState<PickRecipe>();
  const { run } = turns;

  const change = useKeeping({ say, toast, noteChanged });
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
      listKeys,
      open,
      revision,
      noteChanged,
      recipe,
      pickLike: (portrait) => {
        setRecipe(recipeOf(portrait));
        goTo('pull');
      },
      editor,
      morph: (face) => toEditor('morph', face),
      blend: (face) => toEditor('blend', face),
      announce,
      toast,
      toasts,
    }),
    [state, kept, revision, change, runHere, open, recipe, editor, toEditor, toasts],
  );
}

type KeepingOptions = Pick<PageGameOptions, 'say'> & Pick<PageGame, 'toast' | 'noteChanged'>;

/** Keeps a face or lets it go, and says how that went. */
function useKeeping({ say, toast, noteChanged }: KeepingOptions) {
  const change = useCallback(
    async (action: 'keep' | 'unkeep', portrait: WirePortrait): Promise<void> => {
      try {
        const reply = await act(action, { portraitId: portrait.id });
        if (reply?.kind === 'favorite') {
          noteChanged([[portrait.id, reply.favorite.number]]);
          toast(reply.text);
        }
        if (reply?.kind === 'unkept') {
          noteChanged([[portrait.id, undefined]]);
          // Kept again it has its number, name and tags back.
          const undo = (): void => void change('keep', portrait);
          toast(reply.text, { label: say('web:card.undo'), run: undo });
        }
      } catch (error) {
        toast(sentenceOf(error, undefined, say));
      }
    },
    [say, toast, noteChanged],
  );
  return change;
}

/** The attribute choices, in the page's language. */
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
