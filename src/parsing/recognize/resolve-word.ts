import { getGroup } from '../../attributes/vocabulary.js';
import { getLexicon } from '../lexicon/lexicon-index.js';
import { findCorrection } from './spelling.js';

/** A word that spaces delimit, as the lexicon spells it. */
export interface ResolvedWord {
  /** One known word, or several that were written as one ("blueeyes"); empty where nothing is known. */
  readonly words: readonly string[];
  /** "violet's": a name rather than a colour. */
  readonly isPossessive: boolean;
  /** True if it was misspelt, so that the person is told how it was read. */
  readonly isRepaired?: boolean;
}

const MAX_COMPOUND_LENGTH = 24;
const MAX_CACHED_WORDS = 20_000;

/** Words that may end a compound: "longbow" is not long, "longhair" is. */
const COMPOUND_HEADS = new Set(
  'hair haired eyes eye eyed skin skinned bangs ears ribbon dress'.split(' '),
);

/** Different unknown words of one description that are repaired; a text with more is no description. */
const MAX_REPAIRS = 120;
/** The lexicon's own words have no letters beyond these. */
const LAST_LATIN = 0x24f;

const UNKNOWN: ResolvedWord = { words: [], isPossessive: false };

/** Cached results for words outside the lexicon; most descriptions need none. */
const repairs = new Map<string, ResolvedWord>();

/** Finds the lexicon's spelling of a description's lower-case words. */
export class WordResolver {
  readonly #tried = new Set<string>();

  /** The word itself, singular, unstretched, split or corrected. */
  resolve(typed: string): ResolvedWord {
    if (getLexicon().knownWords.has(typed)) return { words: [typed], isPossessive: false };
    if (!hasLatinEnd(typed) || !this.#mayRepair(typed)) return UNKNOWN;
    let repaired = repairs.get(typed);
    if (repaired === undefined) {
      repaired = repair(typed);
      if (repairs.size >= MAX_CACHED_WORDS) repairs.clear();
      repairs.set(typed, repaired);
    }
    return repaired;
  }

  #mayRepair(typed: string): boolean {
    if (!this.#tried.has(typed) && this.#tried.size >= MAX_REPAIRS) return false;
    this.#tried.add(typed);
    return true;
  }
}

/** True if a word begins or ends as the lexicon's do: others are in scripts that it has no such words of. */
function hasLatinEnd(typed: string): boolean {
  return typed.charCodeAt(0) <= LAST_LATIN || typed.charCodeAt(typed.length - 1) <= LAST_LATIN;
}

function repair(typed: string): ResolvedWord {
  const owner = typed.endsWith("'s") ? findKnown(typed.slice(0, -2)) : undefined;
  if (owner !== undefined) return { words: [owner], isPossessive: true };
  const known = findKnown(typed);
  if (known !== undefined) return { words: [known], isPossessive: false };
  const correction =
    findUnstretched(typed) ?? findIsh(typed) ?? findPositive(typed) ?? findVerb(typed);
  if (correction !== undefined) return { words: [correction], isPossessive: false };
  const lacking = findLacking(typed);
  if (lacking !== undefined) return { words: ['no', lacking], isPossessive: false };
  const parts = splitCompound(typed);
  if (parts.length > 0) return { words: parts, isPossessive: false };
  const corrected = findCorrection(typed);
  return corrected === undefined
    ? UNKNOWN
    : { words: [corrected], isPossessive: false, isRepaired: true };
}

/** The word, or what it is the plural of: "ponies", "boxes", "hats". */
function findKnown(typed: string): string | undefined {
  const { knownWords } = getLexicon();
  if (knownWords.has(typed)) return typed;
  const singular = findSingular(typed);
  return singular !== undefined && knownWords.has(singular) ? singular : undefined;
}

/** The singular by English spelling: a bare -s, -es after a hissing sound, -ies for -y; "guess", "bonus" and "iris" are no plurals. */
export function findSingular(typed: string): string | undefined {
  if (typed.length < 4 || !typed.endsWith('s') || /(?:ss|us|is)$/u.test(typed)) return undefined;
  if (typed.endsWith('ies')) return `${typed.slice(0, -3)}y`;
  return /(?:s|x|z|ch|sh)es$/u.test(typed) ? typed.slice(0, -2) : typed.slice(0, -1);
}

/** "loooong", "smileee". */
function findUnstretched(typed: string): string | undefined {
  if (typed.length > MAX_COMPOUND_LENGTH * 2) return undefined;
  const twice = typed.replace(/(.)\1{2,}/gu, '$1$1');
  if (twice === typed) return undefined;
  return findKnown(twice) ?? findKnown(typed.replace(/(.)\1{2,}/gu, '$1'));
}

/** "tealish", "lavender-ish": the lexicon lists the usual ones. */
function findIsh(typed: string): string | undefined {
  return typed.endsWith('ish') && typed.length > 6 ? findKnown(typed.slice(0, -3)) : undefined;
}

/** "redd" of "reddest" as "red". */
function singleEnd(stem: string): string {
  return stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
}

/** "bluest", "blackest", "reddest": of colours and of how things are. */
function findPositive(typed: string): string | undefined {
  if (!typed.endsWith('est') || typed.length < 6) return undefined;
  const stem = typed.slice(0, -3);
  return [stem, `${stem}e`, singleEnd(stem), stem.replace(/i$/u, 'y')].find((word) =>
    ['color', 'trait'].includes(getLexicon().words.next?.get(word)?.meaning?.kind ?? ''),
  );
}

const MOODS: ReadonlySet<string> = new Set(['expression', 'mouth', 'blush', 'eyes']);

/** "laughed", "frowning": the verb that one listed form of a mood is of. */
function findVerb(typed: string): string | undefined {
  const stem = /^(.{3,})(?:ed|ing)$/u.exec(typed)?.[1];
  if (stem === undefined) return undefined;
  return [stem, `${stem}e`, singleEnd(stem)].find((word) => {
    const meaning = getLexicon().words.next?.get(word)?.meaning;
    return meaning?.kind === 'attribute' && meaning.settings.every(({ group }) => MOODS.has(group));
  });
}

/** "hatless" is "no hat". */
function findLacking(typed: string): string | undefined {
  if (!typed.endsWith('less') || typed.length < 7) return undefined;
  const word = typed.slice(0, -4);
  return [word, `${word}es`, `${word}s`].find(canBeAbsent);
}

/** True if a word names something whose group says when there is none of it. */
function canBeAbsent(word: string): boolean {
  const meaning = getLexicon().words.next?.get(word)?.meaning;
  if (meaning?.kind === 'part') return meaning.part === 'bangs';
  const group = meaning?.kind === 'attribute' ? meaning.settings[0]?.group : undefined;
  return group !== undefined && getGroup(group).absent !== undefined;
}

/** "longbluehair" into its words, the last of which must be a noun that others stand next to. */
function splitCompound(typed: string): readonly string[] {
  if (typed.length < 6 || typed.length > MAX_COMPOUND_LENGTH) return [];
  const { knownWords } = getLexicon();
  for (let at = typed.length - 3; at >= 3; at -= 1) {
    const tail = typed.slice(at);
    if (!COMPOUND_HEADS.has(tail)) continue;
    const front = typed.slice(0, at);
    if (knownWords.get(front) === true) return [front, tail];
    for (let inner = front.length - 3; inner >= 3; inner -= 1) {
      const words = [front.slice(0, inner), front.slice(inner)];
      if (words.every((word) => knownWords.get(word) === true)) return [...words, tail];
    }
  }
  return [];
}
