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

/** Items that are their token's kind and text. */
const GRAMMAR: ReadonlySet<string> = new Set<Item['kind']>([
  'not',
  'not:after',
  'is',
  'and',
  'or',
  'with',
  'wearing',
  'named',
  'but',
  'honorific',
  'held',
  'held:after',
  'likeness',
]);

type GrammarItem = Exclude<Item, { kind: 'modifier' | 'noun' | 'unknown' }>;

function isGrammar(item: { kind: string; text: string }): item is GrammarItem {
  return GRAMMAR.has(item.kind);
}

/** One token as an item; undefined for words that only colours look at, and those that were dropped or ended the clause. */
function readItem({ text, joint, meaning }: Token, isSlight: boolean): Item | undefined {
  switch (meaning.kind) {
    case 'attribute':
      return readNoun(text, meaning, isSlight);
    case 'part':
      return readNoun(text, { ...BARE, part: meaning.part }, isSlight);
    case 'undrawable':
      return {
        ...readNoun(text, { ...BARE, part: meaning.part }, isSlight),
        isUndrawable: true,
        isPair: meaning.isPair,
      };
    case 'trait': {
      const { trait } = meaning;
      const modifier: TraitModifier = { kind: 'trait', text, trait, isSlight, isNegated: false };
      return { kind: 'modifier', modifier, joint };
    }
    case 'unknown':
      return { kind: 'unknown', text, nearest: meaning.nearest, joint };
    default: {
      const item = { kind: meaning.kind, text };
      return isGrammar(item) ? item : undefined;
    }
  }
}

type Noun = Extract<Item, { kind: 'noun' }>;
type Said = Pick<Noun, 'part' | 'settings' | 'isGuess' | 'isImplied'>;

const BARE: Omit<Said, 'part'> = { settings: [], isGuess: false, isImplied: false };

function readNoun(
  text: string,
  { part, settings, isGuess, isImplied }: Said,
  isSlight: boolean,
): Noun {
  return { kind: 'noun', part, text, settings, isGuess, isImplied, isSlight, isUndrawable: false };
}
