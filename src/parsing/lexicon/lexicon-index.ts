import { colorsNamed } from 'culori/fn';
import { characterKind } from '../segment/characters.js';
import { CHARACTERS_OF_FICTION } from './characters-of-fiction.js';
import { CHINESE } from './chinese.js';
import { COLOR_WORDS } from './color-words.js';
import { EMOJI } from './emoji.js';
import { ENGLISH } from './english.js';
import { JAPANESE } from './japanese.js';
import type { LexiconTable } from './lexicon-table.js';
import { expandEntries } from './expand-entries.js';
import { parseMeaning, type Meaning } from './meaning.js';

/** A trie over characters (CJK, emoji, emoticons) or over words (everything that spaces delimit). */
export interface TrieNode<Step> {
  meaning?: Meaning;
  next?: Map<Step, TrieNode<Step>>;
}

/** All words that are understood, in the forms in which the steps of the parser look them up. */
export interface LexiconIndex {
  /** Over UTF-16 code units. */
  readonly characters: TrieNode<number>;
  /** 1 for each code unit that an entry of `characters` begins with, so that the others cost nothing. */
  readonly begins: Uint8Array;
  /** Over the words of a phrase, in normalised spelling. */
  readonly words: TrieNode<string>;
  /** Every word of every phrase, with whether misspellings of it are looked for. */
  readonly knownWords: ReadonlyMap<string, boolean>;
}

/** Later tables win where two list the same word, so that a plain word table comes first. */
const TABLES: readonly LexiconTable[] = [
  CHINESE,
  JAPANESE,
  COLOR_WORDS,
  ENGLISH,
  EMOJI,
  CHARACTERS_OF_FICTION,
];

/** Meanings whose words are worth guessing at when misspelt. */
const CONTENT_KINDS: ReadonlySet<Meaning['kind']> = new Set<Meaning['kind']>([
  'attribute',
  'part',
  'color',
  'tint',
  'trait',
  'undrawable',
]);

/** Words for people and places draw nothing, and names are a slip away from many of them. */
function isWorthGuessing(meaning: Meaning): boolean {
  const isVain =
    meaning.kind === 'part' && ['person', 'other', 'name', 'body'].includes(meaning.part);
  return CONTENT_KINDS.has(meaning.kind) && !isVain;
}

function insert<Step>(root: TrieNode<Step>, steps: Iterable<Step>, meaning: Meaning): void {
  let node = root;
  for (const step of steps) {
    node.next ??= new Map();
    let child = node.next.get(step);
    if (child === undefined) {
      child = {};
      node.next.set(step, child);
    }
    node = child;
  }
  node.meaning = meaning;
}

function* codeUnits(text: string): Generator<number> {
  for (let index = 0; index < text.length; index += 1) yield text.charCodeAt(index);
}

/** True if an entry is made of words that spaces delimit, and of nothing else. */
function isSpaced(entry: string): boolean {
  for (let index = 0; index < entry.length; index += 1) {
    const code = entry.charCodeAt(index);
    if (code !== 0x20 && (code > 0x24f || characterKind(code) !== 'word')) return false;
  }
  return true;
}

/** 赤 also stands for 赤色, the languages leave it out as they please; and 琥珀 for 琥珀的颜色. */
function spellings(entry: string, meaning: Meaning): readonly string[] {
  if (HIRAGANA.test(entry) && WRITTEN_BOTH_WAYS.has(meaning.kind))
    return [entry, toKatakana(entry)];
  if (VERB_PAST.test(entry) && CONJUGATED.has(meaning.kind)) return conjugate(entry);
  const isColor = meaning.kind === 'color' && !meaning.isAccent;
  const last = entry.at(-1) ?? '';
  if (!isColor || last === '色' || !['han', 'kana'].includes(characterKind(last.charCodeAt(0)))) {
    return [entry];
  }
  if (/[いくなのて]$/u.test(entry)) return [entry];
  return ['', '色', '的颜色', '的顏色', 'の色'].map((ending) => entry + ending);
}

/** 潤んだ瞳 and "empty eyes" tell a mood, but a colour beside them is the eyes'. */
function seatAt(entry: string, meaning: Meaning): Meaning {
  const isSeated = meaning.kind === 'attribute' && meaning.part === 'expression';
  return isSeated && EYES_AT_END.test(entry) ? { ...meaning, part: 'eyes' } : meaning;
}

const EYES_AT_END = /(?:\beyes|瞳|(?<!真面)目|眼|眼睛)$/u;

/** 結んだ, 隠れた: the past of a Japanese verb, which says how something is. */
const VERB_PAST = /[\p{Script=Han}\u3041-\u3096][っいしきりえけせてねべめれんた][ただ]$/u;
const CONJUGATED: ReadonlySet<Meaning['kind']> = new Set<Meaning['kind']>(['attribute', 'trait']);
const FORMS = ['', 'いる', 'いて', 'いた', 'る', 'て', 'おり'];

/** 結んだ is also 結んで, 結んでいる, 結んでて, … */
function conjugate(past: string): string[] {
  const stem = past.slice(0, -1) + (past.endsWith('だ') ? 'で' : 'て');
  return [past, ...FORMS.map((form) => stem + form)];
}

/** Words of three letters and more; shorter ones are pieces of too many others. */
const HIRAGANA = /^[\u3041-\u3096ー]{3,}$/u;
/** Words that katakana may stand for as well, キンパツ among them; grammar is written in hiragana alone. */
const WRITTEN_BOTH_WAYS: ReadonlySet<Meaning['kind']> = new Set<Meaning['kind']>([
  'attribute',
  'color',
]);
const KATAKANA_SHIFT = 0x60;

function toKatakana(hiragana: string): string {
  return hiragana.replace(/[\u3041-\u3096]/gu, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) + KATAKANA_SHIFT),
  );
}

function buildIndex(): LexiconIndex {
  const characters: TrieNode<number> = {};
  const words: TrieNode<string> = {};
  const knownWords = new Map<string, boolean>();
  const add = (entry: string, meaning: Meaning): void => {
    if (!isSpaced(entry)) return insert(characters, codeUnits(entry), meaning);
    const steps = entry.split(' ');
    insert(words, steps, meaning);
    // Words of phrases only ("baseball cap") have too many neighbours that mean nothing here.
    const isContent = steps.length === 1 && isWorthGuessing(meaning);
    for (const word of steps) knownWords.set(word, isContent || knownWords.get(word) === true);
    return undefined;
  };
  for (const name of Object.keys(colorsNamed)) add(name, parseMeaning(`color:${name}`));
  for (const [key, entries] of TABLES.flatMap((table) => Object.entries(table))) {
    const meaning = parseMeaning(key);
    const all = expandEntries(entries).flatMap((entry) => spellings(entry, meaning));
    for (const spelling of all) add(spelling, seatAt(spelling, meaning));
  }
  const begins = new Uint8Array(0x1_0000);
  for (const code of characters.next?.keys() ?? []) begins[code] = 1;
  return { characters, begins, words, knownWords };
}

let index: LexiconIndex | undefined;

/** The lexicon, built on first use. */
export function getLexicon(): LexiconIndex {
  index ??= buildIndex();
  return index;
}

/** True if a normalised text is an entry of the lexicon from end to end. */
export function isLexiconEntry(text: string): boolean {
  const { characters, words } = getLexicon();
  let node: TrieNode<string> | undefined = words;
  for (const word of text.split(' ')) node = node?.next?.get(word);
  let unit: TrieNode<number> | undefined = characters;
  for (const code of codeUnits(text)) unit = unit?.next?.get(code);
  return node?.meaning !== undefined || unit?.meaning !== undefined;
}
