import type { BlendCommand } from '../../game/drawing/blend.js';
import type { ChangeCommand, MorphCommand, VaryCommand } from '../../game/drawing/morph.js';
import type { Favorite } from '../../game/favorites/favorite.js';
import type { AttributeRequest, GroupName, Portrait } from '../../game/portraits/portrait.js';
import type { Wish } from '../../game/drawing/wish.js';
import { altText, requestNotes } from './caption.js';
import { escapeText } from './escape.js';
import type { Outlet } from './outlet.js';
import { withProgress } from './progress.js';
import { publishPortraits } from './publish.js';
import type { Scene } from './scene.js';

/** What is done with portraits that are there already: morph, change, vary, blend. */

type Asked<Command> = Omit<Command, 'person' | 'where' | 'drawing'>;

/**
 * Posts the seven steps from before to after, the chosen strength large below; each can be kept.
 * Throws what `Morphs` throws.
 */
export async function morph(
  scene: Scene,
  outlet: Outlet,
  asked: Asked<MorphCommand>,
): Promise<void> {
  const { person, where, t } = scene;
  const { morphs } = scene.bot.game;
  const result = await withProgress(scene, outlet, (drawing) =>
    morphs.morph({ person, where, drawing, ...asked }),
  );
  const { portrait, steps, strip, strength, request } = result;
  const percent = t('common:morph.strength', { percent: Math.round(strength * 100) });
  await publishPortraits(scene, outlet, {
    kind: 'strip',
    portraits: [...steps, portrait],
    picture: strip,
    caption: [
      `**${wishedWords(scene, asked.wish, { portrait, request })}** ${percent}`,
      ...requestNotes(scene, request),
      t('common:morph.steps'),
    ].join('\n'),
    alt: t('common:result.altStrip', { description: altText(scene, [portrait]) }),
  });
}

/**
 * Posts a looping GIF there and back; keeping it keeps the portrait at its turning point. Throws what
 * `Morphs` throws.
 */
export async function animate(
  scene: Scene,
  outlet: Outlet,
  asked: Asked<MorphCommand>,
): Promise<void> {
  const { person, where } = scene;
  const { morphs } = scene.bot.game;
  const result = await withProgress(scene, outlet, (drawing) =>
    morphs.animate({ person, where, drawing, ...asked }),
  );
  const { portrait, animation, request } = result;
  await publishPortraits(scene, outlet, {
    kind: 'portrait',
    portraits: [portrait],
    picture: animation,
    caption: [
      `**${wishedWords(scene, asked.wish, { portrait, request })}**`,
      ...requestNotes(scene, request),
    ].join('\n'),
  });
}

/** Posts one wish on up to ten favourites, as one numbered picture. Throws what `Morphs` throws. */
export async function change(
  scene: Scene,
  outlet: Outlet,
  asked: Asked<ChangeCommand>,
): Promise<void> {
  const { person, where, t } = scene;
  const { morphs } = scene.bot.game;
  const result = await withProgress(scene, outlet, (drawing) =>
    morphs.change({ person, where, drawing, ...asked }),
  );
  const { portraits, picture, request } = result;
  const [portrait] = portraits;
  const description = portrait && wishedWords(scene, asked.wish, { portrait, request });
  await publishPortraits(scene, outlet, {
    kind: 'pull',
    portraits,
    picture,
    caption: [
      t('common:morph.changed', { count: portraits.length, description: description ?? '' }),
      ...requestNotes(scene, request),
    ].join('\n'),
  });
}

/** Posts four neighbours of a portrait, as one numbered picture. Throws what `Morphs` throws. */
export async function vary(scene: Scene, outlet: Outlet, asked: Asked<VaryCommand>): Promise<void> {
  const { person, where, t } = scene;
  const { morphs } = scene.bot.game;
  const result = await withProgress(scene, outlet, (drawing) =>
    morphs.vary({ person, where, drawing, ...asked }),
  );
  const { source, portraits, picture } = result;
  const name = escapeText(source.description) || t('discord:thisOne');
  await publishPortraits(scene, outlet, {
    kind: 'neighbours',
    portraits,
    picture,
    caption: t(`common:vary.${asked.amount ?? 'subtle'}`, { name }),
  });
}

/**
 * Posts the seven steps from one portrait to another, their child large below. Throws what `Blends`
 * throws.
 */
export async function blend(
  scene: Scene,
  outlet: Outlet,
  asked: Asked<BlendCommand>,
): Promise<void> {
  const { person, where, t } = scene;
  const { blends } = scene.bot.game;
  const result = await withProgress(scene, outlet, (drawing) =>
    blends.blend({ person, where, drawing, ...asked }),
  );
  const { first, second, portrait, steps, strip, ratio, request } = result;
  const name = (description: string) => escapeText(description, 60) || t('discord:thisOne');
  const names = { first: name(first.description), second: name(second.description) };
  await publishPortraits(scene, outlet, {
    kind: 'strip',
    portraits: [...steps, portrait],
    picture: strip,
    caption: [
      `**${t('common:blend.title', names)}**`,
      t('common:blend.ratio', { percent: Math.round(ratio * 100), second: names.second }),
      ...requestNotes(scene, request),
    ].join('\n'),
    alt: t('common:result.altStrip', { description: altText(scene, [portrait]) }),
  });
}

/** What somebody asked for, as they wrote it; picked without a word, what the picks mean. */
function wishedWords(
  { bot, language }: Scene,
  { description = '' }: Wish,
  { portrait, request }: { portrait: Portrait; request: AttributeRequest },
): string {
  if (description.trim() !== '') return escapeText(description);
  const { attributes } = request;
  const named = Object.keys(attributes) as GroupName[];
  return escapeText(bot.game.wording.ofNamed({ ...portrait, attributes, named }, language));
}

/** A favourite as its owner calls it, safe inside a message. */
export function favoriteLabel(
  { t }: Pick<Scene, 't'>,
  { number, name }: Pick<Favorite, 'number' | 'name'>,
): string {
  return name === undefined
    ? t('common:favourite.label', { number })
    : t('common:favourite.labelNamed', { number, name: escapeText(name) });
}
