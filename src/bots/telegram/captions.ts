import { resultNotes } from '../../messages/result-notes.js';
import type { BlendResult } from '../../game/drawing/blend.js';
import type { Favorite } from '../../game/favorites/favorite.js';
import type { PullResult } from '../../game/drawing/gacha.js';
import type { AttributeRequest, Portrait } from '../../game/portraits/portrait.js';
import { tame, type Asker } from './asker.js';
import type { BotParts } from './bot-parts.js';

/** Under what a pull drew: what it shows, what was not taken as meant, and the seed. */
export function pullCaption(parts: BotParts, asker: Asker, result: PullResult): string[] {
  const { t, language } = asker;
  const [first] = result.portraits;
  if (first === undefined) return [];
  const isSingle = result.portraits.length === 1;
  const named = parts.game.wording.ofNamed(first, language);
  const drawn = isSingle ? parts.game.wording.ofAll(first, language) : named;
  return [drawn, ...notes(parts, asker, result), t('common:result.seed', { seed: result.seed })];
}

/** Under the strip of a morph. */
export function morphCaption(
  parts: BotParts,
  asker: Asker,
  morph: { portrait: Portrait; strength?: number; request: AttributeRequest },
): string[] {
  const { t, language } = asker;
  const { strength } = morph;
  return [
    parts.game.wording.ofAll(morph.portrait, language),
    strength === undefined || strength === 1
      ? ''
      : t('common:morph.strength', { percent: Math.round(strength * 100) }),
    ...notes(parts, asker, morph),
    t('common:morph.steps'),
  ];
}

/** Under the strip of a blend. */
export function blendCaption(parts: BotParts, asker: Asker, blend: BlendResult): string[] {
  const { t, language } = asker;
  const of = (portrait: Portrait): string => parts.game.wording.ofNamed(portrait, language) || '…';
  return [
    parts.game.wording.ofAll(blend.portrait, language),
    t('common:blend.title', { first: of(blend.first), second: of(blend.second) }),
    t('common:blend.ratio', { percent: Math.round(blend.ratio * 100), second: of(blend.second) }),
    ...notes(parts, asker, blend),
    t('common:morph.steps'),
  ];
}

/** A favourite's number and name. */
export function labelOf(asker: Asker, { number, name }: Pick<Favorite, 'number' | 'name'>): string {
  return name === undefined
    ? asker.t('common:favourite.label', { number })
    : asker.t('common:favourite.labelNamed', { number, name });
}

function notes(
  parts: BotParts,
  asker: Asker,
  understood: { readonly request: AttributeRequest; readonly isRandom?: boolean },
): string[] {
  return resultNotes(parts.messages, asker.language, understood).map(({ text }) => tame(text));
}
