import type { LabelBuilder, ModalSubmitInteraction } from 'discord.js';
import { numberOf } from '../custom-id.js';
import type { Localized } from '../caller.js';
import type { ShownPost } from '../actions/shown-post.js';
import { radioField, valueOf } from './fields.js';

const placeId = 'place';

/** Asks which of several; nothing to ask where a post is about one. */
export function placeFields(speech: Localized, post: ShownPost): LabelBuilder[] {
  if (post.chosen !== undefined || post.count < 2) return [];
  const choices = Array.from({ length: post.count }, (_, index) => ({
    label: speech.t('common:result.portrait', { number: index + 1 }),
    value: String(index + 1),
    isDefault: index === 0,
  }));
  const label = speech.t('discord:modal.which');
  return [radioField({ id: placeId, label, choices, isRequired: true })];
}

/** The place that travels in the modal's custom id, or was asked for. */
export function placeOf(interaction: ModalSubmitInteraction, known: string | undefined): number {
  return numberOf(known ?? valueOf(interaction, placeId) ?? '1');
}
