import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { WireFavorite, WirePortrait, WireReply, WireState } from '../../../wire.js';
import { act, fetchState } from './api.js';
import type { EditorFace, PageGame, PickRecipe, View } from './game.js';
import { recipeOf } from './pick-recipe.js';
import type { Say } from './sentences.js';
import type { Toasts } from './use-toasts.js';
import { sentenceOf, type Turns } from './use-turns.js';

interface PageGameOptions {
  readonly say: Say;
  readonly language: string;
  readonly turns: Turns;
  /** The latest reply in the chat. */
  readonly replied: WireReply | undefined;
  readonly goTo: (view: View) => void;
  readonly listKeys: () => void;
  readonly open: (number: number, among: readonly WireFavorite[]) => void;
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

  const change = useKeeping({ say, toast, noteKept, noteChanged });
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

type KeepingOptions = Pick<PageGameOptions, 'say'> &
  Pick<PageGame, 'toast' | 'noteKept' | 'noteChanged'>;

/** Keeps a face or lets it go, and says how that went. */
function useKeeping({ say, toast, noteKept, noteChanged }: KeepingOptions) {
  const change = useCallback(
    async (action: 'keep' | 'unkeep', portrait: WirePortrait): Promise<void> => {
      try {
        const reply = await act(action, { portraitId: portrait.id });
        if (reply?.kind === 'favorite') noteKept([[portrait.id, reply.favorite.number]]);
        if (reply?.kind === 'unkept') noteKept([[portrait.id, undefined]]);
        noteChanged();
        if (reply?.kind === 'favorite') toast(reply.text);
        if (reply?.kind === 'unkept') {
          // Kept again it has its number, name and tags back.
          const undo = (): void => void change('keep', portrait);
          toast(reply.text, { label: say('web:card.undo'), run: undo });
        }
      } catch (error) {
        toast(sentenceOf(error, undefined, say));
      }
    },
    [say, toast, noteKept, noteChanged],
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

/** Which faces are kept, as far as the page has heard. */
function useKept(
  replied: WireReply | undefined,
): Pick<PageGame, 'kept' | 'noteKept' | 'revision' | 'noteChanged'> {
  const [revision, setRevision] = useState(0);
  const noteChanged = useCallback(() => setRevision((count) => count + 1), []);
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
    if (replied?.kind === 'unkept' || replied?.kind === 'forgotten') noteChanged();
    if (replied?.kind === 'favorite') noteChanged();
    if (replied?.kind === 'forgotten') setKept(new Map());
    else if (replied?.kind === 'unkept') note([[replied.portraitId, undefined]]);
    else if (replied?.kind === 'favorite') {
      note([[replied.favorite.portrait.id, replied.favorite.number]]);
    } else if (replied?.kind === 'favorites') {
      note(replied.items.map(({ portrait, number }) => [portrait.id, number]));
    }
  }, [replied, note]);
  return { kept, noteKept: note, revision, noteChanged };
}
