import type { Meaning } from '../lexicon/meaning.js';
import type { Token } from '../recognize/tokenize.js';

const OR: Meaning = { kind: 'or' };
/** The parts of a list of denied things, "any" among them. */
const LISTED: ReadonlySet<Meaning['kind']> = new Set<Meaning['kind']>([
  'attribute',
  'part',
  'undrawable',
  'filler',
  'pronoun',
  'random',
]);

/**
 * "without any hat, ribbon or flowers" denies all three: commas between things that follow a denial, up to
 * an "or", are read as "or". "No hat, ribbon" is left as it is: tags stand side by side like that.
 */
export function joinDenials(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ meaning }) => meaning.kind === 'not')) return tokens;
  const joined = [...tokens];
  let commas: number[] | undefined;
  for (const [at, { meaning, text }] of tokens.entries()) {
    if (meaning.kind === 'not') commas = [];
    else if (commas === undefined || LISTED.has(meaning.kind)) continue;
    else if (isComma(text)) commas.push(at);
    else {
      const listed = meaning.kind === 'or' ? commas : [];
      for (const comma of listed) joined[comma] = asOr(tokens[comma]);
      commas = undefined;
    }
  }
  return joined;
}

function isComma(text: string): boolean {
  return text === ',' || text === '、' || text === '，';
}

function asOr(comma: Token | undefined): Token {
  return { text: 'or', joint: comma?.joint ?? 'none', meaning: OR };
}

/** Words that say how something is. */
const SAYS: ReadonlySet<Meaning['kind']> = new Set<Meaning['kind']>([
  'color',
  'tint',
  'tone',
  'trait',
  'degree',
  'filler',
]);

/** "eyes not blue but green": whether the "but" at a place only puts another word for a denied one. */
export function isContrast(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (says(tokens[before])) before -= 1;
  let after = at + 1;
  while (says(tokens[after])) after += 1;
  const next = tokens[after]?.meaning.kind;
  const isDenied = before < at - 1 && tokens[before]?.meaning.kind === 'not';
  return isDenied && after > at + 1 && (next === undefined || next === 'boundary');
}

function says(token: Token | undefined): boolean {
  return token !== undefined && SAYS.has(token.meaning.kind);
}
