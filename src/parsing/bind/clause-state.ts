import type { Item, Modifier } from '../clauses/clause-items.js';
import { acceptsFromBehind, type BoundNoun } from './bound-noun.js';

/** The findings of a clause, in the order of its words. */
export type Finding =
  | BoundNoun
  | { readonly kind: 'lone'; readonly modifier: Modifier; readonly isWorn: boolean }
  | { readonly kind: 'unknown'; readonly text: string; readonly nearest: string | undefined };

/** How far a clause has been read; each step makes a new state of it. */
export interface ClauseState {
  readonly findings: readonly Finding[];
  /** Modifiers that wait for their noun. */
  readonly waiting: readonly Modifier[];
  /** The latest noun, or the latest nouns joined by "and"; findings as well, but for nouns of no meaning. */
  readonly nouns: readonly BoundNoun[];
  readonly hasCopula: boolean;
  readonly isJoined: boolean;
  readonly isWorn: boolean;
  readonly isNaming: boolean;
  /** `listed`: a denied noun went before, and "or" may go on denying. */
  readonly denial: 'none' | 'active' | 'listed';
  /** True if the latest modifier was denied: "not long nor short". */
  readonly isLastDenied: boolean;
}

/** An item's position in its clause. */
export interface Place {
  readonly items: readonly Item[];
  readonly at: number;
  /** "hair blue eyes red": every modifier follows its noun. */
  readonly isBackward: boolean;
}

/** The state before the first item. */
export const START: ClauseState = {
  findings: [],
  waiting: [],
  nouns: [],
  hasCopula: false,
  isJoined: false,
  isWorn: false,
  isNaming: false,
  denial: 'none',
  isLastDenied: false,
};

/** Appends a finding. */
export function addFinding(state: ClauseState, finding: Finding): ClauseState {
  return { ...state, findings: [...state.findings, finding] };
}

/** Puts a noun, as it is now, in the place of what it was. */
export function replaceNoun(state: ClauseState, noun: BoundNoun, changed: BoundNoun): ClauseState {
  const at = state.findings.lastIndexOf(noun);
  return {
    ...state,
    findings: at < 0 ? state.findings : state.findings.with(at, changed),
    nouns: state.nouns.map((one) => (one === noun ? changed : one)),
  };
}

/** Says one more thing of a noun. */
export function addModifier(state: ClauseState, noun: BoundNoun, modifier: Modifier): ClauseState {
  return replaceNoun(state, noun, { ...noun, modifiers: [...noun.modifiers, modifier] });
}

/** Gives modifiers without a noun ahead to the one behind, or leaves them alone. */
export function loosen(state: ClauseState, modifiers: readonly Modifier[]): ClauseState {
  return modifiers.reduce(loosenOne, state);
}

function loosenOne(state: ClauseState, modifier: Modifier): ClauseState {
  const { isWorn, nouns } = state;
  const takers = isWorn ? [] : nouns.filter((noun) => acceptsFromBehind(noun, modifier));
  if (takers.length === 0) return addFinding(state, { kind: 'lone', modifier, isWorn });
  // "髪も目も青い" tells of both, "long hair and eyes blue" of the latter.
  const isList = nouns.every((noun) => noun.modifiers.length === 0);
  return (isList ? takers : takers.slice(-1)).reduce(
    (next, taker) => addModifier(next, taker, modifier),
    state,
  );
}

/** Ends the waiting for a noun. */
export function release(state: ClauseState): ClauseState {
  return state.waiting.length === 0 ? state : loosen({ ...state, waiting: [] }, state.waiting);
}
