import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WirePortrait, WireState } from '../../../wire.js';
import type { KeptEntries } from './connection/tabs.js';
import type { FavoriteListing } from './favorites/favorite-listing.js';
import type { ToastAction, Toasts } from './use-toasts.js';

/** The sections of the page, by the names that stand after the # of its address. */
export type View = 'pull' | 'recent' | 'gallery' | 'morph' | 'blend' | 'find';

/** A face on an editor, with what to call it. */
export interface EditorFace {
  readonly portrait: WirePortrait;
  readonly label: string;
}

/** The attributes fixed on the picker; all else is luck, as is the person without a seed. */
export interface PickRecipe {
  readonly options: Readonly<Record<string, string>>;
  readonly seed: string;
}

/** The context of every component of the page. */
export interface PageGame {
  /** Undefined until the model is ready. */
  readonly state: WireState | undefined;
  /** Number of each portrait that is known to be kept. */
  readonly kept: ReadonlyMap<string, number>;
  readonly keep: (portrait: WirePortrait) => Promise<void>;
  readonly unkeep: (portrait: WirePortrait) => Promise<void>;
  /** Notes the numbers that the server gave for faces. */
  readonly noteKept: (entries: KeptEntries) => void;
  /** Runs a chat command as if it had been typed. */
  readonly say: (text: string) => void;
  /** Runs an action and shows it in the chat. */
  readonly run: (action: string, input: unknown, spoken?: string) => void;
  readonly goTo: (view: View) => void;
  readonly listKeys: () => void;
  /** The picker's initial values; a new one opens it. */
  readonly recipe: PickRecipe | undefined;
  /** Opens the picker with everything of a face fixed. */
  readonly pickLike: (portrait: WirePortrait) => void;
  /** Opens a favourite large; its neighbours are those of the list. */
  readonly open: (number: number, among: FavoriteListing) => void;
  /** Rises with every change to what is kept, or to what it is called, in this tab or another. */
  readonly revision: number;
  /** Portraits kept or let go; without entries, something else about the favourites changed. */
  readonly noteChanged: (entries?: KeptEntries) => void;
  readonly editor: { readonly morph?: EditorFace; readonly blend?: EditorFace };
  readonly morph: (face: EditorFace) => void;
  readonly blend: (face: EditorFace) => void;
  /** Reads a sentence to those who listen. */
  readonly announce: (text: string) => void;
  /** Shows a sentence for a moment. */
  readonly toast: (text: string, action?: ToastAction) => void;
  readonly toasts: Toasts;
}

/** Undefined outside the page; read it with {@link useGame}. */
export const GameContext = createContext<PageGame | undefined>(undefined);

/** The page's context. @throws Error outside the page */
export function useGame(): PageGame {
  const game = useContext(GameContext);
  if (game === undefined) throw new Error('this part stands outside the page');
  return game;
}
