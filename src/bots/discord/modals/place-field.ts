import type { LabelBuilder, ModalSubmitInteraction } from 'discord.js';
import type { Post } from '../../../services/post.js';
import { numberOf } from '../custom-id.js';
import { chosenPlace } from '../post-rows.js';
import type { Scene } from '../scene.js';
import { radioField, valueOf } from './fields.js';

const placeId = 'place';

/** Asks which of several; nothing to ask where a post is about one. */
export function placeFields(scene: Scene, post: Post, place: number | undefined): LabelBuilder[] {
  if ((place ?? chosenPlace(post)) !== undefined) return [];
  const choices = post.portraitIds.map((_id, index) => ({
    label: scene.t('common:result.portrait', { number: index + 1 }),
    value: String(index + 1),
    isDefault: index === 0,
  }));
  const label = scene.t('discord:modal.which');
  return [radioField({ id: placeId, label, choices, isRequired: true })];
}

/** The place that travels in the modal's custom id, or was asked for. */
export function placeOf(interaction: ModalSubmitInteraction, known: string | undefined): number {
  return numberOf(known ?? valueOf(interaction, placeId) ?? '1');
}
