import type { Item, Modifier } from '../clauses/clause-items.js';
import { acceptsModifier, type BoundNoun } from './bound-noun.js';
import { addModifier, loosen, type ClauseState, type Place } from './clause-state.js';

type ModifierItem = Extract<Item, { kind: 'modifier' }>;

/** Modifiers that wait for their noun; more than people ever line up. */
const MAX_WAITING = 8;

/** The state after a modifier that stands against its noun. */
const ENDS: ReadonlySet<Item['kind']> = new Set<Item['kind']>(['and', 'with']);

const LIKENS = new Set(['like', 'as', '像', '如']);

/** Reads a colour or trait: it is said of a noun behind it, or waits for the next. */
export function readModifier(before: ClauseState, item: ModifierItem, place: Place): ClauseState {
  if (isOfName(before, item, place)) return { ...before, isLastDenied: false };
  const isDenied = before.denial === 'active' || isDeniedToo(before, place);
  const modifier = isDenied ? { ...item.modifier, isNegated: true } : item.modifier;
  const state = before.isLastDenied === isDenied ? before : { ...before, isLastDenied: isDenied };
  const takers = findTakers(state, modifier, place);
  if (takers.length > 0) {
    const told = tell(state, { takers, modifier }, place);
    return isDenied ? { ...told, denial: 'none' } : told;
  }
  const isWeak = modifier.kind === 'color' && modifier.isWeak;
  // "a smile like the sun"
  if (state.hasCopula && isWeak && !isBeforeNoun(modifier, place)) return state;
  if (isSuffix(state, { modifier, joint: item.joint }, place)) {
    const last = state.nouns.at(-1);
    return last === undefined ? state : addModifier(state, last, modifier);
  }
  const waiting = [...state.waiting, modifier];
  if (waiting.length <= MAX_WAITING) return { ...state, waiting };
  return loosen({ ...state, waiting: waiting.slice(1) }, waiting.slice(0, 1));
}

/** "named Violet", and 白 in a name that is not known. */
function isOfName(state: ClauseState, { modifier, joint }: ModifierItem, place: Place): boolean {
  if (modifier.kind !== 'color' || isBeforeNoun(modifier, place)) return false;
  if (state.isNaming && modifier.only === undefined) return true;
  return modifier.isHan && joint === 'none' && place.items[place.at - 1]?.kind === 'unknown';
}

/** "not long nor short" */
function isDeniedToo({ isLastDenied }: ClauseState, { items, at }: Place): boolean {
  const other = items[at - 1]?.kind === 'or' ? items[at - 2] : undefined;
  return other?.kind === 'modifier' && isLastDenied;
}

/** The nouns behind a modifier that it is said of, after a copula or where all modifiers follow. */
function findTakers(
  { hasCopula, nouns }: ClauseState,
  modifier: Modifier,
  place: Place,
): readonly BoundNoun[] {
  if (!hasCopula && !place.isBackward) return [];
  const takers = nouns.filter(({ noun }) => acceptsModifier(noun, modifier));
  return place.isBackward || !leadsOn(modifier, place) ? takers : [];
}

/** "eyes as blue as the sea" are blue: what they are likened to says nothing more. */
function tell(
  state: ClauseState,
  { takers, modifier }: { takers: readonly BoundNoun[]; modifier: Modifier },
  { items, at }: Place,
): ClauseState {
  const isColor = modifier.kind === 'color';
  const isLikened = isColor && (modifier.isWeak || isLikening(items[at - 1]));
  const isTold = ({ modifiers }: BoundNoun): boolean =>
    isLikened && modifiers.some(({ kind }) => kind === 'color');
  return takers
    .filter((taker) => !isTold(taker))
    .reduce((next, taker) => addModifier(next, taker, modifier), state);
}

/** "purple like amethysts" */
function isLikening(item: Item | undefined): boolean {
  return item?.kind === 'is' && LIKENS.has(item.text);
}

/** 黒髪ショート, "blue hair short and her bangs swept": against hair, and against no noun behind it. */
function isSuffix(
  { waiting }: ClauseState,
  { modifier, joint }: { modifier: Modifier; joint: string },
  { items, at }: Place,
): boolean {
  const [before, after] = [items[at - 1], items[at + 1]];
  const isLast = joint === 'none' || ENDS.has(after?.kind ?? 'noun');
  const isAgainst = modifier.kind === 'trait' && isLast && before?.kind === 'noun';
  return (
    isAgainst &&
    before.part === 'hair' &&
    'hair' in modifier.trait &&
    modifier.trait.tone === undefined &&
    after?.kind !== 'noun' &&
    waiting.length === 0
  );
}

function isBeforeNoun(modifier: Modifier, { items, at }: Place): boolean {
  const next = items[at + 1];
  return next?.kind === 'noun' && acceptsModifier(next, modifier);
}

/** After "hair is": whether a modifier belongs to the next noun all the same ("… blue with red eyes"). */
function leadsOn(modifier: Modifier, place: Place): boolean {
  // 目が青くて眼鏡の子: a form that ends what is said of the eyes.
  if (modifier.text.endsWith('くて')) return false;
  return isBeforeNoun(modifier, place) && place.items[place.at + 2]?.kind !== 'is';
}
