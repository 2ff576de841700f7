import {
  MessageFlags,
  type ButtonInteraction,
  type MessageContextMenuCommandInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { ModalContext } from './modal-context.js';
import type { ShownPost } from '../actions/shown-post.js';
import { blendModal } from './post-modals.js';

/** As many as a menu holds. */
const partnersOffered = 25;

type Opener =
  ButtonInteraction | StringSelectMenuInteraction | MessageContextMenuCommandInteraction;

/**
 * Asks with which favourite: offers the newest where the database gives them in time, and a field
 * for a name or number in any case.
 */
export async function openBlendModal(
  modalContext: ModalContext,
  interaction: Opener,
  post: ShownPost,
): Promise<void> {
  const page = await modalContext.withinDeadline((caller) =>
    caller.context.game.favorites.list(caller.person, { pageSize: partnersOffered }),
  );
  const speech = await modalContext.speech();
  if (page?.total === 0) {
    const content = speech.t('common:favourite.none');
    const flags = MessageFlags.Ephemeral;
    await interaction.reply({ content, flags, allowedMentions: { parse: [] } });
    return;
  }
  const favorites = page?.items.map(({ favorite }) => favorite);
  await interaction.showModal(blendModal(speech, post, favorites));
}
