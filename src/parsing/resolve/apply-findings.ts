import { findHeaviestValue, type SoftAssignment } from '../../attributes/attribute-request.js';
import type { Finding } from '../bind/clause-state.js';
import type { BoundNoun, NounItem } from '../bind/bound-noun.js';
import { weighColor } from '../colors/color-weights.js';
import { parseSettings } from '../lexicon/meaning.js';
import type { ColorModifier, Modifier, TraitModifier } from '../clauses/clause-items.js';
import { joinTexts } from '../segment/join-texts.js';
import { applyColor, nameThing } from './apply-color.js';
import type { ApplyContext } from './apply-context.js';
import { applySettings } from './apply-settings.js';

/** Writes what a clause says into the request. */
export function applyFindings(findings: readonly Finding[], context: ApplyContext): void {
  for (const finding of findings) {
    if (finding.kind === 'unknown') context.builder.addUnknown(finding.text, finding.nearest);
    else if (finding.kind === 'lone') applyLone(finding, context);
    else applyNoun(finding, context);
  }
  const { builder } = context;
  if (findings.some(({ kind }) => kind === 'noun'))
    builder.awaitsEyes = findings.some((finding) => finding.kind === 'noun' && isOpenPair(finding));
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
    const words = isPart ? [noun] : [...modifiers, noun];
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
  builder.addUndrawable(joinTexts([...modifiers, noun]));
}

/** "bangs" by itself, "no bangs", "neck: none". */
function applyBarePart(bound: BoundNoun, context: ApplyContext): void {
  const { noun, modifiers, isNegated } = bound;
  const { builder } = context;
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
  } else if (part === 'expression' && isNegated && modifiers.length === 0)
    builder.assign(part, { neutral: 1 }, { text, isGuess: false });
  else if (part === 'wear' || part === 'other' || (part === 'body' && modifiers.length > 0))
    applyBareThing(bound, context);
  else if (isNegated && modifiers.length === 0 && part === 'hair')
    builder.addUndrawable(`≠ ${text}`);
}

function isColor(modifier: Modifier): modifier is ColorModifier {
  return modifier.kind === 'color';
}

/** True if a noun is told with all that is said of it, or stands for a name. */
function isToldWithNoun({ part, settings, isUndrawable, isUnknown }: NounItem): boolean {
  const isThing = part === 'wear' || part === 'other' || part === 'body';
  return (
    isUndrawable || isUnknown === true || part === 'name' || (isThing && settings.length === 0)
  );
}

function applyTrait(
  { noun, isNegated }: BoundNoun,
  modifier: TraitModifier,
  context: ApplyContext,
): void {
  const meant = modifier.trait[noun.part] ?? '';
  const isDenied = isNegated || modifier.isNegated;
  if (meant === '') {
    if (!isDenied && !isToldWithNoun(noun))
      context.builder.addUndrawable(nameThing(modifier, noun));
    return;
  }
  const text = joinTexts([modifier, noun]);
  applySettings(
    parseSettings(meant),
    { text, isNegated: isDenied, isSlight: modifier.isSlight },
    context,
  );
}
