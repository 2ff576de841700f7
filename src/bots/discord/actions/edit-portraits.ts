import {
  blendCaption,
  changeCaption,
  morphCaption,
  nameOfFace,
} from '../../../messages/result-caption.js';
import type { BlendCommand } from '../../../game/editing/blend.js';
import type { ChangeCommand, MorphCommand, VaryCommand } from '../../../game/editing/morph.js';
import type { Favorite } from '../../../game/favorites/favorite.js';
import { altText, captionOf, styleOf } from '../views/caption.js';
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
  const { portrait, steps, strip } = result;
  await publishPortraits(caller, target, {
    kind: 'strip',
    portraits: [...steps, portrait],
    picture: strip,
    caption: captionOf(morphCaption(styleOf(caller, target), result)),
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
  const { portrait, animation } = result;
  await publishPortraits(caller, target, {
    kind: 'portrait',
    portraits: [portrait],
    picture: animation,
    caption: captionOf(morphCaption(styleOf(caller, target), result)),
  });
}

/** Posts one wish on up to ten favourites, as one numbered picture. Throws what `MorphService` throws. */
export async function change(
  caller: Caller,
  target: ReplyTarget,
  asked: Asked<ChangeCommand>,
): Promise<void> {
  const { person, where } = caller;
  const { morphs } = caller.context.game;
  const result = await withProgress(caller, target, (drawing) =>
    morphs.change({ person, where, drawing, ...asked }),
  );
  const { portraits, picture } = result;
  await publishPortraits(caller, target, {
    kind: 'pull',
    portraits,
    picture,
    caption: captionOf(changeCaption(styleOf(caller, target), result)),
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
  const name = nameOfFace(styleOf(caller, target), source);
  await publishPortraits(caller, target, {
    kind: 'neighbours',
    portraits,
    picture,
    caption: captionOf([t(`common:vary.${asked.amount ?? 'subtle'}`, { name })]),
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
  const { portrait, steps, strip } = result;
  await publishPortraits(caller, target, {
    kind: 'strip',
    portraits: [...steps, portrait],
    picture: strip,
    caption: captionOf(blendCaption(styleOf(caller, target), result)),
    alt: t('common:result.altStrip', { description: altText(caller, [portrait]) }),
  });
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
