import type { GroupName } from './vocabulary.js';

/** Weights over the values of one group; they sum to 1; a value not listed weighs 0. */
export type SoftAssignment = Readonly<Record<string, number>>;

/** Something taken to be meant that was not said, such as a lone colour taken for the hair's. */
export interface Guess {
  /** The words it was guessed from, in normalised spelling. */
  readonly text: string;
  readonly group: GroupName;
  /** The heaviest value of the assignment that was guessed. */
  readonly value: string;
}

/** An earlier word whose group a later word of the same description took over. */
export interface Override {
  readonly group: GroupName;
  readonly earlier: { readonly text: string; readonly value: string };
  readonly later: { readonly text: string; readonly value: string };
}

/** A word or phrase that means nothing to the parser; people are told of it, and nothing is drawn from it. */
export interface UnknownWord {
  /** In normalised spelling, with the colours and traits that belong to it ("red car"). */
  readonly text: string;
  /** The nearest word of the lexicon, where one is near enough to be a suggestion. */
  readonly nearest?: string;
}

/** A misspelt word and the word that it was taken for. */
export interface Repair {
  readonly text: string;
  readonly word: string;
}

/** Something of a description as a whole: it names a character, or is in a language that is not read. */
export type Remark =
  | { readonly kind: 'character' }
  /** An ISO 639-1 code. */
  | { readonly kind: 'language'; readonly language: string };

/** A person's request, independent of any model. */
export interface AttributeRequest {
  /** Groups without an entry were not named: their values are drawn from the model's prior. */
  readonly attributes: Readonly<Partial<Record<GroupName, SoftAssignment>>>;
  readonly guessed: readonly Guess[];
  readonly overridden: readonly Override[];
  readonly unknown: readonly UnknownWord[];
  /** Words that were understood but that no attribute of the vocabulary can show. */
  readonly undrawable: readonly string[];
  /** Absent where nothing was repaired. */
  readonly repaired?: readonly Repair[];
  /** Absent where there is nothing to remark. */
  readonly remarks?: readonly Remark[];
  /** Requested values that the model lacks; known once it was drawn. */
  readonly lacking?: readonly { readonly group: GroupName; readonly value: string }[];
}

/** A request that names nothing: a wholly random pull. */
export const EMPTY_REQUEST: AttributeRequest = {
  attributes: {},
  guessed: [],
  overridden: [],
  unknown: [],
  undrawable: [],
};

/** The value with the largest weight; the first of equals; undefined for an empty assignment. */
export function findHeaviestValue(assignment: SoftAssignment): string | undefined {
  let heaviest: string | undefined;
  let weight = 0;
  for (const [value, candidate] of Object.entries(assignment)) {
    if (candidate > weight) {
      heaviest = value;
      weight = candidate;
    }
  }
  return heaviest;
}
