import type { ColorModifier } from '../clauses/clause-items.js';
import { joinTexts } from '../segment/join-texts.js';
import { acceptsModifier, isBarePart, type BoundNoun } from './bound-noun.js';
import type { Place } from './clause-state.js';

/** "blue hair and eyes": a bare noun with the colour of the one before it. */
export function shareColor(
  owner: BoundNoun | undefined,
  bound: BoundNoun,
  { items, at }: Place,
): BoundNoun {
  const next = items[at + 1]?.kind;
  if (owner === undefined || next === 'is' || next === 'modifier') return bound;
  if (!isBarePart(owner) || !isBarePart(bound)) return bound;
  const parts = [owner.noun.part, bound.noun.part];
  if (!parts.every((part) => part === 'hair' || part === 'eyes')) return bound;
  const colors = owner.modifiers.filter(
    (modifier) => modifier.kind === 'color' && acceptsModifier(bound.noun, modifier),
  );
  return { ...bound, modifiers: [...bound.modifiers, ...colors] };
}

/** "one red eye and one blue eye": the second noun with both colours, the first with neither. */
export function mixEyes(
  other: BoundNoun | undefined,
  bound: BoundNoun,
  { items, at }: Place,
): { readonly other: BoundNoun | undefined; readonly bound: BoundNoun } {
  if (other === undefined || items[at - 2]?.kind !== 'and') return { other, bound };
  const areEyes = [other, bound].every((eye) => isBarePart(eye) && eye.noun.part === 'eyes');
  const [first, second] = [findColor(other), findColor(bound)];
  if (!areEyes || first === undefined || second === undefined) return { other, bound };
  const both: ColorModifier = {
    ...second,
    text: joinTexts([first, { text: '+' }, second]),
    shades: [...first.shades, ...second.shades],
    parts: [first.text, second.text],
    isEither: true,
  };
  return {
    other: { ...other, modifiers: other.modifiers.filter((one) => one !== first) },
    bound: { ...bound, modifiers: bound.modifiers.map((one) => (one === second ? both : one)) },
  };
}

function findColor({ modifiers }: BoundNoun): ColorModifier | undefined {
  return modifiers.find((modifier) => modifier.kind === 'color');
}
