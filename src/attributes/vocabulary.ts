import vocabularyFile from './vocabulary.json' with { type: 'json' };

/** Attribute groups in the order of φ; vocabulary.json holds the same names and a test compares them. */
export const GROUP_NAMES = [
  'hair_color',
  'eye_color',
  'hair_length',
  'hair_style',
  'bangs',
  'mouth',
  'expression',
  'eyes',
  'blush',
  'ornament',
  'neck',
  'outfit',
  'skin',
  'look',
  'glasses',
  'era',
] as const;

/** The key of a group in requests, manifests, `vocabulary.json` and the message catalogues. */
export type GroupName = (typeof GROUP_NAMES)[number];

/** Values that exclude each other, such as the colours of the hair; a request weighs them by shares. */
export interface AttributeGroup {
  readonly name: GroupName;
  /** The group's attributes in the order of its block in φ. */
  readonly values: readonly string[];
  /** The value that a negation ("no choker") means, where the group has one. */
  readonly absent?: string;
}

/** The contents of `vocabulary.json`. */
export interface Vocabulary {
  /** A model of a later version is refused; one of an earlier version knows fewer groups or values. */
  readonly version: number;
  readonly groups: readonly AttributeGroup[];
}

/** The one list of what a description can ask for; training reads the same file. */
export const vocabulary = vocabularyFile as Vocabulary;

const groupsByName = new Map<string, AttributeGroup>(
  vocabulary.groups.map((group) => [group.name, group]),
);

/** True for the name of an attribute group. */
export function isGroupName(name: string): name is GroupName {
  return groupsByName.has(name);
}

/** The group of a name; throws a RangeError when vocabulary.json lacks it. */
export function getGroup(name: GroupName): AttributeGroup {
  const group = groupsByName.get(name);
  if (group === undefined) throw new RangeError(`vocabulary.json has no group ${name}`);
  return group;
}
