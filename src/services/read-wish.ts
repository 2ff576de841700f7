import {
  EMPTY_REQUEST,
  type AttributeRequest,
  type SoftAssignment,
} from '../attributes/attribute-request.js';
import { getGroup, isGroupName, type GroupName } from '../attributes/vocabulary.js';
import { UserInputError } from '../errors/app-error.js';
import { parseDescription } from '../parsing/parse-description.js';
import type { Wish } from './wish.js';

/**
 * Words, options and weights as one request.
 * @throws UserInputError `description-not-understood`, `description-too-long`, `option-not-allowed`
 */
export function readWish({ description = '', options = {}, weights = {} }: Wish): AttributeRequest {
  const words = description.trim() === '' ? EMPTY_REQUEST : parse(description);
  const chosen: Partial<Record<GroupName, SoftAssignment>> = {};
  for (const [name, text] of Object.entries(options)) {
    if (text.trim() !== '') chosen[expectGroup(name)] = readOption(expectGroup(name), text);
  }
  for (const [name, assignment] of Object.entries(weights)) {
    chosen[expectGroup(name)] = expectWeights(expectGroup(name), assignment);
  }
  return { ...words, attributes: { ...words.attributes, ...chosen } };
}

function parse(description: string): AttributeRequest {
  const parsed = parseDescription(description);
  if (parsed.ok) return parsed.request;
  const { issues } = parsed;
  const isTooLong = issues.some(({ code }) => code === 'too-long');
  throw isTooLong
    ? new UserInputError('description-too-long', 'expected a description of a line or two')
    : new UserInputError(
        'description-not-understood',
        'expected a description with something that can be drawn',
        { context: { unknown: issues.flatMap((issue) => ('text' in issue ? [issue.text] : [])) } },
      );
}

/** A value of the group as it stands, or words for it ("teal"). */
function readOption(group: GroupName, text: string): SoftAssignment {
  const value = text.trim().toLowerCase().replaceAll(' ', '_');
  if (getGroup(group).values.includes(value)) return { [value]: 1 };
  for (const wording of [`${group.replaceAll('_', ' ')}: ${text}`, text]) {
    const parsed = parseDescription(wording);
    const found = parsed.ok ? parsed.request.attributes[group] : undefined;
    if (found) return found;
  }
  throw notAllowed(`expected a value of ${group}, got other words`, group);
}

function expectWeights(group: GroupName, assignment: SoftAssignment): SoftAssignment {
  const { values } = getGroup(group);
  const entries = Object.entries(assignment);
  const isKnown = entries.every(([value, weight]) => {
    return values.includes(value) && Number.isFinite(weight) && weight >= 0;
  });
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  if (!isKnown || sum <= 0) throw notAllowed(`expected weights over values of ${group}`, group);
  return Object.fromEntries(entries.map(([value, weight]) => [value, weight / sum]));
}

function expectGroup(name: string): GroupName {
  if (isGroupName(name)) return name;
  throw notAllowed('expected the name of a group of attributes', 'unknown');
}

function notAllowed(message: string, option: string): UserInputError {
  return new UserInputError('option-not-allowed', message, { context: { option } });
}
