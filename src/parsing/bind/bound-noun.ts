import type { Part } from '../lexicon/traits.js';
import type { Item, Modifier } from '../clauses/clause-items.js';

/** A noun of a clause: a bare part ("hair"), or one that sets groups by itself ("ponytail"). */
export type NounItem = Extract<Item, { kind: 'noun' }>;

/** A noun of a clause with the modifiers that were found to belong to it. */
export interface BoundNoun {
  readonly kind: 'noun';
  readonly noun: NounItem;
  readonly modifiers: readonly Modifier[];
  readonly isNegated: boolean;
}

/** Things whose length, cut or darkness this model cannot draw: they take it so that nothing else does. */
const TRAIT_SINKS: ReadonlySet<Part> = new Set<Part>([
  'wear',
  'other',
  'name',
  'ornament',
  'tips',
  'neck',
  'body',
]);

/** True if a modifier can say something of a noun. */
export function acceptsModifier(noun: NounItem, modifier: Modifier): boolean {
  if (modifier.kind === 'trait') return TRAIT_SINKS.has(noun.part) || noun.part in modifier.trait;
  const { only } = modifier;
  switch (noun.part) {
    case 'hair':
    case 'bangs':
      return only !== 'eyes' && !sets(noun, 'hair_color');
    case 'tips':
      return only !== 'eyes';
    case 'eyes':
      return only !== 'hair' && !sets(noun, 'eye_color');
    case 'skin':
      return only === undefined && !sets(noun, 'skin');
    case 'pose':
    case 'person':
    case 'expression':
      return false;
    default:
      return only === undefined;
  }
}

function sets(noun: NounItem, group: string): boolean {
  return noun.settings.some((setting) => setting.group === group);
}

/** True if a noun that has its own modifiers can take this one from behind ("long hair ... blue"). */
export function acceptsFromBehind({ noun, modifiers }: BoundNoun, modifier: Modifier): boolean {
  if (!acceptsModifier(noun, modifier) || noun.part === 'blush') return false;
  // Eyes of two colours.
  if (noun.isPair === true) return true;
  const isSecond = (own: Modifier): boolean => own.kind === 'color' && !own.isNegated;
  return modifier.kind !== 'color' || !modifiers.some(isSecond);
}

/** "hair", "eyes": a noun that says nothing by itself. */
export function isBarePart({ noun }: BoundNoun): boolean {
  return noun.settings.length === 0 && !noun.isUndrawable;
}

/** Things that a list of denials can go on through: "no hat or ribbon". */
export function isListable({ noun }: BoundNoun): boolean {
  return noun.isUndrawable || ['wear', 'ornament', 'neck', 'bangs', 'blush'].includes(noun.part);
}
