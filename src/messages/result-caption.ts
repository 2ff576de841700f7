import type { AttributeRequest, SoftAssignment } from '../attributes/attribute-request.js';
import type { Language } from '../attributes/language.js';
import type { GroupName } from '../attributes/vocabulary.js';
import { describeGroups, describeLuck, describeNamed } from './describe-portrait.js';
import type { Messages } from './messages.js';
import { resultNotes } from './result-notes.js';

/** Characters of a face's looks where they stand in for a name. */
const NAME_LIMIT = 60;

/** For whom captions are worded, and on which platform. */
export interface CaptionStyle {
  readonly messages: Messages;
  readonly language: Language;
  /** Others read along: what was not understood is not said again. */
  readonly isPublic: boolean;
  /** Makes a sentence that quotes somebody harmless on its platform. */
  readonly quote: (text: string) => string;
}

/** The part of a portrait that captions word. */
interface Worded {
  readonly attributes: Readonly<Partial<Record<GroupName, SoftAssignment>>>;
  readonly named: readonly GroupName[];
}

interface Understood {
  readonly request: AttributeRequest;
  readonly isRandom?: boolean;
}

/** The attributes asked for, or those that luck drew; then remarks, luck, and the seed. */
export function pullCaption(
  style: CaptionStyle,
  pull: Understood & { readonly portraits: readonly Worded[]; readonly seed: number },
): string[] {
  const { language } = style;
  const [first, second] = pull.portraits;
  if (first === undefined) return [];
  const named = describeNamed(first, language);
  const luck = second === undefined ? describeLuck(first, language) : '';
  const remarks = notes(style, pull);
  const added = luck === '' ? '' : say(style, 'common:caption.luck', { list: luck });
  const isTold = remarks.length > 0 || named === '';
  const seed = say(style, 'common:result.seed', { seed: pull.seed });
  return [named === '' ? luck : named, join(style, [...remarks, isTold ? '' : added, seed])];
}

/** The changed attributes, and how far they changed; `strip` says that its steps are shown and can be kept. */
export function morphCaption(
  style: CaptionStyle,
  morph: Understood & {
    readonly portrait: Worded;
    readonly changed: readonly GroupName[];
    readonly strength?: number;
    readonly strip?: unknown;
  },
): string[] {
  const { portrait, changed, strength = 1, strip } = morph;
  const percent = Math.round(strength * 100);
  return [
    describeGroups(portrait, changed, style.language),
    join(style, [
      ...notes(style, morph),
      strength === 1 ? '' : say(style, 'common:morph.strength', { percent }),
      strip === undefined ? '' : say(style, 'common:morph.steps'),
    ]),
  ];
}

/** One wish on several faces. */
export function changeCaption(
  style: CaptionStyle,
  change: Understood & { readonly portraits: readonly Worded[] },
): string[] {
  const { portraits, request } = change;
  const [first] = portraits;
  const groups = Object.keys(request.attributes) as GroupName[];
  const description = first === undefined ? '' : describeGroups(request, groups, style.language);
  const count = portraits.length;
  return [
    say(style, 'common:morph.changed', { count, description }),
    join(style, notes(style, change)),
  ];
}

/** Both parents by their looks, and how much of each. */
export function blendCaption(
  style: CaptionStyle,
  blend: Understood & { readonly first: Worded; readonly second: Worded; readonly ratio: number },
): string[] {
  const first = nameOfFace(style, blend.first);
  const second = nameOfFace(style, blend.second);
  const percent = Math.round(blend.ratio * 100);
  return [
    say(style, 'common:blend.title', { first, second }),
    join(style, [
      ...notes(style, blend),
      percent === 50 ? '' : say(style, 'common:blend.ratio', { percent, second }),
      say(style, 'common:morph.steps'),
    ]),
  ];
}

/** Faces to pick one of: what was asked for, then how it was read and what differs from face to face. */
export function refineCaption(
  style: CaptionStyle,
  step: 'person' | 'colors' | 'details',
  refined: Understood & { readonly portraits: readonly Worded[] },
): string[] {
  const [first] = refined.portraits;
  return [
    first === undefined ? '' : describeNamed(first, style.language),
    join(style, [...notes(style, refined), say(style, `common:find.${step}`)]),
  ];
}

/** One face of which nobody asked for anything now. */
export function faceCaption({ language }: Pick<CaptionStyle, 'language'>, face: Worded): string {
  return describeNamed(face, language) || describeLuck(face, language);
}

/** A face by its looks, where a sentence wants a name. */
export function nameOfFace(
  style: Pick<CaptionStyle, 'messages' | 'language'>,
  face: Worded,
): string {
  const named = describeNamed(face, style.language);
  if (named === '') return style.messages.t(style.language, 'common:caption.thisFace');
  return named.length <= NAME_LIMIT ? named : `${named.slice(0, NAME_LIMIT - 1).trimEnd()}…`;
}

/** How the words were read; in public nothing that is in no dictionary is quoted. */
function notes(style: CaptionStyle, understood: Understood): string[] {
  const { messages, language, isPublic, quote } = style;
  if (!isPublic) return resultNotes(messages, language, understood).map(({ text }) => quote(text));
  const request = { ...understood.request, unknown: [], repaired: [] };
  const known = resultNotes(messages, language, { ...understood, request });
  const isUnknown = understood.request.unknown.length > 0;
  const others = known.map(({ text }) => quote(text));
  return isUnknown ? [say(style, 'common:caption.unknown'), ...others] : others;
}

function say(
  { messages, language }: CaptionStyle,
  key: string,
  params: Parameters<Messages['t']>[2] = {},
): string {
  return messages.t(language, key, params);
}

function join(style: CaptionStyle, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(say(style, 'common:result.separator'));
}
