import { characterKind, isCjk } from '../segment/characters.js';
import type { ColorModifier } from './clause-items.js';
import { areAlike, findColorDefinition, type Shade } from '../colors/color-weights.js';
import { joinTexts } from '../segment/join-texts.js';
import { TRAITS } from '../lexicon/traits.js';
import type { Meaning } from '../lexicon/meaning.js';
import type { Token } from '../recognize/tokenize.js';

/** A tint's part of the colour it colours: reddish brown is brown first. */
const TINT_SHARE = 0.35;
/** Colours that one mixture holds. */
const MAX_MIXED = 6;
/** Words of tone and tint before one colour. */
const MAX_TONES = 3;

/** "ash brown", 苺色: words that cannot be the thing itself. */
const COLOR_HEAD =
  /(?:色|[红紅粉]|ピンク|\b(?:red|brown|blonde?|black|white|gr[ae]y|blue|green|pink|purple|orange|yellow))$/u;

interface Read {
  readonly shades: readonly Shade[];
  readonly start: number;
  /** The index of the first token after it. */
  readonly end: number;
}

/** One or more colours from a place on as one modifier; undefined when none begins there. */
export function readColor(
  tokens: readonly Token[],
  start: number,
  isChinese: boolean,
): { modifier: ColorModifier; end: number } | undefined {
  const first = readShade(tokens, start);
  if (first === undefined) return undefined;
  const reads = [first];
  let { end } = first;
  while (reads.length < MAX_MIXED) {
    const next = findMixed(tokens, { start, end }, isChinese);
    if (next === undefined) break;
    reads.push(next);
    end = next.end;
  }
  if (tokens[end]?.meaning.kind === 'gradient') end += 1;
  return { modifier: buildColor(tokens.slice(start, end), reads, { isChinese, from: start }), end };
}

/** A colour with its tones and tints: "light", "pale", "reddish" before "brown". */
function readShade(tokens: readonly Token[], start: number): Read | undefined {
  let tone: Shade['tone'];
  let tint: string | undefined;
  let at = start;
  for (; at <= start + MAX_TONES; at += 1) {
    const meaning = tokens[at]?.meaning;
    if (meaning?.kind === 'color') {
      const { color } = meaning;
      const tinted = { color: tint ?? color, share: TINT_SHARE };
      const shade = { color, tone, share: tint === undefined ? 1 : 1 - TINT_SHARE };
      return { shades: tint === undefined ? [shade] : [shade, tinted], start, end: at + 1 };
    }
    if (meaning?.kind === 'tint') tint = meaning.color;
    else if (meaning?.kind === 'tone') tone = meaning.tone === 'plain' ? tone : meaning.tone;
    else if (meaning?.kind === 'trait' && meaning.trait.tone !== undefined)
      ({ tone } = meaning.trait);
    else if (meaning?.kind !== 'degree' && !isHalf(meaning)) break;
  }
  // "reddish hair": the tint is all there is.
  return tint === undefined
    ? undefined
    : { shades: [{ color: tint, tone, share: 1 }], start, end: at };
}

/** The colour that is mixed with the one that ends at a place, if one is. */
function findMixed(
  tokens: readonly Token[],
  { start: begin, end }: { start: number; end: number },
  isChinese: boolean,
): Read | undefined {
  const meaning = tokens[end]?.meaning;
  const kind = meaning?.kind;
  const isJoined = kind === 'and' || kind === 'or' || kind === 'gradient' || isHalf(meaning);
  const start = isJoined ? end + 1 : end;
  const next = readShade(tokens, start);
  if (next === undefined) return undefined;
  const noun = tokens[next.end]?.meaning;
  const part = noun !== undefined && 'part' in noun ? noun.part : undefined;
  // "blonde and blue eyes"
  if (isJoined) return part === 'eyes' && isHairOnly(tokens[end - 1], isChinese) ? undefined : next;
  // 毛先が青い黒髪: the tips are blue, the hair is black.
  const isTold = part !== undefined && tells(tokens[begin - 1]?.meaning);
  if (isTold) return undefined;
  const isHyphenated = tokens[start]?.joint === 'hyphen';
  const isGradient = noun?.kind === 'gradient';
  const isGlued = isGluedHue(tokens[end - 1], tokens[start]);
  if (isHyphenated || isGradient || isGlued || part === 'hair') return next;
  // "ruby red eyes"
  const [before] = readShade(tokens, end - 1)?.shades ?? [];
  const [after] = next.shades;
  return before !== undefined && after !== undefined && areAlike(before, after) ? next : undefined;
}

/** 橘红, 粉紫: two characters for one colour between the two. */
function isGluedHue(one: Token | undefined, other: Token | undefined): boolean {
  if (one?.text.length !== 1 || other?.joint !== 'none') return false;
  return isCjk(one.text) && isCjk(other.text) && other.text.replace('色', '').length === 1;
}

/** True if a colour behind it is said of what stands before it; 毛先だけ赤い銀髪 needs no word for it. */
function tells(meaning: Meaning | undefined): boolean {
  const isTips = meaning?.kind === 'undrawable' && meaning.part === 'tips';
  return isTips || meaning?.kind === 'is' || meaning?.kind === 'gradient';
}

/** "half pink, half blue" */
function isHalf(meaning: Meaning | undefined): boolean {
  return meaning?.kind === 'trait' && meaning.trait === TRAITS['half'];
}

function isHairOnly(token: Token | undefined, isChinese: boolean): boolean {
  const meaning = token?.meaning;
  if (meaning?.kind !== 'color') return false;
  return findColorDefinition(meaning.color, isChinese)?.only === 'hair';
}

function buildColor(
  tokens: readonly Token[],
  reads: readonly Read[],
  { isChinese, from }: { isChinese: boolean; from: number },
): ColorModifier {
  const text = joinTexts(tokens);
  const shades = reads.flatMap((read) => read.shades);
  const [shade] = shades;
  const definition =
    shades.length === 1 && shade !== undefined
      ? findColorDefinition(shade.color, isChinese)
      : undefined;
  const isPlain = tokens.length === 1;
  const isThing = definition?.alone?.startsWith('ornament') === true;
  const first = tokens[0]?.meaning;
  return {
    kind: 'color',
    text,
    shades,
    parts: reads.map(({ start, end }) => joinTexts(tokens.slice(start - from, end - from))),
    only: definition?.only,
    isWeak: isPlain && definition?.isWeak === true && !COLOR_HEAD.test(text),
    isAccent: first?.kind === 'color' && first.isAccent,
    alone: isPlain && !(isThing && COLOR_HEAD.test(text)) ? definition?.alone : undefined,
    isHan: text.length === 1 && characterKind(text.charCodeAt(0)) === 'han',
    isNegated: false,
  };
}
