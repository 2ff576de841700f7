import { parseDescription } from '../../src/parsing/parse-description.js';
import { descriptionAt } from './descriptions.js';
import { round } from './statistics.js';

/** Descriptions a second on this one core, and how long 10,000 characters of noise take. */
export function measureParsing(count: number) {
  for (let at = 0; at < count / 4; at += 1) parseDescription(descriptionAt(at));
  const started = performance.now();
  for (let at = 0; at < count; at += 1) parseDescription(descriptionAt(at));
  const seconds = (performance.now() - started) / 1000;
  const noise = '(((blond-金'.repeat(1250).slice(0, 10_000);
  const began = performance.now();
  parseDescription(noise);
  return {
    descriptionsPerSecond: Math.round(count / seconds),
    tenThousandCharactersMs: round(performance.now() - began, 2),
  };
}
