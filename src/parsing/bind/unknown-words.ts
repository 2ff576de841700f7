import type { ColorModifier } from '../clauses/clause-items.js';
import { findNamedColor } from '../colors/named-colors.js';
import type { NounItem } from './bound-noun.js';

/** A name of the large colour list, believed only beside hair and eyes: it holds every other noun too. */
export function nameColor(text: string, noun: NounItem | undefined): ColorModifier | undefined {
  if (noun?.part !== 'hair' && noun?.part !== 'eyes') return undefined;
  const hex = findNamedColor(text);
  if (hex === undefined) return undefined;
  return {
    kind: 'color',
    text,
    shades: [{ color: hex, share: 1 }],
    parts: [text],
    only: undefined,
    isWeak: false,
    isAccent: false,
    alone: undefined,
    isHan: false,
    isNegated: false,
  };
}

/** The noun that an unknown word before a copula is ("the car is red"): it takes what is said of it. */
export function unknownNoun(text: string): NounItem {
  return {
    kind: 'noun',
    part: 'other',
    text,
    settings: [],
    isGuess: false,
    isImplied: false,
    isSlight: false,
    isUndrawable: false,
    isUnknown: true,
  };
}
