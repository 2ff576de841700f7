import type { BoundNoun, NounItem } from '../bind/bound-noun.js';
import type { ColorModifier, Modifier } from '../clauses/clause-items.js';
import { findOklab, weighColor } from '../colors/color-weights.js';
import { joinTexts } from '../segment/join-texts.js';
import type { ApplyContext } from './apply-context.js';
import type { RequestBuilder } from './request-builder.js';

/** Darker than this a skin colour counts as dark (OKLab lightness). */
const DARK_SKIN_LIGHTNESS = 0.74;

/** "red (hat)" of a thing that is drawn all the same, "short girl" of what is not. */
export function nameThing(modifier: Modifier, noun: NounItem): string {
  return noun.settings.length > 0 && noun.part !== 'person'
    ? `${modifier.text} (${noun.text})`
    : joinTexts([modifier, noun]);
}

/** Writes what a colour says of its noun. */
export function applyColor(
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
      if (!isDenied && noun.settings.length > 0) builder.addUndrawable(nameThing(modifier, noun));
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
