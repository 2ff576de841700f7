import { describeAll, describeNamed } from '../../../messages/describe-portrait.js';
import { resultNotes } from '../../../messages/result-notes.js';
import type { BlendResult } from '../../../game/drawing/blend.js';
import type { Favorite } from '../../../game/favorites/favorite.js';
import type { PullResult } from '../../../game/drawing/gacha.js';
import type { AttributeRequest, Portrait } from '../../../game/portraits/portrait.js';
import { tame, type Caller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';

/** Caption of a pull: what it shows, what was read differently, and the seed. */
export function pullCaption(
  context: TelegramContext,
  caller: Caller,
  result: PullResult,
): string[] {
  const { t, language } = caller;
  const [first] = result.portraits;
  if (first === undefined) return [];
  const isSingle = result.portraits.length === 1;
  const named = describeNamed(first, language);
  const drawn = isSingle ? describeAll(first, language) : named;
  return [drawn, ...notes(context, caller, result), t('common:result.seed', { seed: result.seed })];
}

/** Caption of a morph's strip. */
export function morphCaption(
  context: TelegramContext,
  caller: Caller,
  morph: { portrait: Portrait; strength?: number; request: AttributeRequest },
): string[] {
  const { t, language } = caller;
  const { strength } = morph;
  return [
    describeAll(morph.portrait, language),
    strength === undefined || strength === 1
      ? ''
      : t('common:morph.strength', { percent: Math.round(strength * 100) }),
    ...notes(context, caller, morph),
    t('common:morph.steps'),
  ];
}

/** Caption of a blend's strip. */
export function blendCaption(
  context: TelegramContext,
  caller: Caller,
  blend: BlendResult,
): string[] {
  const { t, language } = caller;
  const of = (portrait: Portrait): string => describeNamed(portrait, language) || '…';
  return [
    describeAll(blend.portrait, language),
    t('common:blend.title', { first: of(blend.first), second: of(blend.second) }),
    t('common:blend.ratio', { percent: Math.round(blend.ratio * 100), second: of(blend.second) }),
    ...notes(context, caller, blend),
    t('common:morph.steps'),
  ];
}

/** A favourite's number and name. */
export function labelOf(
  caller: Caller,
  { number, name }: Pick<Favorite, 'number' | 'name'>,
): string {
  return name === undefined
    ? caller.t('common:favourite.label', { number })
    : caller.t('common:favourite.labelNamed', { number, name });
}

function notes(
  context: TelegramContext,
  caller: Caller,
  understood: { readonly request: AttributeRequest; readonly isRandom?: boolean },
): string[] {
  return resultNotes(context.messages, caller.language, understood).map(({ text }) => tame(text));
}
