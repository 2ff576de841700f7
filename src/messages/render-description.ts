import type { AttributeRequest, SoftAssignment } from '../attributes/attribute-request.js';
import type { Language } from '../attributes/language.js';
import { GROUP_NAMES, type GroupName } from '../attributes/vocabulary.js';
import { colorName, PHRASEBOOKS } from './phrases.js';

/** Values that weigh less than this share of the heaviest one go unsaid. */
const SAID_SHARE = 0.45;
const MAX_SAID = 2;

/** The look comes first, as people say it; the other groups follow in the order of φ. */
const ORDER: readonly GroupName[] = ['look', ...GROUP_NAMES.filter((group) => group !== 'look')];

/**
 * The short canonical description of a request: '' when it names nothing.
 *
 * Of one-hot attributes it is exact: parseDescription reads it back as the same attributes, in any of
 * the languages. Of a mixture it names the one or two heaviest values.
 */
export function renderDescription(
  request: Pick<AttributeRequest, 'attributes'>,
  language: Language,
): string {
  const phrases = ORDER.flatMap((group) => {
    const assignment = request.attributes[group];
    return assignment === undefined ? [] : [renderGroup(group, assignment, language)];
  });
  return phrases.filter((phrase) => phrase !== '').join(PHRASEBOOKS[language].separator);
}

/** One value of a group as people read it: "blonde hair", 双马尾; the value itself where it has no phrase. */
export function renderValue(group: GroupName, value: string, language: Language): string {
  return renderGroup(group, { [value]: 1 }, language);
}

function renderGroup(group: GroupName, assignment: SoftAssignment, language: Language): string {
  const book = PHRASEBOOKS[language];
  const values = findSaid(assignment);
  if (group === 'hair_color' || group === 'eye_color') {
    const color = values.map((value) => colorName(value, language)).join(book.mixture);
    return group === 'hair_color' ? book.hair(color) : book.eyes(color);
  }
  // Other groups hold states that exclude each other: the heaviest one is said.
  const [value = ''] = values;
  return book.phrases[group][value] ?? value;
}

function findSaid(assignment: SoftAssignment): string[] {
  const entries = Object.entries(assignment).sort((one, other) => other[1] - one[1]);
  const heaviest = entries[0]?.[1] ?? 0;
  return entries
    .filter(([, weight]) => weight >= heaviest * SAID_SHARE)
    .slice(0, MAX_SAID)
    .map(([value]) => value);
}
