import type { FamilyNode } from '../../../game/favorites/family.js';
import type { PortraitReference } from '../../../game/portraits/portrait-reference.js';
import { favoriteLabel } from '../actions/edit-portraits.js';
import { nameOfFace } from '../../../messages/result-caption.js';
import { showFitting } from '../replies/fit-attachment.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import type { Caller } from '../caller.js';

/** The tree of what a portrait was made of: as a picture, and in words for those who cannot see it. */
export async function showFamily(
  caller: Caller,
  target: ReplyTarget,
  reference: PortraitReference,
): Promise<void> {
  const { person, where, t } = caller;
  const { root, picture } = await caller.context.game.families.tree({ person, reference, where });
  const name = nodeName(caller, root);
  if (root.parents.length === 0) {
    const content = t('common:family.alone', { name });
    await showFitting(caller, target, { content, picture: { picture, alt: content } });
    return;
  }
  const title = t('common:family.title', { name });
  const content = [`**${title}**`, ...lines(caller, root, 0)].join('\n');
  await showFitting(caller, target, { content, picture: { picture, alt: title } });
}

function lines(caller: Caller, node: FamilyNode, depth: number): string[] {
  const how = node.origin === undefined ? '' : ` (${caller.t(`discord:origin.${node.origin}`)})`;
  const line = `${'　'.repeat(depth)}• ${nodeName(caller, node)}${how}`;
  return [line, ...node.parents.flatMap((parent) => lines(caller, parent, depth + 1))];
}

function nodeName(caller: Caller, { portrait, favorite }: FamilyNode): string {
  if (favorite !== undefined) return favoriteLabel(caller, favorite);
  if (portrait === undefined) return caller.t('common:family.unknown');
  return nameOfFace({ messages: caller.context.messages, language: caller.language }, portrait);
}
