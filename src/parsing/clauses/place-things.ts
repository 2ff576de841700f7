import { isCjk } from '../segment/characters.js';
import type { Item } from './clause-items.js';
import { parseSettings } from '../lexicon/meaning.js';

type Noun = Extract<Item, { kind: 'noun' }>;

const CHOKER = parseSettings('neck=choker').settings;

const BARE_DRESS = parseSettings('outfit=dress/bare_shoulders').settings;

/**
 * Tells things that are worn on the head from those that are held, printed on clothes or tied elsewhere: only
 * the first are drawn. A ribbon around the neck is a choker.
 */
export function placeThings(items: readonly Item[]): Item[] {
  return items.map((item, at): Item => {
    if (item.kind !== 'noun' || item.settings.length === 0 || item.part !== 'wear') return item;
    if (isHeld(items, at)) return asUndrawable(item);
    const [setting] = item.settings;
    if (setting?.group === 'outfit') return joinOutfits(item, items[at - 1]);
    if (setting?.group !== 'ornament') return item;
    const isFlower = setting.value === 'flower';
    if (isFlower && isPattern(items[at + 1])) return asUndrawable(item);
    if (!isFlower && setting.value !== 'ribbon') return item;
    if (item.text === 'bow' && items.some(isArchery)) return asUndrawable(item);
    const place = findPlace(items, at, item);
    if (place === 'neck') return { ...item, settings: CHOKER, isGuess: false };
    return place === 'body' ? asUndrawable(item) : item;
  });
}

/** "off-shoulder gown" is both. */
function joinOutfits(noun: Noun, before: Item | undefined): Noun {
  const isBare = before?.kind === 'noun' && before.settings[0]?.value === 'bare_shoulders';
  return isBare && noun.settings[0]?.value === 'dress' ? { ...noun, settings: BARE_DRESS } : noun;
}

const ARCHERY = new Set(['arrow', 'arrows', 'quiver', 'archer', 'archery', 'huntress', 'ranger']);

/** Signs that a bow is a weapon. */
function isArchery(item: Item): boolean {
  return item.kind === 'noun' && ARCHERY.has(item.text);
}

function asUndrawable(noun: Noun): Noun {
  return { ...noun, settings: [], isGuess: false, isUndrawable: true };
}

const HANDS = new Set(['hand', 'hands', 'arms', 'fist', 'fists', 'fingers', 'lap']);

/** "holding a hat", 花を持った. */
function isHeld(items: readonly Item[], at: number): boolean {
  if (items[at + 1]?.kind === 'held:after') return true;
  const [after, place] = [items[at + 1], items[at + 2]];
  // "a straw hat in her hands"
  if (after?.kind === 'with' && place?.kind === 'noun' && HANDS.has(place.text)) return true;
  let before = at - 1;
  while (items[before]?.kind === 'modifier') before -= 1;
  return items[before]?.kind === 'held';
}

/** "flower shirt", "sunflower field". */
function isPattern(next: Item | undefined): boolean {
  return next?.kind === 'noun' && (next.part === 'wear' || next.part === 'other');
}

/** The part that a thing is said to be on: behind it in English, before it in Chinese and Japanese. */
function findPlace(
  items: readonly Item[],
  at: number,
  { text }: Noun,
): 'neck' | 'body' | undefined {
  const step = isCjk(text.slice(0, 1)) ? -1 : 1;
  const tied = step < 0 ? findTiedTo(items, at) : undefined;
  if (tied !== undefined) return tied;
  for (let near = at + step; near >= 0 && near < items.length; near += step) {
    const item = items[near];
    // "roses in the background"
    if (item?.kind === 'noun')
      return near > at + 1 && item.part === 'other' ? 'body' : placeOf(item);
    const isPassed =
      item?.kind === 'with' ||
      item?.kind === 'is' ||
      (step < 0 && item?.kind !== 'or' && item?.kind !== 'unknown');
    if (!isPassed) return undefined;
  }
  return undefined;
}

const TIES = new Set(['を', '系', '系着', '绑', '绑着', '綁', '綁著', '繫著', '戴', '打']);

/** リボンを首に, 丝带系在脖子上: the place behind the thing. */
function findTiedTo(items: readonly Item[], at: number): 'neck' | 'body' | undefined {
  const [tie, place] = [items[at + 1], items[at + 2]];
  const isTied = tie?.kind === 'with' && TIES.has(tie.text) && place?.kind === 'noun';
  return isTied ? placeOf(place) : undefined;
}

function placeOf({ part, settings }: Noun): 'neck' | 'body' | undefined {
  if (settings.length > 0) return undefined;
  return part === 'neck' || part === 'body' ? part : undefined;
}
