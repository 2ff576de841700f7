import type { AttributeRequest, SoftAssignment } from '../../attributes/attribute-request.js';
import { getGroup, isGroupName, type GroupName } from '../../attributes/vocabulary.js';
import { UserInputError } from '../../errors/app-error.js';
import { parseDescription } from '../../parsing/parse-description.js';
import { expectSeed } from './expect-seed.js';
import type { PullInput } from './pull-input.js';

/**
 * Words, options and weights as one request.
 * @throws UserInputError `description-not-understood`, `description-refused`, `description-too-long`, `option-not-allowed`,
 * `seed-out-of-range`
 */
export function readPullInput({
  description = '',
  options = {},
  weights = {},
  latentSeed,
}: PullInput): AttributeRequest {
  if (latentSeed !== undefined) expectSeed(latentSeed);
  for (const name of Object.keys(options)) expectGroup(name);
  const weighted: Partial<Record<GroupName, SoftAssignment>> = {};
  for (const [name, assignment] of Object.entries(weights)) {
    const group = expectGroup(name);
    weighted[group] = expectWeights(group, assignment);
  }
  const parsed = parseDescription(description, { options });
  const { request } = parsed;
  const isAnswered = parsed.ok || Object.keys(weighted).length > 0;
  const isTooLong = !parsed.ok && parsed.issues.some(({ code }) => code === 'description-too-long');
  if (!parsed.ok && parsed.issues.some(({ code }) => code === 'refused'))
    throw new UserInputError('description-refused', 'expected a face that everybody may see');
  if (isTooLong) throw new UserInputError('description-too-long', 'expected a line or two');
  if (!isAnswered) throw notUnderstood(request);
  return { ...request, attributes: { ...request.attributes, ...weighted } };
}

function notUnderstood({ unknown, undrawable, remarks = [] }: AttributeRequest): UserInputError {
  return new UserInputError(
    'description-not-understood',
    'expected a description with something that can be drawn',
    {
      context: {
        unknown: unknown.map(({ text }) => text),
        undrawable,
        remarks: remarks.map((remark) =>
          remark.kind === 'language' ? remark.language : 'character',
        ),
      },
    },
  );
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
