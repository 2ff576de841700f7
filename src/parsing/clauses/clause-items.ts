import type { Shade } from '../colors/color-weights.js';
import type { Part, TraitDefinition } from '../lexicon/traits.js';
import type { Setting } from '../lexicon/meaning.js';
import type { Token } from '../recognize/tokenize.js';

/** A colour, or several mixed, as one modifier of a noun. */
export interface ColorModifier {
  readonly kind: 'color';
  readonly text: string;
  readonly shades: readonly Shade[];
  /** The part that alone is called by this colour's word ("blonde"). */
  readonly only: 'hair' | 'eyes' | undefined;
  /** A thing ("cherry"), which is a colour beside a noun only. */
  readonly isWeak: boolean;
  /** A heart or the like: left out where it has no noun. */
  readonly isAccent: boolean;
  /** The colours of a mixture, as they were written. */
  readonly parts: readonly string[];
  /** True if only one of the mixture can be drawn: eyes of two colours. */
  readonly isEither?: boolean;
  /** Settings that the word stands for without a noun. */
  readonly alone: string | undefined;
  /** One Han character, which is likely a piece of a word where its neighbours are unknown. */
  readonly isHan: boolean;
  readonly isNegated: boolean;
}

/** An adjective that is no colour, such as "long" or "closed"; what it sets depends on its noun. */
export interface TraitModifier {
  readonly kind: 'trait';
  readonly text: string;
  readonly trait: TraitDefinition;
  /** After "slightly": a milder mixture is set instead. */
  readonly isSlight: boolean;
  readonly isNegated: boolean;
}

/** A modifier that waits for its noun; binding a clause finds the noun, and whether it is denied. */
export type Modifier = ColorModifier | TraitModifier;

/** An item of a clause, once colours are joined and grammar without effect is dropped. */
export type Item =
  | { readonly kind: 'modifier'; readonly modifier: Modifier; readonly joint: Token['joint'] }
  | {
      readonly kind: 'noun';
      readonly part: Part;
      readonly text: string;
      /** Empty for a bare noun such as "hair". */
      readonly settings: readonly Setting[];
      readonly isGuess: boolean;
      readonly isImplied: boolean;
      readonly isSlight: boolean;
      readonly isUndrawable: boolean;
      /** Eyes of two colours. */
      readonly isPair?: boolean;
      /** A word of no meaning that stands where a noun does ("the car is red"). */
      readonly isUnknown?: boolean;
    }
  | {
      readonly kind: 'unknown';
      readonly text: string;
      readonly nearest: string | undefined;
      readonly joint: Token['joint'];
    }
  | {
      readonly kind:
        | 'not'
        | 'not:after'
        | 'is'
        | 'and'
        | 'or'
        | 'with'
        | 'wearing'
        | 'named'
        | 'but'
        | 'honorific'
        | 'held'
        | 'held:after'
        | 'likeness';
      readonly text: string;
    };

/** True if each modifier of a clause follows its noun: "hair blue eyes red", "mouth open". */
export function followsNouns(items: readonly Item[]): boolean {
  let noun: Extract<Item, { kind: 'noun' }> | undefined;
  let isAfterModifier = false;
  for (const [at, item] of items.entries()) {
    if (item.kind === 'is') return false;
    if (item.kind === 'noun' && TAKES_MODIFIERS.has(item.part) && !item.isUndrawable) {
      // Two nouns with nothing between them: the first has none behind it.
      if (noun !== undefined && !isAfterModifier) return false;
      noun = item;
      isAfterModifier = false;
    } else if (item.kind === 'modifier') {
      if (noun === undefined || !fits(noun.part, item.modifier)) return false;
      // "twintails with red ribbons", "ribbon and black hair long"
      if (!isAfterModifier && LEADS_ON.has(items[at - 1]?.kind ?? 'noun')) return false;
      isAfterModifier = true;
    }
  }
  return noun !== undefined && isAfterModifier;
}

const LEADS_ON: ReadonlySet<Item['kind']> = new Set<Item['kind']>(['with', 'held', 'and', 'or']);

const TAKES_MODIFIERS: ReadonlySet<Part> = new Set<Part>([
  'hair',
  'eyes',
  'mouth',
  'skin',
  'bangs',
  'cheeks',
]);

function fits(part: Part, modifier: Modifier): boolean {
  return modifier.kind === 'trait'
    ? part in modifier.trait
    : part !== 'mouth' && modifier.only !== (part === 'hair' ? 'eyes' : 'hair');
}
