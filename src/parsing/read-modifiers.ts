import { characterKind, isCjk } from './characters.js';
import { findColorDefinition, type Shade } from './color-weights.js';
import type { Part, TraitDefinition } from './lexicon/traits.js';
import type { Setting } from './meaning.js';
import type { Token } from './tokenize.js';

/** A colour, or several mixed, as one modifier of a noun. */
export interface ColorModifier {
  readonly kind: 'color';
  readonly text: string;
  readonly shades: readonly Shade[];
  /** The part that alone is called by this colour's word ("blonde"). */
  readonly only: 'hair' | 'eyes' | undefined;
  /** A thing or a heart, which is a colour beside a noun only. */
  readonly isWeak: boolean;
  readonly isAccent: boolean;
  /** Settings that the word stands for without a noun. */
  readonly alone: string | undefined;
  /** One Han character, which is likely a piece of a word where its neighbours are unknown. */
  readonly isHan: boolean;
  isNegated: boolean;
}

export interface TraitModifier {
  readonly kind: 'trait';
  readonly text: string;
  readonly trait: TraitDefinition;
  readonly isSlight: boolean;
  isNegated: boolean;
}

export type Modifier = ColorModifier | TraitModifier;

/** What stands in a clause once colours are put together and grammar without effect is dropped. */
export type Item =
  | { readonly kind: 'modifier'; readonly modifier: Modifier; readonly joint: Token['joint'] }
  | {
      readonly kind: 'noun';
      readonly part: Part;
      readonly text: string;
      /** Empty for a bare noun such as "hair". */
      readonly settings: readonly Setting[];
      readonly isGuess: boolean;
      readonly isSlight: boolean;
      readonly isUndrawable: boolean;
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
        | 'honorific'
        | 'likeness';
      readonly text: string;
    };

const TINT_SHARE = 0.35;

/** Reads a clause's tokens as items; `isChinese` settles words that the languages share. */
export function readItems(tokens: readonly Token[], isChinese: boolean): Item[] {
  const reader = new ItemReader(
    tokens.filter(({ meaning }) => meaning.kind !== 'filler'),
    isChinese,
  );
  return reader.read();
}

class ItemReader {
  readonly #tokens: readonly Token[];
  readonly #isChinese: boolean;
  readonly #items: Item[] = [];
  #at = 0;
  #isSlight = false;

  constructor(tokens: readonly Token[], isChinese: boolean) {
    this.#tokens = tokens;
    this.#isChinese = isChinese;
  }

  read(): Item[] {
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at];
      if (token === undefined) break;
      const shade = this.#readShades();
      if (shade === undefined) {
        this.#readToken(token);
        this.#at += 1;
      }
    }
    return this.#items;
  }

  #kindAt(at: number): Token['meaning']['kind'] | undefined {
    return this.#tokens[at]?.meaning.kind;
  }

  /** One or more colours from here on as one modifier; undefined when no colour begins here. */
  #readShades(): ColorModifier | undefined {
    const start = this.#at;
    const first = this.#readShade(start);
    if (first === undefined) return undefined;
    const shades = [first.shade];
    let end = first.end;
    for (;;) {
      const next = this.#findMixed(end);
      if (next === undefined) break;
      shades.push(next.shade);
      end = next.end;
    }
    if (this.#kindAt(end) === 'gradient') end += 1;
    const modifier = this.#buildColor(start, end, shades);
    const joint = this.#tokens[start]?.joint ?? 'none';
    this.#items.push({ kind: 'modifier', modifier, joint });
    this.#at = end;
    this.#isSlight = false;
    return modifier;
  }

  /** A colour with its tones and tints: "light", "pale", "reddish" before "brown". */
  #readShade(start: number): { shade: Shade; end: number } | undefined {
    let tone: Shade['tone'];
    let tint: string | undefined;
    let at = start;
    for (; at < this.#tokens.length && at < start + 4; at += 1) {
      const meaning = this.#tokens[at]?.meaning;
      if (meaning?.kind === 'colour') {
        const color = meaning.color;
        return {
          shade: { color: tint === undefined ? color : `${tint}+${color}`, tone, share: 1 },
          end: at + 1,
        };
      }
      if (meaning?.kind === 'tint') tint = meaning.color;
      else if (meaning?.kind === 'tone') tone = meaning.tone === 'plain' ? tone : meaning.tone;
      else if (meaning?.kind === 'trait' && meaning.trait.tone !== undefined)
        tone = meaning.trait.tone;
      else if (meaning?.kind !== 'degree') break;
    }
    // "reddish hair": the tint is all there is.
    return tint === undefined ? undefined : { shade: { color: tint, tone, share: 1 }, end: at };
  }

  /** The colour that is mixed with the one that ends here, if one is. */
  #findMixed(end: number): { shade: Shade; end: number } | undefined {
    const kind = this.#kindAt(end);
    const isJoined = kind === 'and' || kind === 'or' || kind === 'gradient';
    const start = isJoined ? end + 1 : end;
    const next = this.#readShade(start);
    if (next === undefined) return undefined;
    const noun = this.#tokens[next.end]?.meaning;
    const isBeforeHair = noun !== undefined && 'part' in noun && noun.part === 'hair';
    const isBeforeEyes = noun !== undefined && 'part' in noun && noun.part === 'eyes';
    if (isJoined) return isBeforeEyes && this.#isHairOnly(end - 1) ? undefined : next;
    const isHyphenated = this.#tokens[start]?.joint === 'hyphen';
    const isGradient = this.#kindAt(next.end) === 'gradient';
    return isHyphenated || isGradient || isBeforeHair ? next : undefined;
  }

  #isHairOnly(at: number): boolean {
    const meaning = this.#tokens[at]?.meaning;
    return (
      meaning?.kind === 'colour' &&
      findColorDefinition(meaning.color, this.#isChinese)?.only === 'hair'
    );
  }

  #buildColor(start: number, end: number, shades: readonly Shade[]): ColorModifier {
    const tokens = this.#tokens.slice(start, end);
    const text = joinTexts(tokens);
    const expanded = shades.flatMap(expandTint);
    const definition =
      shades.length === 1
        ? findColorDefinition(shades[0]?.color ?? '', this.#isChinese)
        : undefined;
    const isPlain = tokens.length === 1;
    const first = tokens[0]?.meaning;
    return {
      kind: 'color',
      text,
      shades: expanded,
      only: definition?.only,
      isWeak: isPlain && definition?.isWeak === true,
      isAccent: first?.kind === 'colour' && first.isAccent,
      alone: isPlain ? definition?.alone : undefined,
      isHan: text.length === 1 && characterKind(text.charCodeAt(0)) === 'han',
      isNegated: false,
    };
  }

  #readToken({ text, joint, meaning }: Token): void {
    const isSlight = this.#isSlight;
    this.#isSlight = false;
    switch (meaning.kind) {
      case 'attribute': {
        const { settings, part, isGuess } = meaning;
        this.#items.push({
          kind: 'noun',
          part,
          text,
          settings,
          isGuess,
          isSlight,
          isUndrawable: false,
        });
        break;
      }
      case 'part':
      case 'undrawable': {
        const isUndrawable = meaning.kind === 'undrawable';
        const part = meaning.kind === 'part' ? meaning.part : 'wear';
        this.#items.push({
          kind: 'noun',
          part,
          text,
          settings: [],
          isGuess: false,
          isSlight,
          isUndrawable,
        });
        break;
      }
      case 'trait': {
        const modifier: TraitModifier = {
          kind: 'trait',
          text,
          trait: meaning.trait,
          isSlight,
          isNegated: false,
        };
        this.#items.push({ kind: 'modifier', modifier, joint });
        break;
      }
      case 'unknown':
        this.#items.push({ kind: 'unknown', text, nearest: meaning.nearest, joint });
        break;
      case 'degree':
        this.#isSlight = true;
        break;
      case 'not':
      case 'not:after':
      case 'is':
      case 'and':
      case 'or':
      case 'with':
      case 'wearing':
      case 'named':
      case 'honorific':
      case 'likeness':
        this.#items.push({ kind: meaning.kind, text });
        break;
      case 'colour':
      case 'tint':
      case 'tone':
      case 'gradient':
      case 'random':
      case 'filler':
      case 'idiom':
      case 'boundary':
      case 'but':
        break;
    }
  }
}

/** Words side by side as they were written: CJK without spaces. */
export function joinTexts(tokens: readonly { readonly text: string }[]): string {
  return tokens.reduce((text, token) => {
    if (text === '') return token.text;
    return isCjk(text.slice(-1)) && isCjk(token.text.slice(0, 1))
      ? text + token.text
      : `${text} ${token.text}`;
  }, '');
}

function expandTint(shade: Shade): Shade[] {
  const [tint, color] = shade.color.split('+');
  if (tint === undefined || color === undefined) return [shade];
  return [
    { ...shade, color, share: 1 - TINT_SHARE },
    { ...shade, color: tint, tone: undefined, share: TINT_SHARE },
  ];
}

/** Whether each modifier of a clause follows its noun: "hair blue eyes red", "mouth open". */
export function followsNouns(items: readonly Item[]): boolean {
  let noun: Extract<Item, { kind: 'noun' }> | undefined;
  let isAfterModifier = false;
  for (const item of items) {
    if (item.kind === 'is') return false;
    if (item.kind === 'noun' && TAKES_MODIFIERS.has(item.part) && !item.isUndrawable) {
      // Two nouns with nothing between them: the first has none behind it.
      if (noun !== undefined && !isAfterModifier) return false;
      noun = item;
      isAfterModifier = false;
    } else if (item.kind === 'modifier') {
      if (noun === undefined || !fits(noun.part, item.modifier)) return false;
      isAfterModifier = true;
    }
  }
  return noun !== undefined && isAfterModifier;
}

const TAKES_MODIFIERS: ReadonlySet<Part> = new Set<Part>([
  'hair',
  'eyes',
  'mouth',
  'skin',
  'bangs',
  'cheeks',
  'wear',
]);

function fits(part: Part, modifier: Modifier): boolean {
  return modifier.kind === 'trait'
    ? part in modifier.trait
    : part !== 'mouth' && modifier.only !== (part === 'hair' ? 'eyes' : 'hair');
}
