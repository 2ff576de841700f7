import type { Meaning } from '../lexicon/meaning.js';
import type { Token } from '../recognize/tokenize.js';

const FILLER: Meaning = { kind: 'filler' };
/** Words between "the color of" and the colour: "old, wet autumn". */
const MAX_DETAILS = 3;
const LIKENS = new Set(['like', 'as', 'color', 'colour', 'colors', 'colours']);
const DETAILS: ReadonlySet<Meaning['kind']> = new Set<Meaning['kind']>([
  'filler',
  'unknown',
  'undrawable',
  'trait',
  'degree',
]);

/**
 * "Her eyes, the color of wet leaves" is one clause, in which only the leaves tell a colour: the comma and what
 * is said of the leaves are read as filler.
 */
export function joinSimiles(tokens: readonly Token[]): readonly Token[] {
  const joined = [...tokens];
  for (const [at, token] of tokens.entries()) {
    if (!isLikening(token)) continue;
    const comma = findComma(tokens, at);
    if (comma !== undefined) drop(joined, comma);
    for (const detail of findDetails(tokens, at)) drop(joined, detail);
  }
  return joined;
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

/** The words between a likening and the colour that it leads to; none where it leads to no colour. */
function findDetails(tokens: readonly Token[], at: number): number[] {
  const details: number[] = [];
  for (let after = at + 1; details.length <= MAX_DETAILS; after += 1) {
    const kind = tokens[after]?.meaning.kind;
    if (kind === 'color') return details;
    if (kind === undefined || !DETAILS.has(kind)) return [];
    if (kind !== 'filler') details.push(after);
  }
  return [];
}
