import { EMPTY_REQUEST, type SoftAssignment } from '../attributes/attribute-request.js';
import type { Language } from '../attributes/language.js';
import type { GroupName } from '../attributes/vocabulary.js';
import { renderDescription } from './render-description.js';

/** The part of a portrait that is worded. */
interface Described {
  readonly attributes: Readonly<Partial<Record<GroupName, SoftAssignment>>>;
  readonly named: readonly GroupName[];
}

/** Wording of the named attributes alone; '' if nothing was named. */
export function describeNamed({ attributes, named }: Described, language: Language): string {
  const chosen: Partial<Record<GroupName, SoftAssignment>> = {};
  for (const group of named) {
    const assignment = attributes[group];
    if (assignment) chosen[group] = assignment;
  }
  return named.length === 0 ? '' : render(chosen, language);
}

/** Wording of everything that is drawn, named or not. */
export function describeAll(
  { attributes }: Pick<Described, 'attributes'>,
  language: Language,
): string {
  return render(attributes, language);
}

function render(attributes: Described['attributes'], language: Language): string {
  return renderDescription({ ...EMPTY_REQUEST, attributes }, language);
}
