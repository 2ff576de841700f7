import type { FamilyNode } from '../../game/favorites/family.js';
import type { Subject } from '../../game/portraits/subject.js';
import { favoriteLabel } from './bench.js';
import { escapeText } from './escape.js';
import { showFitting } from './fitting.js';
import type { Outlet } from './outlet.js';
import type { Scene } from './scene.js';

/** Of each line, as far as a message reads well. */
const nameLimit = 60;

/** The tree of what a portrait was made of: as a picture, and in words for those who cannot see it. */
export async function showFamily(scene: Scene, outlet: Outlet, subject: Subject): Promise<void> {
  const { person, where, t } = scene;
  const { root, picture } = await scene.bot.game.families.tree({ person, subject, where });
  const name = nodeName(scene, root);
  if (root.parents.length === 0) {
    const content = t('common:family.alone', { name });
    await showFitting(scene, outlet, { content, picture: { picture, alt: content } });
    return;
  }
  const title = t('common:family.title', { name });
  const content = [`**${title}**`, ...lines(scene, root, 0)].join('\n');
  await showFitting(scene, outlet, { content, picture: { picture, alt: title } });
}

function lines(scene: Scene, node: FamilyNode, depth: number): string[] {
  const how = node.origin === undefined ? '' : ` (${scene.t(`discord:origin.${node.origin}`)})`;
  const line = `${'　'.repeat(depth)}• ${nodeName(scene, node)}${how}`;
  return [line, ...node.parents.flatMap((parent) => lines(scene, parent, depth + 1))];
}

function nodeName(scene: Scene, { portrait, favorite }: FamilyNode): string {
  if (favorite !== undefined) return favoriteLabel(scene, favorite);
  if (portrait === undefined) return scene.t('common:family.unknown');
  return escapeText(portrait.description, nameLimit) || scene.t('discord:thisOne');
}
