import type { Repair } from '../../attributes/attribute-request.js';
import { getLexicon, type TrieNode } from '../lexicon/lexicon-index.js';
import type { Meaning } from '../lexicon/meaning.js';
import { scanText, type Joint, type Lexeme } from '../segment/scan-text.js';
import { findSingular } from './resolve-word.js';
import { findNearest, isSameWord } from './spelling.js';

/** A word or phrase of a description with what it means. */
export interface Token {
  readonly text: string;
  readonly joint: Joint;
  readonly meaning: Meaning;
  /** Its misspelt words and how they were read; absent where there are none. */
  readonly repaired?: readonly Repair[];
}

const UNKNOWN: Meaning = { kind: 'unknown' };

/** Words of one description that are compared with the lexicon at large; the rest go without a suggestion. */
const MAX_SUGGESTIONS = 12;

interface Word {
  readonly text: string;
  readonly joint: Joint;
  /** The lexicon's spelling; undefined for an unknown word. */
  readonly known: string | undefined;
  readonly isRepaired?: boolean;
}

/**
 * Reads a normalised text as tokens: phrases of the lexicon, longest first, and single unknown words.
 * Reads no more than `most` telling pieces of text.
 */
export function tokenize(text: string, most: number): Token[] {
  const tokens: Token[] = [];
  let run: Word[] = [];
  const suggestions = { left: MAX_SUGGESTIONS };
  const endRun = (): void => {
    if (run.length > 0) readPhrases(run, tokens, suggestions);
    run = [];
  };
  for (const lexeme of scanText(text, most)) {
    if (isSettled(lexeme)) {
      endRun();
      tokens.push(lexeme);
    } else {
      if (lexeme.joint === 'none') endRun();
      run.push(...splitWords(lexeme));
    }
  }
  endRun();
  return tokens;
}

function isSettled(lexeme: Lexeme): lexeme is Token {
  return lexeme.meaning !== undefined;
}

function splitWords({ text, joint, words = [], isRepaired = false }: Lexeme): Word[] {
  if (words.length === 0) return [{ text, joint, known: undefined }];
  if (words.length === 1) return [{ text, joint, known: words[0], isRepaired }];
  return words.map((known, index) => ({
    text: known,
    joint: index === 0 ? joint : 'space',
    known,
  }));
}

/** The words' trie is a few words deep, so that looking ahead stays linear. */
function readPhrases(run: readonly Word[], tokens: Token[], suggestions: { left: number }): void {
  for (let at = 0; at < run.length;) {
    const phrase = matchPhrase(run, at);
    const words = run.slice(at, at + (phrase?.length ?? 1));
    const text = words.map((word) => word.text).join(' ');
    const joint = words[0]?.joint ?? 'none';
    if (phrase !== undefined) {
      tokens.push(withRepairs({ text, joint, meaning: phrase.meaning }, words));
      if (words.length > 1) tokens.push(...words.flatMap(readPronoun));
    } else if (text.length > 1) {
      tokens.push(
        words[0]?.known === undefined
          ? readUnknown(text, joint, suggestions)
          : readLone(text, joint),
      );
    }
    at += words.length;
  }
}

/** A word of phrases by itself ("brushing her shoulders", "hair ornaments"): no slip of another, but maybe a plural. */
function readLone(text: string, joint: Joint): Token {
  const singular = findSingular(text);
  const meaning =
    singular === undefined ? undefined : getLexicon().words.next?.get(singular)?.meaning;
  return { text, joint, meaning: meaning ?? UNKNOWN };
}

/** "Over her eyes" is one phrase, and still tells of her. */
function readPronoun({ text, joint, known }: Word): Token[] {
  const meaning = known === undefined ? undefined : getLexicon().words.next?.get(known)?.meaning;
  return meaning?.kind === 'pronoun' ? [{ text, joint, meaning }] : [];
}

function withRepairs(token: Token, words: readonly Word[]): Token {
  if (!words.some(({ isRepaired }) => isRepaired)) return token;
  const repaired = words.flatMap(({ text, known, isRepaired }) =>
    isRepaired === true && known !== undefined ? [{ text, word: known }] : [],
  );
  return { ...token, repaired };
}

function matchPhrase(
  run: readonly Word[],
  at: number,
): { meaning: Meaning; length: number } | undefined {
  let node: TrieNode<string> | undefined = getLexicon().words;
  let found: { meaning: Meaning; length: number } | undefined;
  for (let end = at; end < run.length; end += 1) {
    const known = run[end]?.known;
    node = known === undefined ? undefined : node.next?.get(known);
    if (node === undefined) break;
    if (node.meaning !== undefined) found = { meaning: node.meaning, length: end + 1 - at };
  }
  return found;
}

function readUnknown(text: string, joint: Joint, suggestions: { left: number }): Token {
  if (suggestions.left === 0) return { text, joint, meaning: UNKNOWN };
  suggestions.left -= 1;
  const nearest = findNearest(text);
  if (nearest === undefined) return { text, joint, meaning: UNKNOWN };
  const meaning = isSameWord(text, nearest)
    ? getLexicon().words.next?.get(nearest.word)?.meaning
    : undefined;
  if (meaning === undefined)
    return { text, joint, meaning: { kind: 'unknown', nearest: nearest.word } };
  return { text, joint, meaning, repaired: [{ text, word: nearest.word }] };
}
