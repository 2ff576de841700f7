import {
  acceptsFromBehind,
  acceptsModifier,
  isListable,
  type BoundNoun,
  type NounItem,
} from './bound-noun.js';
import { mixEyes, shareColor } from './join-nouns.js';
import { nameColor, unknownNoun } from './unknown-words.js';
import { followsNouns, type Item, type Modifier } from '../clauses/clause-items.js';
import type { Part } from '../lexicon/traits.js';
import { joinTexts } from '../segment/join-texts.js';

/** The findings of a clause, in the order of its words. */
export type Finding =
  | ({ readonly kind: 'noun' } & BoundNoun)
  | { readonly kind: 'lone'; readonly modifier: Modifier; readonly isWorn: boolean }
  | { readonly kind: 'unknown'; readonly text: string; readonly nearest: string | undefined };

/** Modifiers that wait for their noun, and nouns that share a copula; more than people ever line up. */
const MAX_WAITING = 8;
/** How far ahead a noun is looked for past words that are not known. */
const MAX_LOOKAHEAD = 3;

const LIKENS = new Set(['like', 'as', '像', '如']);

/** "purple like amethysts" */
function isLikening(item: Item | undefined): boolean {
  return item?.kind === 'is' && LIKENS.has(item.text);
}

/** Words of a mood or a state, which no colour is said of. */
const PASSES_ON: ReadonlySet<Part> = new Set<Part>(['expression', 'pose', 'blush']);

/** Decides which noun of a clause each colour and trait belongs to, and what is denied. */
export function bindClause(items: readonly Item[]): Finding[] {
  return new ClauseBinder(items).bind();
}

class ClauseBinder {
  readonly #items: readonly Item[];
  readonly #findings: Finding[] = [];
  /** "hair blue eyes red": every modifier follows its noun. */
  readonly #isBackward: boolean;
  #waiting: Modifier[] = [];
  /** The latest noun, or the latest nouns joined by "and". */
  #nouns: BoundNoun[] = [];
  #hasCopula = false;
  #isJoined = false;
  #isWorn = false;
  #isNaming = false;
  /** `listed`: a denied noun went before, and "or" may go on denying. */
  #denial: 'none' | 'active' | 'listed' = 'none';

  constructor(items: readonly Item[]) {
    this.#items = items;
    this.#isBackward = followsNouns(items);
  }

  bind(): Finding[] {
    for (const [at, item] of this.#items.entries()) {
      this.#read(item, at);
      this.#isJoined = item.kind === 'and' || item.kind === 'or';
    }
    if (this.#denial === 'active' && this.#waiting.length === 0) this.#denyNouns();
    this.#release();
    return this.#findings;
  }

  #read(item: Item, at: number): void {
    switch (item.kind) {
      case 'modifier':
        return this.#readModifier(item, at);
      case 'noun':
        return this.#readNoun(item, at);
      case 'unknown':
        return this.#readUnknown(item, at);
      case 'is':
        return this.#readCopula(at);
      case 'not':
        return this.#readDenial(at);
      case 'not:after':
        return this.#denyBefore();
      case 'with':
      case 'held':
      case 'held:after':
      case 'wearing':
        // What is held or liked ("我喜欢蓝色") has its own colours, as what is worn has.
        this.#readBreak(item.kind === 'wearing' || item.kind === 'held', item.text);
        return undefined;
      case 'but':
        this.#release();
        this.#denial = 'none';
        return undefined;
      case 'named':
        this.#release();
        this.#isNaming = true;
        return undefined;
      case 'honorific':
        // "Violet-chan"
        this.#waiting.pop();
        return undefined;
      case 'likeness':
        // "eyes red like rubies": the thing likened to gives way to the colour that follows.
        if (this.#items[at + 1]?.kind === 'modifier') this.#waiting.pop();
        return undefined;
      case 'and':
      case 'or':
        return undefined;
    }
  }

  /** "hair and eyes are", but not "hair is blue and eyes are": what has its say already is left out. */
  #readCopula(at: number): void {
    // "头发不是蓝色是红色"
    if (this.#items[at - 1]?.kind === 'modifier') this.#denial = 'none';
    if (this.#nouns.length === 0) return;
    // "hair white as snow"
    this.#release();
    this.#hasCopula = true;
    const isUntold = ({ modifiers }: BoundNoun): boolean => modifiers.length === 0;
    const last = this.#findTold();
    this.#nouns =
      last.every(isUntold) && last[0] === this.#nouns.at(-1) ? this.#nouns.filter(isUntold) : last;
  }

  /** The noun that a copula tells of: in "the tips of her pink hair are blue" the tips. */
  #findTold(): BoundNoun[] {
    const last = this.#nouns.slice(-1);
    if (last[0]?.noun.part !== 'hair') return last;
    const before = this.#findings.at(-2);
    const isTips = before?.kind === 'noun' && before.noun.part === 'tips';
    return isTips && before.modifiers.length === 0 ? [before] : last;
  }

  #readBreak(isWorn: boolean, text: string): void {
    const isName = /^ha[sd]|have$/u.test(text) && this.#nouns.length === 0;
    // "Violet has green eyes"
    if (isName)
      this.#waiting = this.#waiting.filter((one) => one.kind !== 'color' || one.only !== undefined);
    this.#release();
    // "a girl in red"
    this.#isWorn = isWorn || (text === 'in' && this.#nouns.at(-1)?.noun.part === 'person');
    this.#hasCopula = false;
    this.#isNaming = false;
    if (this.#denial === 'listed') this.#denial = 'none';
  }

  #readModifier({ modifier, joint }: Extract<Item, { kind: 'modifier' }>, at: number): void {
    const previous = this.#items[at - 1];
    const isColor = modifier.kind === 'color';
    if (
      this.#isNaming &&
      isColor &&
      modifier.only === undefined &&
      !this.#isBeforeNoun(modifier, at)
    ) {
      return;
    }
    // 白 in a name that is not known
    const isPiece = isColor && modifier.isHan && joint === 'none' && previous?.kind === 'unknown';
    if (isPiece && !this.#isBeforeNoun(modifier, at)) return;
    if (this.#denial === 'active' || this.#isDeniedToo(at)) modifier.isNegated = true;
    const behind = this.#hasCopula || this.#isBackward ? this.#nouns : [];
    const takers = behind.filter(({ noun }) => acceptsModifier(noun, modifier));
    if (takers.length > 0 && (this.#isBackward || !this.#leadsOn(modifier, at))) {
      // "eyes as blue as the sea" are blue.
      const isLikened = isColor && (modifier.isWeak || isLikening(previous));
      const isTold = ({ modifiers }: BoundNoun): boolean =>
        isLikened && modifiers.some((one) => one.kind === 'color');
      for (const taker of takers) if (!isTold(taker)) taker.modifiers.push(modifier);
      if (modifier.isNegated) this.#denial = 'none';
      return;
    }
    // "a smile like the sun"
    if (this.#hasCopula && isColor && modifier.isWeak && !this.#isBeforeNoun(modifier, at)) return;
    if (this.#isSuffix({ modifier, joint }, at)) {
      this.#nouns.at(-1)?.modifiers.push(modifier);
      return;
    }
    this.#waiting.push(modifier);
    if (this.#waiting.length > MAX_WAITING) this.#loosen(this.#waiting.splice(0, 1));
  }

  /** 黒髪ショート, "blue hair short and her bangs swept": against hair, and against no noun behind it. */
  #isSuffix({ modifier, joint }: { modifier: Modifier; joint: string }, at: number): boolean {
    const [before, after] = [this.#items[at - 1], this.#items[at + 1]];
    const isLast = joint === 'none' || after?.kind === 'and' || after?.kind === 'with';
    const isAgainst = modifier.kind === 'trait' && isLast && before?.kind === 'noun';
    return (
      isAgainst &&
      before.part === 'hair' &&
      'hair' in modifier.trait &&
      modifier.trait.tone === undefined &&
      after?.kind !== 'noun' &&
      this.#waiting.length === 0
    );
  }

  /** "not long nor short" */
  #isDeniedToo(at: number): boolean {
    const other = this.#items[at - 1]?.kind === 'or' ? this.#items[at - 2] : undefined;
    return other?.kind === 'modifier' && other.modifier.isNegated;
  }

  #isBeforeNoun(modifier: Modifier, at: number): boolean {
    const next = this.#items[at + 1];
    return next?.kind === 'noun' && acceptsModifier(next, modifier);
  }

  /** After "hair is": whether a modifier belongs to the next noun all the same ("… blue with red eyes"). */
  #leadsOn(modifier: Modifier, at: number): boolean {
    // 目が青くて眼鏡の子: a form that ends what is said of the eyes.
    if (modifier.text.endsWith('くて')) return false;
    return this.#isBeforeNoun(modifier, at) && this.#items[at + 2]?.kind !== 'is';
  }

  #readNoun(noun: NounItem, at: number): void {
    const bound: BoundNoun = { noun, modifiers: [], isNegated: this.#isDenied(noun) };
    const waiting = this.#waiting;
    this.#waiting = [];
    let hasColor = false;
    const left: Modifier[] = [];
    for (const modifier of waiting.toReversed()) {
      const isSecond = modifier.kind === 'color' && hasColor;
      if (isSecond || !acceptsModifier(noun, modifier)) left.unshift(modifier);
      else {
        hasColor ||= modifier.kind === 'color';
        bound.modifiers.unshift(modifier);
      }
    }
    // "green teary eyes": the colour is for what follows.
    if (this.#passesOn(noun, left, at)) this.#waiting = left;
    else this.#loosen(left);
    const [owner, place] = [this.#nouns.at(-1), { items: this.#items, at }];
    if (waiting.length === 0 && this.#isJoined) shareColor(owner, bound, place);
    mixEyes(owner, bound, place);
    const isList = this.#isJoined && this.#nouns.length < MAX_WAITING;
    this.#nouns = isList ? [...this.#nouns, bound] : [bound];
    this.#hasCopula = false;
    this.#isNaming = noun.part === 'name' && this.#items[at + 1]?.kind === 'is';
    if (noun.part !== 'wear' || noun.settings.length > 0) this.#isWorn = false;
    this.#findings.push({ kind: 'noun', ...bound, modifiers: bound.modifiers });
    this.#nouns[this.#nouns.length - 1] = this.#findings.at(-1) as Finding & BoundNoun;
  }

  #passesOn(noun: NounItem, left: readonly Modifier[], at: number): boolean {
    const next = this.#items[at + 1];
    const isPassed = PASSES_ON.has(noun.part) && next?.kind === 'noun' && next.part !== 'person';
    return isPassed && left.every((modifier) => acceptsModifier(next, modifier));
  }

  #isDenied(noun: NounItem): boolean {
    const isActive = this.#denial === 'active';
    const goesOn =
      this.#denial === 'listed' &&
      this.#isJoined &&
      isListable({ noun, modifiers: [], isNegated: true });
    this.#denial = isActive || goesOn ? 'listed' : 'none';
    return isActive || goesOn;
  }

  #readUnknown(item: Extract<Item, { kind: 'unknown' }>, at: number): void {
    if (this.#isNaming) return;
    const noun = this.#findNounAhead(at);
    const color = nameColor(item.text, this.#hasCopula ? this.#nouns.at(-1)?.noun : noun);
    if (color !== undefined) {
      this.#readModifier({ kind: 'modifier', modifier: color, joint: item.joint }, at);
      return;
    }
    const absorbed = noun === undefined && !this.#isJoined ? this.#absorb() : [];
    const text = joinTexts([...absorbed, item]);
    this.#findings.push({ kind: 'unknown', text, nearest: item.nearest });
    if (this.#items[at + 1]?.kind === 'is') {
      this.#release();
      this.#nouns = [{ noun: unknownNoun(item.text), modifiers: [], isNegated: false }];
    }
  }

  /** "red car": an unknown noun takes what stands before it. */
  #absorb(): Modifier[] {
    const isTaken = (modifier: Modifier): boolean =>
      modifier.kind === 'trait' || modifier.only === undefined;
    const taken = this.#waiting.filter(isTaken);
    this.#waiting = this.#waiting.filter((modifier) => !isTaken(modifier));
    return taken;
  }

  /** The noun that comes after an unknown word, past others like it and traits. */
  #findNounAhead(at: number): NounItem | undefined {
    for (let ahead = at + 1; ahead <= at + MAX_LOOKAHEAD; ahead += 1) {
      const item = this.#items[ahead];
      if (item?.kind === 'noun')
        return this.#waiting.every((one) => acceptsModifier(item, one)) ? item : undefined;
      const isPassed =
        item?.kind === 'unknown' || (item?.kind === 'modifier' && item.modifier.kind === 'trait');
      if (!isPassed) return undefined;
    }
    return undefined;
  }

  #readDenial(at: number): void {
    const next = this.#items[at + 1];
    const isAnswer = this.#hasCopula && next?.kind === 'noun' && this.#items[at + 2]?.kind === 'is';
    if (isAnswer) this.#denyNouns();
    else {
      if (!this.#hasCopula) this.#release();
      this.#denial = 'active';
    }
  }

  #denyBefore(): void {
    // "髪は青じゃなくて赤" denies the colour, and the hair takes another.
    const said = this.#hasCopula ? this.#nouns.at(-1)?.modifiers.at(-1) : undefined;
    const last = this.#waiting.at(-1) ?? said;
    if (last === undefined) this.#denyNouns();
    else last.isNegated = true;
  }

  #denyNouns(): void {
    const isList = this.#nouns.every(isListable);
    for (const noun of isList ? this.#nouns : this.#nouns.slice(-1)) noun.isNegated = true;
  }

  /** Ends the waiting for a noun. */
  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#loosen(waiting);
  }

  /** Modifiers without a noun ahead go to the one behind, or stand alone. */
  #loosen(modifiers: readonly Modifier[]): void {
    for (const modifier of modifiers) {
      const takers = this.#isWorn
        ? []
        : this.#nouns.filter((noun) => acceptsFromBehind(noun, modifier));
      // "髪も目も青い" tells of both, "long hair and eyes blue" of the latter.
      const isList = this.#nouns.every((noun) => noun.modifiers.length === 0);
      for (const taker of isList ? takers : takers.slice(-1)) taker.modifiers.push(modifier);
      if (takers.length === 0)
        this.#findings.push({ kind: 'lone', modifier, isWorn: this.#isWorn });
    }
  }
}
