import { characterKind, isWordCode } from './characters.js';
import { getLexicon, type TrieNode } from './lexicon-index.js';
import type { Meaning } from './meaning.js';
import { resolveWord } from './resolve-word.js';

/** How a lexeme hangs together with the one before it. */
export type Joint = 'none' | 'space' | 'hyphen';

/** A piece of text: a word still to be put into phrases, or something whose meaning is settled. */
export interface Lexeme {
  readonly text: string;
  readonly joint: Joint;
  /** Known words, for what spaces delimit. */
  readonly words?: readonly string[];
  readonly meaning?: Meaning;
}

const BOUNDARY: Meaning = { kind: 'boundary' };
const UNKNOWN: Meaning = { kind: 'unknown' };
const FILLER: Meaning = { kind: 'filler' };
const MAX_FUNCTION_LENGTH = 40;
const HEX_COLOR = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\p{L}\p{N}])/uy;
const COLOR_FUNCTION = /(?:rgb|hsl)a?\([\d\s.,%/deg+-]{5,40}\)/uy;
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr']);

/** Cuts a normalised text into lexemes, the longest known ones first; linear in the text's length. */
export function scanText(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let joint = 'none' as Joint;
  let at = 0;
  while (at < text.length) {
    const kind = characterKind(text.charCodeAt(at));
    if (kind === 'space' || kind === 'joint') {
      const end = readKnownSymbols(text, at);
      if (end === undefined) {
        joint = kind === 'joint' && joint !== 'space' ? 'hyphen' : 'space';
        at += 1;
        continue;
      }
    }
    const lexeme = readLexeme(text, at, joint);
    at += lexeme.text.length;
    addLexeme(lexemes, lexeme);
    joint = 'none';
  }
  return lexemes;
}

/** The meaning of an emoticon or the like at a place where only a gap is expected. */
function readKnownSymbols(text: string, at: number): Match | undefined {
  const match = matchCharacters(text, at);
  return match !== undefined && match.text.length > 1 ? match : undefined;
}

function readLexeme(text: string, at: number, joint: Joint): Lexeme {
  const color = readColorCode(text, at);
  if (color !== undefined) return { text: color.text, joint, meaning: color.meaning };
  const match = matchCharacters(text, at);
  if (match !== undefined) return { text: match.text, joint, meaning: match.meaning };
  const code = text.charCodeAt(at);
  if (isWordCode(code)) return { ...readWord(text, at), joint };
  if (characterKind(code) === 'boundary')
    return { text: text.charAt(at), joint, meaning: BOUNDARY };
  // A surrogate pair is one character; a lone surrogate stands for itself.
  const character = String.fromCodePoint(text.codePointAt(at) ?? code);
  const kind = characterKind(code);
  const isText = kind === 'han' || kind === 'kana' || character.length > 1;
  return { text: character, joint, meaning: isText ? UNKNOWN : FILLER };
}

/** Unknown neighbours of one script are one unknown word. */
function addLexeme(lexemes: Lexeme[], lexeme: Lexeme): void {
  const previous = lexemes.at(-1);
  if (
    lexeme.meaning === UNKNOWN &&
    previous?.meaning === UNKNOWN &&
    lexeme.joint === 'none' &&
    scriptOf(previous.text) === scriptOf(lexeme.text)
  ) {
    lexemes[lexemes.length - 1] = { ...previous, text: previous.text + lexeme.text };
    return;
  }
  // "Mr. Pink": that full stop ends nothing.
  if (lexeme.text === '.' && previous !== undefined && TITLES.has(previous.text)) return;
  lexemes.push(lexeme);
}

function scriptOf(text: string): string {
  return characterKind(text.charCodeAt(text.length - 1));
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
  return { text: code, meaning: { kind: 'colour', color: code, isAccent: false } };
}

/** The longest entry of the character trie at a place; entries of Latin letters end where a word ends. */
function matchCharacters(text: string, at: number): Match | undefined {
  let node: TrieNode<number> | undefined = getLexicon().characters;
  let found: Match | undefined;
  for (let end = at; node !== undefined && end < text.length; end += 1) {
    node = node.next?.get(text.charCodeAt(end));
    if (node?.meaning !== undefined && isWhole(text, at, end)) {
      found = { text: text.slice(at, end + 1), meaning: node.meaning };
    }
  }
  return found;
}

/** Whether text[start..last] does not cut a word in two, and is no emoticon glued to a word. */
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

function readWord(
  text: string,
  at: number,
): { text: string; words: readonly string[]; meaning?: Meaning } {
  let end = at;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end += 1;
  const whole = text.slice(at, end);
  const typed = whole.replace(/^'+|'+$/gu, '');
  if (typed === '' || /^[\d']+$/u.test(typed)) return { text: whole, words: [], meaning: FILLER };
  const { words, isPossessive } = resolveWord(typed);
  if (isPossessive && isColorWord(words[0])) {
    return { text: whole, words: [], meaning: { kind: 'idiom' } };
  }
  return { text: whole, words };
}

function isColorWord(word: string | undefined): boolean {
  return word !== undefined && getLexicon().words.next?.get(word)?.meaning?.kind === 'colour';
}
