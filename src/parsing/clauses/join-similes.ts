import type { Meaning } from '../lexicon/meaning.js';
import type { Token } from '../recognize/tokenize.js';

const FILLER: Meaning = { kind: 'filler' };
/** Words between "the color of" and the colour: "old, wet autumn". */
const MAX_DETAILS = 3;
/** Words between a part and its likening: "shines brightly". */
const MAX_VERBS = 2;
const LIKENS = new Set(['like', 'as', '像', '如', 'color', 'colour', 'colors', 'colours']);
const DETAILS: ReadonlySet<Meaning['kind']> = new Set<Meaning['kind']>([
  'filler',
  'unknown',
  'undrawable',
  'trait',
  'degree',
  'tone',
]);

/**
 * "Her eyes, the color of wet leaves" is one clause, in which only the leaves tell a colour: the comma and what
 * is said of the leaves are read as filler.
 */
export function joinSimiles(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => isLikening(token) || isLikened(token))) return tokens;
  const joined = [...tokens];
  for (const [at, token] of tokens.entries()) {
    if (!isLikening(token)) continue;
    const comma = findComma(tokens, at);
    if (comma !== undefined) drop(joined, comma);
    const details = findDetails(tokens, at);
    if (details === undefined) continue;
    for (const detail of [...findVerbs(tokens, at), ...details.idle]) drop(joined, detail);
    joined[details.end] = asColor(details.color);
  }
  return joined.map((token, at) => (isLikened(joined[at + 1]) ? asColor(token) : token));
}

/** のような, 一样: what stands before it is likened to. */
function isLikened(next: Token | undefined): boolean {
  return next?.meaning.kind === 'likeness';
}

/** A thing that lends its colour, as that colour. */
function asColor(token: Token): Token {
  const { meaning } = token;
  if (meaning.kind !== 'part' || meaning.color === undefined) return token;
  return { ...token, meaning: { kind: 'color', color: meaning.color, isAccent: false } };
}

function isLikening({ meaning, text }: Token): boolean {
  return meaning.kind === 'is' && LIKENS.has(text);
}

function drop(tokens: Token[], at: number): void {
  const token = tokens[at];
  if (token !== undefined) tokens[at] = { ...token, meaning: FILLER };
}

/** The comma between a bare part and "the color of". */
function findComma(tokens: readonly Token[], at: number): number | undefined {
  let before = at - 1;
  while (tokens[before]?.meaning.kind === 'filler') before -= 1;
  const isPart = tokens[before - 1]?.meaning.kind === 'part';
  return tokens[before]?.text === ',' && isPart ? before : undefined;
}

/** Verbs of no meaning between a part and what it is likened to: "hair that glints like", "falls like". */
function findVerbs(tokens: readonly Token[], at: number): number[] {
  const verbs: number[] = [];
  for (let before = at - 1; verbs.length < MAX_VERBS; before -= 1) {
    const meaning = tokens[before]?.meaning;
    if (meaning?.kind === 'part') return verbs;
    if (meaning?.kind === 'unknown') verbs.push(before);
    else if (meaning?.kind !== 'filler') return [];
  }
  return verbs;
}

interface Details {
  /** The words between a likening and its colour. */
  readonly idle: readonly number[];
  readonly color: Token;
  readonly end: number;
}

/** The colour of a simile; undefined where it leads to no colour. */
function findDetails(tokens: readonly Token[], at: number): Details | undefined {
  const idle: number[] = [];
  const tones: number[] = [];
  for (let end = at + 1; idle.length <= MAX_DETAILS; end += 1) {
    const token = tokens[end];
    if (token === undefined) return undefined;
    const { meaning } = token;
    const lends = meaning.kind === 'part' && meaning.color !== undefined;
    // A deep forest is as green as any.
    if (lends) return { idle: [...idle, ...tones], color: token, end };
    if (meaning.kind === 'color') return { idle, color: token, end };
    const isPlace = meaning.kind === 'part' && meaning.part === 'other';
    if (!isPlace && !DETAILS.has(meaning.kind)) return undefined;
    if (meaning.kind === 'tone') tones.push(end);
    else if (meaning.kind !== 'filler') idle.push(end);
  }
  return undefined;
}
