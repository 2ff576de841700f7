import { EMPTY_REQUEST, type SoftAssignment } from '../attributes/attribute-request.js';
import type { Language } from '../attributes/language.js';
import type { GroupName } from '../attributes/vocabulary.js';
import { renderDescription } from './render-description.js';

/** The part of a portrait that is worded. */
export interface Described {
  readonly attributes: Readonly<Partial<Record<GroupName, SoftAssignment>>>;
  readonly named: readonly GroupName[];
}

/** The groups in the order in which one sees them. */
const STRIKING: readonly GroupName[] = [
  'hair_color',
  'eye_color',
  'hair_style',
  'hair_length',
  'ornament',
  'glasses',
  'expression',
  'outfit',
];
const MOST_STRIKING = 4;
/** Nothing to speak of. */
const PLAIN: ReadonlySet<string> = new Set(['none', 'no', 'neutral', 'straight', 'medium']);

/** Wording of the named attributes alone; '' if nothing was named. */
export function describeNamed(portrait: Described, language: Language): string {
  return describeGroups(portrait, portrait.named, language);
}

/** Wording of the attributes of these groups alone. */
export function describeGroups(
  { attributes }: Pick<Described, 'attributes'>,
  groups: readonly GroupName[],
  language: Language,
): string {
  const chosen: Partial<Record<GroupName, SoftAssignment>> = {};
  for (const group of groups) {
    const assignment = attributes[group];
    if (assignment) chosen[group] = assignment;
  }
  return groups.length === 0 ? '' : render(chosen, language);
}

/** Wording of the few unnamed attributes that strike the eye: colours, hair, something worn. */
export function describeLuck(portrait: Described, language: Language): string {
  const { attributes, named } = portrait;
  const striking = STRIKING.filter((group) => {
    const assignment = attributes[group];
    return assignment && !named.includes(group) && !PLAIN.has(heaviestOf(assignment));
  });
  return describeGroups(portrait, striking.slice(0, MOST_STRIKING), language);
}

/** Wording of everything that is drawn, named or not. */
export function describeAll(
  { attributes }: Pick<Described, 'attributes'>,
  language: Language,
): string {
  return render(attributes, language);
}

function heaviestOf(assignment: SoftAssignment): string {
  const [heaviest] = Object.entries(assignment).toSorted((one, other) => other[1] - one[1]);
  return heaviest?.[0] ?? 'none';
}

function render(attributes: Described['attributes'], language: Language): string {
  return renderDescription({ ...EMPTY_REQUEST, attributes }, language);
}
