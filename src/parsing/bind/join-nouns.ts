import type { Item } from '../clauses/clause-items.js';
import { joinTexts } from '../segment/join-texts.js';
import { acceptsModifier, isBarePart, type BoundNoun } from './bound-noun.js';

/** A clause, and where in it a noun was met. */
export interface Place {
  readonly items: readonly Item[];
  readonly at: number;
}

/** "blue hair and eyes" */
export function shareColor(
  owner: BoundNoun | undefined,
  bound: BoundNoun,
  { items, at }: Place,
): void {
  const next = items[at + 1]?.kind;
  if (owner === undefined || next === 'is' || next === 'modifier') return;
  if (!isBarePart(owner) || !isBarePart(bound)) return;
  const parts = [owner.noun.part, bound.noun.part];
  if (!parts.every((part) => part === 'hair' || part === 'eyes')) return;
  const colors = owner.modifiers.filter((modifier) => modifier.kind === 'color');
  bound.modifiers.push(...colors.filter((color) => acceptsModifier(bound.noun, color)));
}

/** "one red eye and one blue eye" */
export function mixEyes(
  other: BoundNoun | undefined,
  bound: BoundNoun,
  { items, at }: Place,
): void {
  if (other === undefined || items[at - 2]?.kind !== 'and') return;
  if (![other, bound].every((eye) => isBarePart(eye) && eye.noun.part === 'eyes')) return;
  const [first] = other.modifiers.filter((modifier) => modifier.kind === 'color');
  const second = bound.modifiers.findIndex((modifier) => modifier.kind === 'color');
  const color = bound.modifiers[second];
  if (first === undefined || color?.kind !== 'color') return;
  other.modifiers.splice(other.modifiers.indexOf(first), 1);
  bound.modifiers[second] = {
    ...color,
    text: joinTexts([first, { text: '+' }, color]),
    shades: [...first.shades, ...color.shades],
    parts: [first.text, color.text],
    isEither: true,
  };
}
