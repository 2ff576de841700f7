import {
  MessageFlags,
  type ButtonInteraction,
  type MessageContextMenuCommandInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { NotAllowedError } from '../../../errors/app-error.js';
import type { Caller } from '../caller.js';
import type { ModalContext } from './modal-context.js';
import type { ShownPost } from '../actions/shown-post.js';
import { blendModal } from './post-modals.js';

/** As many as a menu holds. */
const partnersOffered = 25;

type Opener =
  ButtonInteraction | StringSelectMenuInteraction | MessageContextMenuCommandInteraction;

/**
 * Asks with which favourite: offers the newest where the database gives them in time, and a field
 * for a name or number in any case. @throws NotAllowedError where no face of the post may be blended
 */
export async function openBlendModal(
  modalContext: ModalContext,
  interaction: Opener,
  post: ShownPost,
): Promise<void> {
  const [page, refusal] = await Promise.all([
    modalContext.withinDeadline((caller) =>
      caller.context.game.favorites.list(caller.person, { pageSize: partnersOffered }),
    ),
    modalContext.withinDeadline((caller) => findRefusal(caller, post)),
  ]);
  if (refusal !== undefined) throw refusal;
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

/** Why none of the faces may be blended; undefined where one may. */
async function findRefusal(
  { person, where, context }: Caller,
  { id: postId, count, chosen }: ShownPost,
): Promise<NotAllowedError | undefined> {
  const places = chosen === undefined ? Array.from({ length: count }, (_, at) => at + 1) : [chosen];
  const checks = places.map((place) =>
    context.game.blends.check({ person, where, second: { postId, place } }),
  );
  const refusals = (await Promise.allSettled(checks)).flatMap((check) => {
    const reason: unknown = check.status === 'rejected' ? check.reason : undefined;
    // Where quick hands were faster than the note of where the post stands, it is none of theirs yet.
    const isClosed = reason instanceof NotAllowedError && reason.code === 'blend-not-allowed';
    return isClosed ? [reason] : [];
  });
  return refusals.length === places.length ? refusals[0] : undefined;
}
