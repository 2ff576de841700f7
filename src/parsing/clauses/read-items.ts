import type { Item, TraitModifier } from './clause-items.js';
import { placeThings } from './place-things.js';
import { readColor } from './read-color.js';
import type { Token } from '../recognize/tokenize.js';

/** Reads a clause's tokens as items; `isChinese` settles words that the languages share. */
export function readItems(tokens: readonly Token[], isChinese: boolean): Item[] {
  const telling = tokens.filter(({ meaning }) => meaning.kind !== 'filler');
  const items: Item[] = [];
  let isSlight = false;
  for (let at = 0; at < telling.length;) {
    const token = telling[at];
    const color = readColor(telling, at, isChinese);
    if (color !== undefined) {
      items.push({ kind: 'modifier', modifier: color.modifier, joint: token?.joint ?? 'none' });
    } else if (token !== undefined) {
      const item = isTurning(telling, at, items) ? IS : readItem(token, isSlight);
      if (isColored(token, items)) {
        at += 1;
        continue;
      }
      if (item !== undefined) items.push(item);
    }
    isSlight = token?.meaning.kind === 'degree';
    at = color?.end ?? at + 1;
  }
  return placeThings(items);
}

const COLORED = new Set(['coloured', 'colored', 'colour', 'color']);

/** "peach-coloured hair": behind a colour the word says nothing. */
function isColored({ text, meaning }: Token, items: readonly Item[]): boolean {
  return meaning.kind === 'is' && COLORED.has(text) && items.at(-1)?.kind === 'modifier';
}

const IS: Item = { kind: 'is', text: '' };

/** 发尾渐变成粉色: a gradient between a noun and its colour says what the noun is. */
function isTurning(tokens: readonly Token[], at: number, items: readonly Item[]): boolean {
  const isColor = tokens[at + 1]?.meaning.kind === 'color';
  return isColor && tokens[at]?.meaning.kind === 'gradient' && items.at(-1)?.kind === 'noun';
}

/** One token as an item; undefined for words that only colours look at. */
function readItem({ text, joint, meaning }: Token, isSlight: boolean): Item | undefined {
  const noun = {
    kind: 'noun',
    text,
    settings: [],
    isGuess: false,
    isImplied: false,
    isSlight,
    isUndrawable: false,
  } as const;
  switch (meaning.kind) {
    case 'attribute': {
      const { settings, part, isGuess, isImplied } = meaning;
      return { ...noun, part, settings, isGuess, isImplied };
    }
    case 'part':
      return { ...noun, part: meaning.part };
    case 'undrawable':
      return { ...noun, part: meaning.part, isUndrawable: true, isPair: meaning.isPair };
    case 'trait': {
      const modifier: TraitModifier = {
        kind: 'trait',
        text,
        trait: meaning.trait,
        isSlight,
        isNegated: false,
      };
      return { kind: 'modifier', modifier, joint };
    }
    case 'unknown':
      return { kind: 'unknown', text, nearest: meaning.nearest, joint };
    case 'not':
    case 'not:after':
    case 'is':
    case 'and':
    case 'or':
    case 'with':
    case 'wearing':
    case 'named':
    case 'but':
    case 'honorific':
    case 'held':
    case 'held:after':
    case 'likeness':
      return { kind: meaning.kind, text };
    // Words that only colours look at, and those that were dropped or ended the clause.
    default:
      return undefined;
  }
}
