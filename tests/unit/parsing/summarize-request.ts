import { GROUP_NAMES } from '../../../src/attributes/vocabulary.js';
import { parseDescription } from '../../../src/parsing/parse-description.js';

/**
 * A description's settings as one line: `hair_color=blonde eye_color=blue/aqua`, a mixture's values by weight
 * (those of one weight in alphabetical order); '✗' where the parser says that there is nothing to draw.
 */
export function summarize(text: string): string {
  const result = parseDescription(text);
  if (!result.ok) return '✗';
  return GROUP_NAMES.flatMap((group) => {
    const assignment = result.request.attributes[group];
    if (assignment === undefined) return [];
    const values = Object.entries(assignment)
      .sort(([one, weight], [other, rival]) => rival - weight || one.localeCompare(other))
      .map(([value]) => value);
    return [`${group}=${values.join('/')}`];
  }).join(' ');
}

/** Rows of a table written as `description => what it sets`, one per line. */
export function readCases(table: string): [string, string][] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const at = line.lastIndexOf(' =>');
      return [line.slice(0, at).trim(), line.slice(at + 3).trim()];
    });
}
