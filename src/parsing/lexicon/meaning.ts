import type { SoftAssignment } from '../../attributes/attribute-request.js';
import { getGroup, isGroupName, type GroupName } from '../../attributes/vocabulary.js';
import { TRAITS, type Part, type TraitDefinition } from './traits.js';

/** One group set to weights over its values. */
export interface Setting {
  readonly group: GroupName;
  readonly weights: SoftAssignment;
  /** The heaviest value. */
  readonly value: string;
}

/** Words that steer how their neighbours are read. */
export type GrammarKind =
  | 'not'
  | 'not:after'
  | 'is'
  | 'and'
  | 'or'
  | 'gradient'
  | 'with'
  | 'but'
  | 'wearing'
  | 'named'
  | 'honorific'
  | 'likeness'
  | 'character'
  | 'degree'
  | 'held'
  | 'held:after'
  | 'random'
  | 'now'
  | 'filler'
  | 'idiom'
  | 'boundary';

/** The meaning of a word or phrase on its own; a key of the lexicon, parsed. */
export type Meaning =
  | {
      readonly kind: 'attribute';
      readonly settings: readonly Setting[];
      readonly part: Part;
      readonly isGuess: boolean;
      /** True if the word means more than what it sets: "no bob" says nothing of long hair. */
      readonly isImplied: boolean;
    }
  | {
      readonly kind: 'part';
      readonly part: Part;
      /** The colour that something likened to it has: "eyes like the winter sky". */
      readonly color?: string;
    }
  | { readonly kind: 'pronoun'; readonly look: Setting }
  | { readonly kind: 'color'; readonly color: string; readonly isAccent: boolean }
  | { readonly kind: 'tint'; readonly color: string }
  | { readonly kind: 'trait'; readonly trait: TraitDefinition }
  | { readonly kind: 'tone'; readonly tone: 'light' | 'dark' | 'plain' }
  | {
      readonly kind: 'undrawable';
      readonly part: Part;
      /** Eyes of two colours, which may follow. */
      readonly isPair: boolean;
    }
  | { readonly kind: 'unknown'; readonly nearest?: string }
  | { readonly kind: GrammarKind };

const GRAMMAR_KINDS: ReadonlySet<string> = new Set<GrammarKind>([
  'not',
  'not:after',
  'is',
  'and',
  'or',
  'gradient',
  'with',
  'but',
  'wearing',
  'named',
  'honorific',
  'held',
  'held:after',
  'likeness',
  'character',
  'random',
  'now',
  'filler',
  'idiom',
  'boundary',
]);

const PART_OF_GROUP: Readonly<Record<GroupName, Part>> = {
  hair_color: 'hair',
  eye_color: 'eyes',
  hair_length: 'hair',
  hair_style: 'hair',
  bangs: 'bangs',
  mouth: 'mouth',
  expression: 'expression',
  eyes: 'eyes',
  blush: 'blush',
  ornament: 'wear',
  neck: 'wear',
  outfit: 'wear',
  skin: 'skin',
  look: 'person',
  glasses: 'wear',
  era: 'person',
};

/** Reads weights such as `aqua*3/green`; throws a RangeError on a value that the group lacks. */
export function parseWeights(group: GroupName, text: string): SoftAssignment {
  const { values } = getGroup(group);
  const shares = text.split('/').map((share) => {
    const [value = '', ratio = '1'] = share.split('*');
    if (!values.includes(value)) throw new RangeError(`${group} has no value ${value}`);
    return [value, Number(ratio)] as const;
  });
  const sum = shares.reduce((total, [, ratio]) => total + ratio, 0);
  return Object.fromEntries(shares.map(([value, ratio]) => [value, ratio / sum]));
}

/** Settings as lexicon-table.ts writes them, `?blush=yes & expression=smile`. */
export interface Settings {
  readonly settings: readonly Setting[];
  /** True if they are a guess at what was meant. */
  readonly isGuess: boolean;
  /** True if they are only a part of what the word means (`~`). */
  readonly isImplied: boolean;
}

/** The lexicon's texts are few, and every description needs some again. */
const parsedSettings = new Map<string, Settings>();

/** Reads settings; throws a RangeError where the vocabulary lacks a name. */
export function parseSettings(text: string): Settings {
  let parsed = parsedSettings.get(text);
  if (parsed === undefined) {
    parsed = readSettings(text);
    parsedSettings.set(text, parsed);
  }
  return parsed;
}

function readSettings(text: string): Settings {
  const isGuess = text.startsWith('?');
  const isImplied = text.startsWith('~');
  const settings = text
    .replace(/^[?~]/u, '')
    .split(' & ')
    .map((setting): Setting => {
      const [group = '', shares = ''] = setting.split('=');
      if (!isGroupName(group)) throw new RangeError(`no attribute group ${group}`);
      const weights = parseWeights(group, shares);
      const [value = ''] = Object.keys(weights).sort(
        (one, other) => (weights[other] ?? 0) - (weights[one] ?? 0),
      );
      return { group, weights, value };
    });
  return { settings, isGuess, isImplied };
}

/** Reads a key of a lexicon table; throws a RangeError on one that means nothing. */
export function parseMeaning(key: string): Meaning {
  if (key.includes('=')) return readAttribute(key);
  if (GRAMMAR_KINDS.has(key)) return { kind: key as GrammarKind };
  const [kind = '', detail = '', manner = ''] = key.split(':');
  switch (kind) {
    case 'part':
      return { kind: 'part', part: detail as Part, ...(manner === '' ? {} : { color: manner }) };
    case 'color':
    case 'accent':
      return { kind: 'color', color: detail, isAccent: kind === 'accent' };
    case 'tint':
      return { kind: 'tint', color: detail };
    case 'trait': {
      const trait = TRAITS[detail];
      if (trait === undefined) throw new RangeError(`no trait ${detail}`);
      return { kind: 'trait', trait };
    }
    case 'tone':
      return { kind: 'tone', tone: detail as 'light' | 'dark' | 'plain' };
    case 'pronoun': {
      const [look] = parseSettings(`look=${detail}`).settings;
      if (look === undefined) throw new RangeError(`no look ${detail}`);
      return { kind: 'pronoun', look };
    }
    case 'degree':
      return { kind: 'degree' };
    case 'undrawable':
      return {
        kind: 'undrawable',
        part: detail === '' ? 'wear' : (detail as Part),
        isPair: manner === 'pair',
      };
    default:
      throw new RangeError(`a lexicon key means nothing: ${key}`);
  }
}

function readAttribute(key: string): Meaning {
  const { settings, isGuess, isImplied } = parseSettings(key);
  const groups = settings.map((setting) => setting.group);
  // "blonde catgirl": the colour is the person's, not the ears'.
  const part = groups.includes('look') ? 'person' : PART_OF_GROUP[groups[0] ?? 'look'];
  return { kind: 'attribute', settings, part, isGuess, isImplied };
}
