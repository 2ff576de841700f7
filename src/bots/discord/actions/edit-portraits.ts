import { describeNamed } from '../../../messages/describe-portrait.js';
import type { BlendCommand } from '../../../game/drawing/blend.js';
import type { ChangeCommand, MorphCommand, VaryCommand } from '../../../game/drawing/morph.js';
import type { Favorite } from '../../../game/favorites/favorite.js';
import type { AttributeRequest, GroupName, Portrait } from '../../../game/portraits/portrait.js';
import type { PullInput } from '../../../game/drawing/pull-input.js';
import { altText, requestNotes } from '../views/caption.js';
import { escapeText } from '../views/escape.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { withProgress } from '../replies/progress.js';
import { publishPortraits } from '../replies/publish.js';
import type { Caller } from '../caller.js';

/** Commands on existing portraits: morph, change, vary, blend. */

type Asked<Command> = Omit<Command, 'person' | 'where' | 'drawing'>;

/**
 * Posts the seven steps from before to after, the chosen strength large below; each can be kept.
 * Throws what `MorphService` throws.
 */
export async function morph(
  caller: Caller,
  target: ReplyTarget,
  asked: Asked<MorphCommand>,
): Promise<void> {
  const { person, where, t } = caller;
  const { morphs } = caller.context.game;
  const result = await withProgress(caller, target, (drawing) =>
    morphs.morph({ person, where, drawing, ...asked }),
  );
  const { portrait, steps, strip, strength, request } = result;
  const percent = t('common:morph.strength', { percent: Math.round(strength * 100) });
  await publishPortraits(caller, target, {
    kind: 'strip',
    portraits: [...steps, portrait],
    picture: strip,
    caption: [
      `**${promptWords(caller, asked.prompt, { portrait, request })}** ${percent}`,
      ...requestNotes(caller, request),
      t('common:morph.steps'),
    ].join('\n'),
    alt: t('common:result.altStrip', { description: altText(caller, [portrait]) }),
  });
}

/**
 * Posts a looping GIF there and back; keeping it keeps the portrait at its turning point. Throws what
 * `MorphService` throws.
 */
export async function animate(
  caller: Caller,
  target: ReplyTarget,
  asked: Asked<MorphCommand>,
): Promise<void> {
  const { person, where } = caller;
  const { morphs } = caller.context.game;
  const result = await withProgress(caller, target, (drawing) =>
    morphs.animate({ person, where, drawing, ...asked }),
  );
  const { portrait, animation, request } = result;
  await publishPortraits(caller, target, {
    kind: 'portrait',
    portraits: [portrait],
    picture: animation,
    caption: [
      `**${promptWords(caller, asked.prompt, { portrait, request })}**`,
      ...requestNotes(caller, request),
    ].join('\n'),
  });
}

/** Posts one wish on up to ten favourites, as one numbered picture. Throws what `MorphService` throws. */
export async function change(
  caller: Caller,
  target: ReplyTarget,
  asked: Asked<ChangeCommand>,
): Promise<void> {
  const { person, where, t } = caller;
  const { morphs } = caller.context.game;
  const result = await withProgress(caller, target, (drawing) =>
    morphs.change({ person, where, drawing, ...asked }),
  );
  const { portraits, picture, request } = result;
  const [portrait] = portraits;
  const description = portrait && promptWords(caller, asked.prompt, { portrait, request });
  await publishPortraits(caller, target, {
    kind: 'pull',
    portraits,
    picture,
    caption: [
      t('common:morph.changed', { count: portraits.length, description: description ?? '' }),
      ...requestNotes(caller, request),
    ].join('\n'),
  });
}

/** Posts four neighbours of a portrait, as one numbered picture. Throws what `MorphService` throws. */
export async function vary(
  caller: Caller,
  target: ReplyTarget,
  asked: Asked<VaryCommand>,
): Promise<void> {
  const { person, where, t } = caller;
  const { morphs } = caller.context.game;
  const result = await withProgress(caller, target, (drawing) =>
    morphs.vary({ person, where, drawing, ...asked }),
  );
  const { source, portraits, picture } = result;
  const name = escapeText(source.description) || t('discord:thisOne');
  await publishPortraits(caller, target, {
    kind: 'neighbours',
    portraits,
    picture,
    caption: t(`common:vary.${asked.amount ?? 'subtle'}`, { name }),
  });
}

/**
 * Posts the seven steps from one portrait to another, their child large below. Throws what `BlendService`
 * throws.
 */
export async function blend(
  caller: Caller,
  target: ReplyTarget,
  asked: Asked<BlendCommand>,
): Promise<void> {
  const { person, where, t } = caller;
  const { blends } = caller.context.game;
  const result = await withProgress(caller, target, (drawing) =>
    blends.blend({ person, where, drawing, ...asked }),
  );
  const { first, second, portrait, steps, strip, ratio, request } = result;
  const name = (description: string) => escapeText(description, 60) || t('discord:thisOne');
  const names = { first: name(first.description), second: name(second.description) };
  const percent = Math.round(ratio * 100);
  await publishPortraits(caller, target, {
    kind: 'strip',
    portraits: [...steps, portrait],
    picture: strip,
    caption: [
      `**${t('common:blend.title', names)}**`,
      ...(percent === 50 ? [] : [t('common:blend.ratio', { percent, second: names.second })]),
      ...requestNotes(caller, request),
    ].join('\n'),
    alt: t('common:result.altStrip', { description: altText(caller, [portrait]) }),
  });
}

/** The caller's words; if they only picked values, a wording of those. */
function promptWords(
  { language }: Caller,
  { description = '' }: PullInput,
  { portrait, request }: { portrait: Portrait; request: AttributeRequest },
): string {
  if (description.trim() !== '') return escapeText(description);
  const { attributes } = request;
  const named = Object.keys(attributes) as GroupName[];
  return escapeText(describeNamed({ ...portrait, attributes, named }, language));
}

/** A favourite as its owner calls it, safe inside a message. */
export function favoriteLabel(
  { t }: Pick<Caller, 't'>,
  { number, name }: Pick<Favorite, 'number' | 'name'>,
): string {
  return name === undefined
    ? t('common:favourite.label', { number })
    : t('common:favourite.labelNamed', { number, name: escapeText(name) });
}
