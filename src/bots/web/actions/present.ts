import { describeAll, describeNamed } from '../../../messages/describe-portrait.js';
import { resultNotes } from '../../../messages/result-notes.js';
import type { Favorite } from '../../../game/favorites/favorite.js';
import type { PullResult } from '../../../game/drawing/gacha.js';
import type { GroupName, Portrait } from '../../../game/portraits/portrait.js';
import type { WireFavorite, WireNote, WirePortrait } from '../wire.js';
import type { Caller } from './action.js';

/** A portrait as the page shows it, worded for its reader. */
export function presentPortrait(caller: Caller, portrait: Portrait): WirePortrait {
  const { messages, language } = caller;
  const groups = Object.keys(portrait.attributes) as GroupName[];
  const drawn = groups.filter((group) => !portrait.named.includes(group));
  const all = describeAll(portrait, language);
  return {
    id: portrait.id,
    code: portrait.code,
    ...(portrait.seed === undefined ? {} : { seed: portrait.seed }),
    ...(portrait.canEnlarge === true ? { canEnlarge: true } : {}),
    alt: messages.t(language, 'common:result.alt', { description: all }),
    named: describeNamed(portrait, language),
    // Of a portrait made of others, what was not named came from them and not from luck.
    drawn: portrait.origin === 'pull' ? describeNamed({ ...portrait, named: drawn }, language) : '',
    attributes: Object.fromEntries(
      groups.map((group) => [group, withoutZeros(portrait.attributes[group] ?? {})]),
    ),
  };
}

function withoutZeros(weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight > 0));
}

/** “No. 3” or “No. 3 Yuki”. */
export function favoriteLabel(
  { messages, language }: Caller,
  { number, name }: { readonly number: number; readonly name?: string },
): string {
  return name === undefined
    ? messages.t(language, 'common:favourite.label', { number })
    : messages.t(language, 'common:favourite.labelNamed', { number, name });
}

/** A favourite as the page shows it, worded for its reader. */
export function presentFavorite(caller: Caller, favorite: Favorite): WireFavorite {
  return {
    number: favorite.number,
    name: favorite.name ?? '',
    label: favoriteLabel(caller, favorite),
    tags: favorite.tags,
    portrait: presentPortrait(caller, favorite.portrait),
  };
}

/** Remarks under a result on how the words were read. */
export function presentNotes(
  { messages, language }: Caller,
  result: Pick<PullResult, 'request'> & { readonly isRandom?: boolean },
): readonly WireNote[] {
  return resultNotes(messages, language, result);
}
