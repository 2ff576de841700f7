import { characterKind, isCjkCode, isWordCode, type CharacterKind } from './characters.js';
import { getLexicon, type TrieNode } from '../lexicon/lexicon-index.js';
import type { Meaning } from '../lexicon/meaning.js';
import { WordResolver } from '../recognize/resolve-word.js';
import { WordBreaks } from './word-breaks.js';

/** How a lexeme hangs together with the one before it. */
export type Joint = 'none' | 'space' | 'hyphen';

/** A piece of text: a word still to be put into phrases, or something whose meaning is settled. */
export interface Lexeme {
  readonly text: string;
  readonly joint: Joint;
  /** Known words, for what spaces delimit. */
  readonly words?: readonly string[];
  /** True if the word is a misspelt one's likely reading. */
  readonly isRepaired?: boolean;
  readonly meaning?: Meaning;
}

const BOUNDARY: Meaning = { kind: 'boundary' };
const UNKNOWN: Meaning = { kind: 'unknown' };
const FILLER: Meaning = { kind: 'filler' };
const MAX_FUNCTION_LENGTH = 40;
const HEX_COLOR = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\p{L}\p{N}])/uy;
const COLOR_FUNCTION = /(?:rgb|hsl)a?\([\d\s.,%/deg+-]{5,40}\)/uy;
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr']);

/**
 * Cuts a normalised text into lexemes, the longest known ones first, and stops after `most` telling ones.
 * Linear in the text's length: entries are short, and characters that begin none are passed in runs.
 */
export function scanText(text: string, most: number): Lexeme[] {
  const { begins, characters } = getLexicon();
  const breaks = new WordBreaks(text, characters);
  const lexemes: Lexeme[] = [];
  const resolver = new WordResolver();
  let joint = 'none' as Joint;
  let told = 0;
  let at = 0;
  while (at < text.length && told < most) {
    const code = text.charCodeAt(at);
    const kind = characterKind(code);
    if ((kind === 'space' || kind === 'joint') && !(begins[code] === 1 && isSymbol(text, at))) {
      joint = kind === 'joint' && joint !== 'space' ? 'hyphen' : 'space';
      at += 1;
      continue;
    }
    const last = lexemes.at(-1);
    const isAfterUnknown = joint === 'none' && last?.meaning === UNKNOWN;
    const place = { at, joint, resolver, breaks, isAfterUnknown };
    const lexeme = readKnown(text, place) ?? readOther(text, place);
    at += lexeme.text.length;
    joint = 'none';
    if (isSuperfluous(lexeme, lexemes.at(-1))) continue;
    if (lexeme.meaning?.kind !== 'filler' && lexeme.meaning !== BOUNDARY) told += 1;
    lexemes.push(lexeme);
  }
  return lexemes;
}

/** A boundary or filler after another, or the full stop of "Mr. Pink", which ends nothing. */
function isSuperfluous({ text, meaning }: Lexeme, previous: Lexeme | undefined): boolean {
  if (meaning === undefined || previous === undefined) return false;
  const isIdle = meaning.kind === 'boundary' || meaning.kind === 'filler';
  if (isIdle && meaning.kind === previous.meaning?.kind) return true;
  return meaning === BOUNDARY && text === '.' && TITLES.has(previous.text);
}

/** True if an emoticon or the like stands at a place where only a gap is expected. */
function isSymbol(text: string, at: number): boolean {
  const match = matchCharacters(text, at);
  return match !== undefined && match.text.length > 1;
}

/** A colour code or an entry of the lexicon's characters. */
function readKnown(
  text: string,
  { at, joint, breaks, isAfterUnknown }: KnownPlace,
): Lexeme | undefined {
  const longest = readColorCode(text, at) ?? matchCharacters(text, at);
  if (longest === undefined) return undefined;
  const cut = breaks.findCutWord(at, at + longest.text.length);
  const match = cut === undefined ? longest : (matchCharacters(text, at, cut) ?? longest);
  const end = at + match.text.length;
  // Segmenting costs a hundred times what matching does: only beside text that the lexicon lacks can a match be a part.
  const isDoubtful = isAfterUnknown || isUnknownAt(text, end);
  if (isDoubtful && breaks.isPartOfAnother(at, end)) return undefined;
  return { text: match.text, joint, meaning: match.meaning };
}

function isUnknownAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  return isCjkCode(text.charCodeAt(at)) && matchCharacters(text, at) === undefined;
}

type KnownPlace = Omit<Place, 'resolver'>;

interface Place {
  readonly at: number;
  readonly joint: Joint;
  readonly resolver: WordResolver;
  readonly breaks: WordBreaks;
  /** True if characters that mean nothing stand right before. */
  readonly isAfterUnknown: boolean;
}

/** A word that spaces delimit, a boundary, or a run of characters that nothing is known of. */
function readOther(text: string, { at, joint, resolver, breaks }: Place): Lexeme {
  const kind = characterKind(text.charCodeAt(at));
  if (kind === 'word') return readWord(text, at, { joint, resolver });
  if (kind === 'boundary') return { text: text.charAt(at), joint, meaning: BOUNDARY };
  const isText = isUnknownText(text, at, kind);
  let end = at;
  do end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  while (
    end < text.length &&
    characterKind(text.charCodeAt(end)) === kind &&
    isUnknownText(text, end, kind) === isText &&
    readKnown(text, { at: end, joint: 'none', breaks, isAfterUnknown: isText }) === undefined
  );
  return { text: text.slice(at, end), joint, meaning: isText ? UNKNOWN : FILLER };
}

/** True if something at a place could be part of a word: no symbol, and no half of a character. */
function isUnknownText(text: string, at: number, kind: CharacterKind): boolean {
  return kind === 'han' || kind === 'kana' || (text.codePointAt(at) ?? 0) > 0xffff;
}

interface Match {
  readonly text: string;
  readonly meaning: Meaning;
}

function readColorCode(text: string, at: number): Match | undefined {
  const first = text[at];
  if (first !== '#' && first !== 'r' && first !== 'h') return undefined;
  const pattern = first === '#' ? HEX_COLOR : COLOR_FUNCTION;
  pattern.lastIndex = at;
  const code = pattern.exec(text)?.[0];
  if (code === undefined || code.length > MAX_FUNCTION_LENGTH) return undefined;
  return { text: code, meaning: { kind: 'color', color: code, isAccent: false } };
}

/** The longest entry of the character trie at a place that ends `before` another; entries of Latin letters end where a word ends. */
function matchCharacters(text: string, at: number, before = text.length): Match | undefined {
  const { begins, characters } = getLexicon();
  if (begins[text.charCodeAt(at)] !== 1) return undefined;
  let node: TrieNode<number> | undefined = characters;
  let meaning: Meaning | undefined;
  let last = at;
  for (let end = at; end < before; end += 1) {
    node = node.next?.get(text.charCodeAt(end));
    if (node === undefined) break;
    if (node.meaning === undefined || !isWhole(text, at, end)) continue;
    ({ meaning } = node);
    last = end;
  }
  return meaning === undefined ? undefined : { text: text.slice(at, last + 1), meaning };
}

/** True if text[start..last] does not cut a word in two, and is no emoticon glued to a word. */
function isWhole(text: string, start: number, last: number): boolean {
  const first = text.charCodeAt(start);
  const end = text.charCodeAt(last);
  const before = start > 0 && isWordCode(text.charCodeAt(start - 1));
  const after = last + 1 < text.length && isWordCode(text.charCodeAt(last + 1));
  if (isWordCode(first) && before) return false;
  if (isWordCode(end) && after) return false;
  const isEmoticon = last > start && first < 0x80 && !isWordCode(first);
  return !isEmoticon || text.startsWith('->', start) || (!before && !after);
}

/** Digits and apostrophes only, or an apostrophe at an end. */
const ODD = /^'|'$|^[\d']+$/u;

function readWord(
  text: string,
  at: number,
  { joint, resolver }: { joint: Joint; resolver: WordResolver },
): Lexeme {
  let end = at;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end += 1;
  const whole = text.slice(at, end);
  const isOdd = ODD.test(whole);
  const typed = isOdd ? whole.replace(/^'+|'+$/gu, '') : whole;
  if (isOdd && /^[\d']*$/u.test(typed)) return { text: whole, joint, words: [], meaning: FILLER };
  const { words, isPossessive, isRepaired } = resolver.resolve(typed);
  if (isPossessive && isColorWord(words[0]))
    return { text: whole, joint, words: [], meaning: { kind: 'idiom' } };
  return isRepaired === true
    ? { text: whole, joint, words, isRepaired }
    : { text: whole, joint, words };
}

function isColorWord(word: string | undefined): boolean {
  return word !== undefined && getLexicon().words.next?.get(word)?.meaning?.kind === 'color';
}
