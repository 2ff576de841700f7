import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WirePortrait, WireState } from '../../../wire.js';

/** The sections of the page, by the names that stand after the # of its address. */
export type View = 'pull' | 'gallery' | 'morph' | 'blend';

/** A face on a editor, with what to call it. */
export interface EditorFace {
  readonly portrait: WirePortrait;
  readonly label: string;
}

/** What every part of the page may use. */
export interface PageGame {
  /** Undefined until the model is ready. */
  readonly state: WireState | undefined;
  /** Number of each portrait that is known to be kept. */
  readonly kept: ReadonlyMap<string, number>;
  readonly keep: (portrait: WirePortrait) => Promise<void>;
  readonly unkeep: (portrait: WirePortrait) => Promise<void>;
  readonly noteKept: (entries: Iterable<readonly [string, number | undefined]>) => void;
  /** Runs a chat command as if it had been typed. */
  readonly say: (text: string) => void;
  /** Runs an action and shows it in the chat. */
  readonly run: (action: string, input: unknown, spoken?: string) => void;
  readonly goTo: (view: View) => void;
  readonly editor: { readonly morph?: EditorFace; readonly blend?: EditorFace };
  readonly morph: (face: EditorFace) => void;
  readonly blend: (face: EditorFace) => void;
  /** Reads a sentence to those who listen. */
  readonly announce: (text: string) => void;
  /** Shows a sentence for a moment. */
  readonly toast: (text: string) => void;
}

/** Undefined outside the page; read it with {@link useGame}. */
export const GameContext = createContext<PageGame | undefined>(undefined);

/** What the page lets its parts do. @throws Error outside the page */
export function useGame(): PageGame {
  const game = useContext(GameContext);
  if (game === undefined) throw new Error('this part stands outside the page');
  return game;
}
