import { findHeaviestValue, type SoftAssignment } from '../../attributes/attribute-request.js';
import { getGroup } from '../../attributes/vocabulary.js';
import type { Finding } from '../bind/bind-clause.js';
import type { BoundNoun } from '../bind/bound-noun.js';
import { findOklab, weighColor } from '../colors/color-weights.js';
import { OPPOSITES, WEAKENED } from '../lexicon/traits.js';
import { parseSettings, type Setting, type Settings } from '../lexicon/meaning.js';
import type { ColorModifier, Modifier, TraitModifier } from '../clauses/clause-items.js';
import { joinTexts } from '../segment/join-texts.js';
import type { RequestBuilder } from './request-builder.js';

/** Darker than this a skin colour counts as dark (OKLab lightness). */
const DARK_SKIN_LIGHTNESS = 0.74;

/** The builder that findings are written to, and how their words are read. */
export interface ApplyContext {
  /** Takes what the findings set; one for all clauses of a description. */
  readonly builder: RequestBuilder;
  /** True if the whole text reads as Chinese, which means other colours by a few words. */
  readonly isChinese: boolean;
  /** True in a clause that tells how things are now, unlike before ("now it is white"). */
  readonly isNow?: boolean;
}

/** Writes what a clause says into the request. */
export function applyFindings(findings: readonly Finding[], context: ApplyContext): void {
  for (const finding of findings) {
    if (finding.kind === 'unknown') context.builder.addUnknown(finding.text, finding.nearest);
    else if (finding.kind === 'lone') applyLone(finding, context);
    else applyNoun(finding, context);
  }
  const nouns = findings.filter((finding) => finding.kind === 'noun');
  const { builder } = context;
  builder.awaitsEyes = nouns.length === 0 ? builder.awaitsEyes : nouns.some(isOpenPair);
}

/** Eyes of two colours that were not told yet. */
function isOpenPair({ noun, modifiers, isNegated }: BoundNoun): boolean {
  return noun.isPair === true && !isNegated && !modifiers.some(isColor);
}

function applyLone(
  { modifier, isWorn }: Extract<Finding, { kind: 'lone' }>,
  context: ApplyContext,
): void {
  const { builder, isChinese } = context;
  const { text } = modifier;
  if (modifier.kind === 'trait') {
    const alone = modifier.trait.alone;
    if (alone === undefined) builder.addUnknown(text, undefined);
    else applySettings(parseSettings(alone), modifier, context);
    return;
  }
  if (modifier.isAccent) return;
  if (modifier.isNegated || isWorn) {
    return builder.addUndrawable(modifier.isNegated ? `≠ ${text}` : text);
  }
  if (modifier.alone !== undefined)
    return applySettings(parseSettings(modifier.alone), { text }, context);
  // A thing by itself, "snow".
  if (modifier.isWeak) return builder.addUndrawable(text);
  const isEyes = modifier.only === 'eyes' || (builder.awaitsEyes && modifier.only !== 'hair');
  const spoken = context.isNow === true ? builder.latestColor : undefined;
  const group = spoken ?? (isEyes ? 'eye_color' : 'hair_color');
  const weights = weighColor(modifier.shades, group, isChinese);
  if (weights !== undefined && spoken !== undefined)
    return builder.assign(group, weights, { text, isGuess: false });
  const isGranted = isEyes || isOfHairOnly(modifier, weights);
  if (weights !== undefined) builder.assign(group, weights, { text, isGuess: true, isGranted });
  return undefined;
}

const HAIR_COLORS = new Set(['blonde', 'black', 'brown', 'gray', 'silver', 'white']);

/** True if a lone colour is so much one of hair that nobody means eyes by it. */
function isOfHairOnly({ only }: ColorModifier, weights: SoftAssignment | undefined): boolean {
  return only === 'hair' || HAIR_COLORS.has(findHeaviestValue(weights ?? {}) ?? '');
}

function applyNoun(bound: BoundNoun, context: ApplyContext): void {
  const { noun, isNegated, modifiers } = bound;
  const { builder } = context;
  if (noun.part === 'person' || isNegated) builder.isUnderstood = true;
  if (noun.isUndrawable) {
    const isPart = noun.part === 'eyes' || noun.part === 'hair';
    const words = isPart ? [noun] : [...modifiers.filter(isColor), noun];
    if (!isNegated) builder.addUndrawable(joinTexts(words));
    // "silver updo": the colour is the hair's.
    if (!isPart) return;
  }
  const { text, settings, isGuess, isImplied, isSlight } = noun;
  if (settings.length > 0)
    applySettings({ settings, isGuess, isImplied }, { text, isNegated, isSlight }, context);
  else if (!noun.isUndrawable) applyBarePart(bound, context);
  for (const modifier of modifiers) {
    if (modifier.kind === 'trait') applyTrait(bound, modifier, context);
    else applyColor(bound, modifier, context);
  }
}

/** Things and places are told of; what hair and eyes are is taken for granted. */
function applyBareThing(
  { noun, modifiers, isNegated }: BoundNoun,
  { builder }: ApplyContext,
): void {
  if (isNegated || noun.isUnknown) return;
  builder.addUndrawable(joinTexts([...modifiers.filter(isColor), noun]));
}

/** "bangs" by itself, "no bangs", "neck: none". */
function applyBarePart(
  { noun, modifiers, isNegated }: BoundNoun,
  { builder, isChinese }: ApplyContext,
): void {
  const { part, text } = noun;
  if (part === 'bangs' || part === 'ornament' || part === 'neck') {
    const hasTrait = modifiers.some((modifier) => modifier.kind === 'trait');
    const isBareNegated = isNegated && modifiers.every((modifier) => modifier.kind === 'color');
    if (isBareNegated) builder.assign(part, { none: 1 }, { text, isGuess: false });
    else if (part === 'bangs' && !builder.isNamed(part) && !hasTrait) {
      const third = 1 / 3;
      const some = { blunt: third, swept: third, strands: third };
      builder.assign(part, some, { text, isGuess: false });
    }
    if (isBareNegated && text.startsWith('accessor'))
      builder.assign('neck', { none: 1 }, { text, isGuess: false });
  } else if (part === 'wear' || part === 'other')
    applyBareThing({ noun, modifiers, isNegated }, { builder, isChinese });
  else if (isNegated && modifiers.length === 0 && part === 'hair')
    builder.addUndrawable(`≠ ${text}`);
}

function isColor(modifier: Modifier): modifier is ColorModifier {
  return modifier.kind === 'color';
}

function applyTrait(
  { noun, isNegated }: BoundNoun,
  modifier: TraitModifier,
  context: ApplyContext,
): void {
  const meant = modifier.trait[noun.part];
  if (meant === undefined || meant === '') return;
  const text = joinTexts([modifier, noun]);
  const isDenied = isNegated || modifier.isNegated;
  applySettings(
    parseSettings(meant),
    { text, isNegated: isDenied, isSlight: modifier.isSlight },
    context,
  );
}

function applyColor(
  { noun, isNegated }: BoundNoun,
  modifier: ColorModifier,
  context: ApplyContext,
): void {
  const { builder } = context;
  const text = joinTexts([modifier, noun]);
  const isDenied = isNegated || modifier.isNegated;
  switch (noun.part) {
    case 'hair':
    case 'bangs':
    case 'eyes': {
      const group = noun.part === 'eyes' ? 'eye_color' : 'hair_color';
      const isEither = modifier.isEither === true || noun.isPair === true;
      if (isEither && !isDenied && modifier.shades.length > 1) {
        applyEither(modifier, group, context);
        break;
      }
      const weights = isDenied ? undefined : weighColor(modifier.shades, group, context.isChinese);
      if (weights === undefined) builder.addUndrawable(isDenied ? `≠ ${text}` : text);
      else builder.assign(group, weights, { text, isGuess: false });
      break;
    }
    case 'skin':
    case 'cheeks':
    case 'face':
      applyFaceColor(noun.part, modifier, { text, builder, isDenied });
      break;
    case 'wear':
    case 'ornament':
    case 'neck':
      if (!isDenied && noun.settings.length > 0)
        builder.addUndrawable(`${modifier.text} (${noun.text})`);
      break;
    default:
      break;
  }
}

/** Eyes of two colours: the first is drawn, which replaces the others. */
function applyEither(
  { shades, parts }: ColorModifier,
  group: 'hair_color' | 'eye_color',
  { builder, isChinese }: ApplyContext,
): void {
  for (const [at, shade] of [...shades.entries()].toReversed()) {
    const weights = weighColor([shade], group, isChinese);
    const text = parts[Math.min(at, parts.length - 1)] ?? shade.color;
    if (weights !== undefined) builder.assign(group, weights, { text, isGuess: false });
  }
}

/** Brown skin is dark, white skin is light, red cheeks blush; a green face is none of these. */
function applyFaceColor(
  part: 'skin' | 'cheeks' | 'face',
  modifier: ColorModifier,
  { text, builder, isDenied }: { text: string; builder: RequestBuilder; isDenied: boolean },
): void {
  const [shade] = modifier.shades;
  const lab = shade === undefined ? undefined : findOklab(shade);
  if (lab === undefined) return;
  const chroma = Math.hypot(lab.a, lab.b);
  const isGrey = chroma < 0.03;
  const isReddish = lab.a > 0.09;
  const isSkinHue = isGrey || (lab.a > -0.02 && lab.b > 0 && !isReddish);
  if (part !== 'skin' && isReddish)
    builder.assign('blush', isDenied ? { no: 1 } : { yes: 1 }, { text, isGuess: false });
  else if (isDenied) builder.addUndrawable(`≠ ${text}`);
  else if (isSkinHue) {
    const value = lab.l < DARK_SKIN_LIGHTNESS ? 'dark' : 'light';
    builder.assign('skin', { [value]: 1 }, { text, isGuess: false });
  } else builder.addUndrawable(text);
}

interface Manner {
  readonly text: string;
  readonly isNegated?: boolean;
  readonly isSlight?: boolean;
}

function applySettings(
  { settings, isGuess, isImplied }: Settings,
  { text, isNegated = false, isSlight = false }: Manner,
  { builder }: ApplyContext,
): void {
  for (const setting of settings) {
    // "no cat girl" denies the ears, not the girl.
    if (isNegated && settings.length > 1 && setting.group === 'look') continue;
    if (isNegated) {
      const left = isImplied ? undefined : negate(setting);
      if (left === undefined) builder.addUndrawable(`≠ ${text}`);
      else builder.deny(setting, left.weights, text);
      continue;
    }
    const meant = isSlight ? weaken(setting) : setting;
    builder.assign(meant.group, meant.weights, { text, isGuess });
  }
}

function negate(setting: Setting): Setting | undefined {
  const { absent } = getGroup(setting.group);
  const { group, value } = setting;
  if (absent !== undefined && value !== absent)
    return { group, value: absent, weights: { [absent]: 1 } };
  const opposite = OPPOSITES[`${group}=${value}`];
  return opposite === undefined ? undefined : parseSettings(opposite).settings[0];
}

function weaken(setting: Setting): Setting {
  const weaker = WEAKENED[`${setting.group}=${setting.value}`];
  return (weaker === undefined ? undefined : parseSettings(weaker).settings[0]) ?? setting;
}
