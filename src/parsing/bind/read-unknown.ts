import type { Item, Modifier } from '../clauses/clause-items.js';
import { joinTexts } from '../segment/join-texts.js';
import { acceptsModifier, type NounItem } from './bound-noun.js';
import { addFinding, release, type ClauseState, type Place } from './clause-state.js';
import { readModifier } from './read-modifier.js';
import { nameColor, unknownNoun } from './unknown-words.js';

/** How far ahead a noun is looked for past words that are not known. */
const MAX_LOOKAHEAD = 3;

/** Reads a word of no meaning: a colour's name beside a noun, or a noun that takes what stands before it. */
export function readUnknown(
  before: ClauseState,
  item: Extract<Item, { kind: 'unknown' }>,
  place: Place,
): ClauseState {
  if (before.isNaming) return before;
  const ahead = findNounAhead(before, place);
  const color = nameColor(item.text, before.hasCopula ? before.nouns.at(-1)?.noun : ahead);
  if (color !== undefined)
    return readModifier(before, { kind: 'modifier', modifier: color, joint: item.joint }, place);
  // "red car"
  const isTaker = ahead === undefined && !before.isJoined;
  const absorbed = isTaker ? before.waiting.filter(isAbsorbed) : [];
  const waiting = isTaker ? before.waiting.filter((one) => !isAbsorbed(one)) : before.waiting;
  const text = joinTexts([...absorbed, item]);
  const state = addFinding(
    { ...before, waiting },
    { kind: 'unknown', text, nearest: item.nearest },
  );
  // "hair could be described as brown" goes on about the hair.
  if (before.hasCopula || place.items[place.at + 1]?.kind !== 'is') return state;
  const noun: NounItem = unknownNoun(item.text);
  return { ...release(state), nouns: [{ kind: 'noun', noun, modifiers: [], isNegated: false }] };
}

function isAbsorbed(modifier: Modifier): boolean {
  return modifier.kind === 'trait' || modifier.only === undefined;
}

/** The noun that comes after an unknown word, past others like it and traits. */
function findNounAhead({ waiting }: ClauseState, { items, at }: Place): NounItem | undefined {
  for (let ahead = at + 1; ahead <= at + MAX_LOOKAHEAD; ahead += 1) {
    const item = items[ahead];
    if (item?.kind === 'noun')
      return waiting.every((one) => acceptsModifier(item, one)) ? item : undefined;
    const isPassed =
      item?.kind === 'unknown' || (item?.kind === 'modifier' && item.modifier.kind === 'trait');
    if (!isPassed) return undefined;
  }
  return undefined;
}
