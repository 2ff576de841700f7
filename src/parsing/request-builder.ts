import {
  findHeaviestValue,
  type AttributeRequest,
  type Guess,
  type Override,
  type SoftAssignment,
  type UnknownWord,
} from '../attributes/attribute-request.js';
import { GROUP_NAMES, type GroupName } from '../attributes/vocabulary.js';

/** Reports of one kind that a request carries; a description that has more is nonsense anyway. */
const MAX_REPORTS = 40;

interface Named {
  readonly text: string;
  readonly weights: SoftAssignment;
}

/** Gathers what a description says; later words of a group take over from earlier ones. */
export class RequestBuilder {
  /** Whether anything was understood that sets nothing: "random", "no glasses". */
  isUnderstood = false;
  readonly #named = new Map<GroupName, Named>();
  readonly #guessed = new Map<GroupName, Guess>();
  readonly #overridden: Override[] = [];
  readonly #unknown = new Map<string, UnknownWord>();
  readonly #undrawable = new Set<string>();

  assign(
    group: GroupName,
    weights: SoftAssignment,
    { text, isGuess }: { text: string; isGuess: boolean },
  ): void {
    const value = findHeaviestValue(weights);
    if (value === undefined) return;
    const earlier = this.#named.get(group);
    const earlierValue = earlier === undefined ? undefined : findHeaviestValue(earlier.weights);
    const isOverride = earlier !== undefined && !isSame(earlier.weights, weights);
    if (isOverride && earlierValue !== undefined && this.#overridden.length < MAX_REPORTS) {
      const before = { text: earlier.text, value: earlierValue };
      this.#overridden.push({ group, earlier: before, later: { text, value } });
    }
    this.#named.set(group, { text, weights });
    if (isGuess) this.#guessed.set(group, { text, group, value });
    else this.#guessed.delete(group);
  }

  isNamed(group: GroupName): boolean {
    return this.#named.has(group);
  }

  addUnknown(text: string, nearest: string | undefined): void {
    if (this.#unknown.size >= MAX_REPORTS || this.#unknown.has(text)) return;
    this.#unknown.set(text, nearest === undefined ? { text } : { text, nearest });
  }

  addUndrawable(text: string): void {
    if (this.#undrawable.size < MAX_REPORTS) this.#undrawable.add(text);
  }

  build(): AttributeRequest {
    const attributes: Partial<Record<GroupName, SoftAssignment>> = {};
    for (const group of GROUP_NAMES) {
      const named = this.#named.get(group);
      if (named !== undefined) attributes[group] = named.weights;
    }
    return {
      attributes,
      guessed: [...this.#guessed.values()],
      overridden: this.#overridden,
      unknown: [...this.#unknown.values()],
      undrawable: [...this.#undrawable],
    };
  }
}

/** Whether two assignments weigh every value alike. */
export function isSame(one: SoftAssignment, other: SoftAssignment): boolean {
  if (one === other) return true;
  const values = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...values].every((value) => Math.abs((one[value] ?? 0) - (other[value] ?? 0)) < 1e-6);
}
