import {
  findHeaviestValue,
  type AttributeRequest,
  type Guess,
  type Override,
  type Remark,
  type Repair,
  type SoftAssignment,
  type UnknownWord,
} from '../../attributes/attribute-request.js';
import type { ColorGroupName } from '../../attributes/swatches.js';
import { getGroup, GROUP_NAMES, type GroupName } from '../../attributes/vocabulary.js';
import type { Setting } from '../lexicon/meaning.js';

/** Reports of one kind that a request carries; a description that has more is nonsense anyway. */
const MAX_REPORTS = 40;

interface Named {
  readonly text: string;
  readonly weights: SoftAssignment;
  /** True if it is what a denial leaves over. */
  readonly isLeft?: boolean;
  readonly isGranted?: boolean;
}

/** The words that set a group. */
interface Said {
  readonly text: string;
  /** True if they may have meant something else; what was said plainly stands against them. */
  readonly isGuess: boolean;
  /** True if nobody would have meant anything else ("blonde"), so that there is nothing to tell. */
  readonly isGranted?: boolean;
}

/** Gathers what a description says; later words of a group take over from earlier ones. */
export class RequestBuilder {
  /** True if anything was understood that sets nothing: "random", "no glasses". */
  isUnderstood = false;
  /** True if eyes of two colours were named whose colours may still follow ("heterochromia, one gold, one blue"). */
  awaitsEyes = false;
  /** The group whose colour was told last. */
  latestColor: ColorGroupName | undefined;
  readonly #named = new Map<GroupName, Named>();
  /** Groups whose latest word was a guess, in the order in which they became one. */
  readonly #guessed = new Set<GroupName>();
  /** Values that were denied, which no mixture that is only guessed holds any more. */
  readonly #denied = new Map<GroupName, Set<string>>();
  readonly #pronouns = new Set<string>();
  readonly #overridden: Override[] = [];
  readonly #unknown = new Map<string, UnknownWord>();
  readonly #undrawable = new Set<string>();
  readonly #repaired = new Map<string, Repair>();
  readonly #remarks = new Map<string, Remark>();

  /**
   * Sets a group to weights that sum to 1. `text` is the words that said so. Reported are earlier words that
   * weighed it otherwise, and a guess, unless plain words replace it later.
   */
  assign(
    group: GroupName,
    meant: SoftAssignment,
    { text, isGuess, isGranted = false }: Said,
  ): void {
    const weights = isGuess ? this.#withoutDenied(group, meant) : meant;
    if (group === 'hair_color' || group === 'eye_color') this.latestColor = group;
    const earlier = this.#named.get(group);
    const isPlain = earlier !== undefined && !this.#guessed.has(group);
    if (isGuess && isPlain && earlier.isLeft !== true) {
      this.#reportOverride(group, { text, weights }, earlier);
      return;
    }
    if (isPlain && earlier.isLeft !== true) this.#reportOverride(group, earlier, { text, weights });
    this.#named.set(group, { text, weights, isGranted });
    if (isGuess) this.#guessed.add(group);
    else this.#guessed.delete(group);
  }

  /**
   * Takes in that a value is denied; `left` is what else the group has. What was asked for in other words stands:
   * "cat ears, no ribbon" keeps the ears, "not long, not short" leaves medium.
   */
  deny({ group, value }: Setting, left: SoftAssignment, text: string): void {
    this.isUnderstood = true;
    this.#denied.set(group, (this.#denied.get(group) ?? new Set()).add(value));
    const earlier = this.#named.get(group);
    const isLeft = earlier?.isLeft === true;
    if (earlier !== undefined && !isLeft && !this.#guessed.has(group)) {
      const isOther = findHeaviestValue(earlier.weights) !== value;
      if (isOther || left[getGroup(group).absent ?? ''] !== 1) {
        if (!isOther) this.addUndrawable(`≠ ${text}`);
        return;
      }
    }
    if (earlier !== undefined && !isLeft && this.#guessed.has(group)) {
      const others = this.#withoutDenied(group, earlier.weights);
      if (others !== earlier.weights) {
        this.#named.set(group, { ...earlier, weights: others });
        return;
      }
    }
    const weights = (isLeft ? intersect(earlier.weights, left) : undefined) ?? left;
    this.#guessed.delete(group);
    this.#named.set(group, { text, weights, isLeft: true });
  }

  /** "hair ornament, no ribbon" leaves flowers and hairbands. */
  #withoutDenied(group: GroupName, weights: SoftAssignment): SoftAssignment {
    const denied = this.#denied.get(group);
    if (denied === undefined) return weights;
    const isLeft = ([value]: [string, number]): boolean => !denied.has(value);
    return share(Object.entries(weights).filter(isLeft)) ?? weights;
  }

  /** Takes in a pronoun; it tells the look where nothing else does, and only if all pronouns agree. */
  addPronoun({ value }: Setting): void {
    this.#pronouns.add(value);
  }

  #reportOverride(group: GroupName, earlier: Named, later: Named): void {
    if (this.#overridden.length >= MAX_REPORTS || isSame(earlier.weights, later.weights)) return;
    const [before, after] = [describe(earlier), describe(later)];
    this.#overridden.push({ group, earlier: before, later: after });
  }

  /** True if a word has set the group so far, if only as a guess. */
  isNamed(group: GroupName): boolean {
    return this.#named.has(group);
  }

  /** Reports a word that means nothing, once; `nearest` is a suggestion for it, where there is one. */
  addUnknown(text: string, nearest: string | undefined): void {
    if (this.#unknown.size >= MAX_REPORTS || this.#unknown.has(text)) return;
    this.#unknown.set(text, nearest === undefined ? { text } : { text, nearest });
  }

  /** Reports words that were understood but cannot be drawn, once; `≠` before them: that they are denied. */
  addUndrawable(text: string): void {
    if (this.#undrawable.size < MAX_REPORTS) this.#undrawable.add(text);
  }

  /** Reports how a misspelt word was read, once. */
  addRepair(repair: Repair): void {
    if (this.#repaired.size < MAX_REPORTS) this.#repaired.set(repair.text, repair);
  }

  /** Reports something of the description as a whole, once a kind. */
  addRemark(remark: Remark): void {
    this.#remarks.set(remark.kind, remark);
  }

  /** The request as it stands, its groups in the order of φ; nothing may be added afterwards. */
  build(): AttributeRequest {
    const attributes: Partial<Record<GroupName, SoftAssignment>> = {};
    const [look] = this.#pronouns;
    if (look !== undefined && this.#pronouns.size === 1 && !this.isNamed('look'))
      this.#named.set('look', { text: look, weights: { [look]: 1 } });
    for (const group of GROUP_NAMES) {
      const named = this.#named.get(group);
      if (named !== undefined) attributes[group] = named.weights;
    }
    return {
      attributes,
      guessed: [...this.#guessed].flatMap((group): Guess[] => {
        const named = this.#named.get(group);
        if (named === undefined || named.isGranted === true) return [];
        const { text, value } = describe(named);
        return [{ text, group, value }];
      }),
      overridden: this.#overridden,
      unknown: [...this.#unknown.values()],
      undrawable: [...this.#undrawable],
      ...(this.#repaired.size === 0 ? {} : { repaired: [...this.#repaired.values()] }),
      ...(this.#remarks.size === 0 ? {} : { remarks: [...this.#remarks.values()] }),
    };
  }
}

function describe({ text, weights }: Named): { text: string; value: string } {
  return { text, value: findHeaviestValue(weights) ?? '' };
}

/** True if two assignments weigh every value alike. */
function isSame(one: SoftAssignment, other: SoftAssignment): boolean {
  if (one === other) return true;
  const isIn = (values: SoftAssignment, rivals: SoftAssignment): boolean =>
    Object.entries(values).every(
      ([value, weight]) => Math.abs(weight - (rivals[value] ?? 0)) < 1e-6,
    );
  return isIn(one, other) && isIn(other, one);
}

/** The remainder of two denials; undefined if nothing is left. */
function intersect(one: SoftAssignment, other: SoftAssignment): SoftAssignment | undefined {
  return share(Object.entries(one).filter(([value]) => (other[value] ?? 0) > 0));
}

/** Weights that sum to 1 in the ratio of some; undefined for none. */
function share(entries: readonly (readonly [string, number])[]): SoftAssignment | undefined {
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  return sum === 0
    ? undefined
    : Object.fromEntries(entries.map(([value, weight]) => [value, weight / sum]));
}
