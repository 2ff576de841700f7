import type { Item } from './clause-items.js';

type Noun = Extract<Item, { kind: 'noun' }>;

const OF_COLOR = /色|colou?r/u;

/** The hair or eyes that a clause speaks of last, for a clause that goes on about them. */
export function findSubject(items: readonly Item[]): Noun | undefined {
  const isSubject = (item: Item): item is Noun =>
    item.kind === 'noun' && (item.part === 'hair' || item.part === 'eyes');
  return items.findLast(isSubject);
}

/** "Long hair; colour: maroon", 髪は長く、色は銀: a clause that only says "colour" is about what was spoken of last. */
export function carrySubject(items: readonly Item[], subject: Noun | undefined): readonly Item[] {
  const [first] = items;
  if (subject === undefined || first?.kind !== 'is' || !OF_COLOR.test(first.text)) return items;
  return [{ ...subject, settings: [], isGuess: false, isUndrawable: false }, ...items];
}
