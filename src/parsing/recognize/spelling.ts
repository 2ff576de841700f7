import { distance } from 'fastest-levenshtein';
import { getLexicon } from '../lexicon/lexicon-index.js';
import { NOT_TYPOS } from '../lexicon/not-typos.js';

/** Shorter words have too many neighbours to guess at. */
const MIN_TYPO_LENGTH = 4;
/** From this length on two slips are still the same word. */
const MIN_TWO_SLIPS_LENGTH = 8;
const MAX_WORD_LENGTH = 24;

/**
 * Finds words one slip away without comparing with all of them: both sides are looked up with each
 * one of their letters left out (the symmetric-delete method), which takes time linear in the word.
 */
interface SpellingIndex {
  readonly byDeletion: ReadonlyMap<string, readonly string[]>;
  /** The words that begin with a letter, with the letters that they have. */
  readonly byInitial: ReadonlyMap<string, readonly Candidate[]>;
}

interface Candidate {
  readonly word: string;
  /** A bit per letter. */
  readonly letters: number;
}

let spellingIndex: SpellingIndex | undefined;

/** The words to compare misspelt ones with, built on first use. */
export function getSpellingIndex(): SpellingIndex {
  if (spellingIndex !== undefined) return spellingIndex;
  const byDeletion = new Map<string, string[]>();
  const byInitial = new Map<string, Candidate[]>();
  for (const [word, isContent] of getLexicon().knownWords) {
    if (!isContent || word.length < MIN_TYPO_LENGTH) continue;
    const candidate = { word, letters: lettersOf(word) };
    const initial = word.charAt(0);
    const candidates = byInitial.get(initial);
    if (candidates === undefined) byInitial.set(initial, [candidate]);
    else candidates.push(candidate);
    for (const key of [word, ...deletions(word)]) append(byDeletion, key, word);
  }
  spellingIndex = { byDeletion, byInitial };
  return spellingIndex;
}

function append(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [word]);
  else if (!list.includes(word)) list.push(word);
}

/** The letters of a word as bits; others than a to z share them. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** How many bits are set. */
function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function deletions(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** True if two words of one length differ by two neighbouring letters swapped. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

function isOneSlip(typed: string, word: string): boolean {
  if (isSwap(typed, word)) return true;
  if (distance(typed, word) > 1) return false;
  const isShort = Math.min(typed.length, word.length) < 5;
  if (isShort && typed.length === word.length) return false;
  return typed[0] === word[0] || typed.length >= 7;
}

/** The known word that an unknown one is a plain slip of; undefined for real words and far ones. */
export function findCorrection(typed: string): string | undefined {
  return NOT_TYPOS.has(typed) ? undefined : findOneSlip(typed);
}

/** True if a word would be repaired or given a suggestion, if it were no word itself. */
export function isNearLexicon(word: string): boolean {
  return findOneSlip(word) !== undefined || findWithin(word) !== undefined;
}

function findOneSlip(typed: string): string | undefined {
  if (typed.length < MIN_TYPO_LENGTH || typed.length > MAX_WORD_LENGTH) return undefined;
  if (/\d/u.test(typed)) return undefined;
  const { byDeletion } = getSpellingIndex();
  let found: string | undefined;
  for (const key of [typed, ...deletions(typed)]) {
    for (const word of byDeletion.get(key) ?? []) {
      if (!isOneSlip(typed, word)) continue;
      if (isSwap(typed, word)) return word;
      found ??= word;
    }
  }
  return found;
}

/** The known word that an unknown one is a slip or two of, for a suggestion; compares with one initial's words. */
export function findNearest(typed: string): Nearest | undefined {
  return NOT_TYPOS.has(typed) ? undefined : findWithin(typed);
}

interface Nearest {
  readonly word: string;
  readonly slips: number;
}

function findWithin(typed: string): Nearest | undefined {
  if (typed.length < MIN_TYPO_LENGTH || typed.length > MAX_WORD_LENGTH) return undefined;
  let nearest: Nearest | undefined;
  const limit = typed.length < MIN_TWO_SLIPS_LENGTH ? 1 : 2;
  const letters = lettersOf(typed);
  for (const candidate of getSpellingIndex().byInitial.get(typed.charAt(0)) ?? []) {
    const { word } = candidate;
    if (Math.abs(word.length - typed.length) > limit || word === typed) continue;
    // A slip changes one letter for another at most: measuring the distance of all words would take milliseconds.
    if (countBits(letters ^ candidate.letters) > limit * 2) continue;
    const slips = distance(typed, word);
    if (slips <= limit && (nearest === undefined || slips < nearest.slips)) {
      nearest = { word, slips };
    }
  }
  return nearest;
}

/** True if a nearest word is near enough to be taken for what was meant. */
export function isSameWord(typed: string, nearest: Nearest): boolean {
  const length = Math.min(typed.length, nearest.word.length);
  return length >= MIN_TWO_SLIPS_LENGTH && nearest.slips <= 2;
}
