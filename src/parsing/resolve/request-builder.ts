import {
  findHeaviestValue,
  type AttributeRequest,
  type Guess,
  type SoftAssignment,
} from '../../attributes/attribute-request.js';
import type { ColorGroupName } from '../../attributes/swatches.js';
import { getGroup, GROUP_NAMES, type GroupName } from '../../attributes/vocabulary.js';
import type { Setting } from '../lexicon/meaning.js';
import { Reports } from './reports.js';
import { intersect, isSame, share } from './weights.js';

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
export class RequestBuilder extends Reports {
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
    if (isSame(earlier.weights, later.weights)) return;
    this.addOverride({ group, earlier: describe(earlier), later: describe(later) });
  }

  /** True if a word has set the group so far, if only as a guess. */
  isNamed(group: GroupName): boolean {
    return this.#named.has(group);
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
      ...this.list(),
    };
  }
}

function describe({ text, weights }: Named): { text: string; value: string } {
  return { text, value: findHeaviestValue(weights) ?? '' };
}
