import type { Meaning } from '../lexicon/meaning.js';
import type { Token } from '../recognize/tokenize.js';

const OR: Meaning = { kind: 'or' };
/** What a list of denied things is made of; "any" among them. */
const LISTED: ReadonlySet<Meaning['kind']> = new Set<Meaning['kind']>([
  'attribute',
  'part',
  'undrawable',
  'filler',
  'random',
]);

/**
 * "without any hat, ribbon or flowers" denies all three: commas between things that follow a denial, up to
 * an "or", are read as "or". "No hat, ribbon" is left as it is: tags stand side by side like that.
 */
export function joinDenials(tokens: readonly Token[]): readonly Token[] {
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
