import { followsNouns, type Item } from '../clauses/clause-items.js';
import { release, START, type ClauseState, type Finding, type Place } from './clause-state.js';
import { denyBefore, denyNouns, readBreak, readCopula, readDenial } from './read-grammar.js';
import { readModifier } from './read-modifier.js';
import { readNoun } from './read-noun.js';
import { readUnknown } from './read-unknown.js';

/** Decides which noun of a clause each colour and trait belongs to, and what is denied. */
export function bindClause(items: readonly Item[]): readonly Finding[] {
  const isBackward = followsNouns(items);
  let state = START;
  for (const [at, item] of items.entries()) {
    const isJoined = item.kind === 'and' || item.kind === 'or';
    const next = readItem(state, item, { items, at, isBackward });
    state = next.isJoined === isJoined ? next : { ...next, isJoined };
  }
  const isOpen = state.denial === 'active' && state.waiting.length === 0;
  return release(isOpen ? denyNouns(state) : state).findings;
}

/** One step: what the clause says once its next item is read. */
function readItem(state: ClauseState, item: Item, place: Place): ClauseState {
  switch (item.kind) {
    case 'modifier':
      return readModifier(state, item, place);
    case 'noun':
      return readNoun(state, item, place);
    case 'unknown':
      return readUnknown(state, item, place);
    case 'is':
      return readCopula(state, place);
    case 'not':
      return readDenial(state, place);
    case 'not:after':
      return denyBefore(state);
    case 'with':
    case 'held':
    case 'held:after':
    case 'wearing':
      // What is held or liked ("我喜欢蓝色") has its own colours, as what is worn has.
      return readBreak(state, item.kind === 'wearing' || item.kind === 'held', item.text);
    case 'but':
      return { ...release(state), denial: 'none' };
    case 'named':
      return { ...release(state), isNaming: true };
    case 'honorific':
      // "Violet-chan"
      return { ...state, waiting: state.waiting.slice(0, -1) };
    case 'likeness':
      // "eyes red like rubies": the thing likened to gives way to the colour that follows.
      return place.items[place.at + 1]?.kind === 'modifier'
        ? { ...state, waiting: state.waiting.slice(0, -1) }
        : state;
    case 'and':
    case 'or':
      return state;
  }
}
