import { distance } from 'fastest-levenshtein';
import type { Environment } from './environment.js';

/** A name in the environment that looks like a setting and is none. */
export interface UnknownSetting {
  readonly name: string;
  /** The setting that was meant, as far as one can tell. */
  readonly near?: string;
}

/** Shorter names are near to too many that other programs use (`HOME`, `HOST`). */
const SHORTEST = 7;
const MOST_APART = 2;
/** Nobody else's names begin so. */
const OWN = /^(MUGEN|DISCORD|TELEGRAM|INFERENCE)_/;

/** Finds what was probably mistyped: `TELEGRAM_TOKNE`. Values are not looked at. */
export function findUnknownSettings(
  environment: Environment,
  known: readonly string[],
): readonly UnknownSetting[] {
  const isKnown = new Set(known);
  const unknown = Object.keys(environment).filter((name) => !isKnown.has(name));
  return unknown.flatMap((name): UnknownSetting[] => {
    const near = nearestOf(name, known);
    if (near !== undefined) return [{ name, near }];
    return OWN.test(name) ? [{ name }] : [];
  });
}

function nearestOf(name: string, known: readonly string[]): string | undefined {
  if (name.length < SHORTEST) return undefined;
  const [first] = known
    .filter((candidate) => candidate.length >= SHORTEST)
    .map((candidate) => ({ candidate, apart: distance(name, candidate) }))
    .toSorted((a, b) => a.apart - b.apart);
  return first !== undefined && first.apart <= MOST_APART ? first.candidate : undefined;
}
