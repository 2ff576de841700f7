import type { Modifier } from '../clauses/clause-items.js';
import type { Part } from '../lexicon/traits.js';
import { acceptsModifier, isListable, type BoundNoun, type NounItem } from './bound-noun.js';
import { loosen, replaceNoun, type ClauseState, type Place } from './clause-state.js';
import { mixEyes, shareColor } from './join-nouns.js';

/** Nouns that share a copula; more than people ever line up. */
const MAX_LISTED = 8;

/** Words of a mood or a state, which no colour is said of. */
const PASSES_ON: ReadonlySet<Part> = new Set<Part>(['expression', 'pose', 'blush']);

/** Reads a noun: it takes what waits for it, and is denied where a denial reaches it. */
export function readNoun(before: ClauseState, noun: NounItem, place: Place): ClauseState {
  const isNegated = isDenied(before, noun);
  const { own, left } = chooseModifiers(noun, before.waiting);
  const isPassed = passesOn(noun, left, place);
  const waiting = isPassed ? left : [];
  const state = isPassed || left.length === 0 ? before : loosen(before, left);
  const alone: BoundNoun = { kind: 'noun', noun, modifiers: own, isNegated };
  const owner = state.nouns.at(-1);
  const isBare = before.waiting.length === 0 && state.isJoined;
  const shared = isBare ? shareColor(owner, alone, place) : alone;
  const { other, bound } = mixEyes(owner, shared, place);
  const isMixed = owner !== undefined && other !== undefined && other !== owner;
  const { findings, nouns, isJoined, isWorn } = isMixed ? replaceNoun(state, owner, other) : state;
  return {
    findings: [...findings, bound],
    waiting,
    nouns: isJoined && nouns.length < MAX_LISTED ? [...nouns, bound] : [bound],
    hasCopula: false,
    isJoined,
    isWorn: noun.part === 'wear' && noun.settings.length === 0 && isWorn,
    isNaming: noun.part === 'name' && place.items[place.at + 1]?.kind === 'is',
    denial: isNegated ? 'listed' : 'none',
    isLastDenied: before.isLastDenied,
  };
}

/** Of what waits, the modifiers that say something of a noun: of the colours the nearest. */
function chooseModifiers(
  noun: NounItem,
  waiting: readonly Modifier[],
): { own: Modifier[]; left: Modifier[] } {
  const own: Modifier[] = [];
  const left: Modifier[] = [];
  for (const modifier of waiting.toReversed()) {
    const isSecond = modifier.kind === 'color' && own.some(({ kind }) => kind === 'color');
    if (isSecond || !acceptsModifier(noun, modifier)) left.unshift(modifier);
    else own.unshift(modifier);
  }
  return { own, left };
}

/** "green teary eyes": the colour is for what follows. */
function passesOn(noun: NounItem, left: readonly Modifier[], { items, at }: Place): boolean {
  const next = items[at + 1];
  const isPassed = PASSES_ON.has(noun.part) && next?.kind === 'noun' && next.part !== 'person';
  return isPassed && left.every((modifier) => acceptsModifier(next, modifier));
}

function isDenied({ denial, isJoined }: ClauseState, noun: NounItem): boolean {
  if (denial === 'active') return true;
  const bare: BoundNoun = { kind: 'noun', noun, modifiers: [], isNegated: true };
  return denial === 'listed' && isJoined && isListable(bare);
}
