import {
  describeGroups,
  describeLuck,
  describeNamed,
} from '../../../messages/describe-portrait.js';
import { resultNotes } from '../../../messages/result-notes.js';
import type { BlendResult } from '../../../game/drawing/blend.js';
import type { Favorite } from '../../../game/favorites/favorite.js';
import type { PullResult } from '../../../game/drawing/gacha.js';
import type { MorphResult } from '../../../game/drawing/morph.js';
import type { AttributeRequest, Portrait } from '../../../game/portraits/portrait.js';
import { tame, type Caller } from '../caller.js';
import { clip } from '../html.js';
import type { TelegramContext } from '../telegram-context.js';

/** Characters of a face's looks where they stand in for a name. */
const NAME_LIMIT = 60;

/** Caption of a pull: what was asked, then what was not taken as meant, luck, and the seed. */
export function pullCaption(
  context: TelegramContext,
  caller: Caller,
  result: PullResult,
): string[] {
  const { t } = caller;
  const [first, second] = result.portraits;
  if (first === undefined) return [];
  const named = describeNamed(first, caller.language);
  const luck = second === undefined ? describeLuck(first, caller.language) : '';
  const remarks = notes(context, caller, result);
  const added = luck === '' ? '' : t('telegram:caption.luck', { list: luck });
  const isTold = remarks.length > 0 || named === '';
  const seed = t('common:result.seed', { seed: result.seed });
  return [named === '' ? luck : named, join(caller, [...remarks, isTold ? '' : added, seed])];
}

/** Caption of a morph's strip. */
export function morphCaption(
  context: TelegramContext,
  caller: Caller,
  morph: Pick<MorphResult, 'portrait' | 'strength' | 'request' | 'changed'>,
): string[] {
  const { t, language } = caller;
  const { strength, portrait, changed } = morph;
  const percent = Math.round(strength * 100);
  return [
    describeGroups(portrait, changed, language),
    join(caller, [
      ...notes(context, caller, morph),
      strength === 1 ? '' : t('common:morph.strength', { percent }),
      t('common:morph.steps'),
    ]),
  ];
}

/** Caption of a blend's strip. */
export function blendCaption(
  context: TelegramContext,
  caller: Caller,
  blend: BlendResult,
): string[] {
  const { t } = caller;
  const first = nameOf(caller, blend.first);
  const second = nameOf(caller, blend.second);
  const percent = Math.round(blend.ratio * 100);
  return [
    t('common:blend.title', { first, second }),
    join(caller, [
      ...notes(context, caller, blend),
      percent === 50 ? '' : t('common:blend.ratio', { percent, second }),
      t('common:morph.steps'),
    ]),
  ];
}

/** Under one face, of which nobody asked for anything now. */
export function faceCaption({ language }: Caller, portrait: Portrait): string {
  return describeNamed(portrait, language) || describeLuck(portrait, language);
}

/** A face by its looks, where a sentence wants a name. */
export function nameOf(caller: Caller, portrait: Portrait): string {
  const named = describeNamed(portrait, caller.language);
  return named === '' ? caller.t('telegram:caption.thisFace') : clip(named, NAME_LIMIT);
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

/** How the words were read. In a group what was not understood is not said again. */
function notes(
  context: TelegramContext,
  caller: Caller,
  understood: { readonly request: AttributeRequest; readonly isRandom?: boolean },
): string[] {
  const all = resultNotes(context.messages, caller.language, understood);
  if (!caller.place.isGroup) return all.map(({ text }) => tame(text));
  const isUnknown = all.some(({ kind }) => kind === 'unknown');
  const others = all.filter(({ kind }) => kind !== 'unknown').map(({ text }) => tame(text));
  return isUnknown ? [caller.t('telegram:caption.unknown'), ...others] : others;
}

function join(caller: Caller, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(caller.t('common:result.separator'));
}
