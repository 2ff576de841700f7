import { MessageFlags } from 'discord.js';
import { NotFoundError } from '../../../errors/app-error.js';
import type { RefineStep } from '../../../game/drawing/refine.js';
import { getPost } from '../actions/find-post.js';
import { showPicked, showStep } from '../actions/find-the-one.js';
import { numberOf, type CustomId } from '../custom-id.js';
import { answering, type ComponentHandler, type Press } from '../events/interaction-context.js';

/** Answers to a private message are private as well. */
const asThere = (press: Press) => press.message.flags.has(MessageFlags.Ephemeral);

/**
 * Sixteen people of the description that a post was pulled with. A post that came from no pull ends in
 * NotFoundError `pull-not-found`.
 */
export function findButton({ ids: [postId] }: CustomId): ComponentHandler<Press> {
  return answering(asThere, async ({ caller, target }) => {
    const { pullId } = await getPost(caller, postId);
    if (pullId === undefined) throw new NotFoundError('pull-not-found', 'the post is of no pull');
    await showStep(caller, target, { step: 'person', pullId });
  });
}

/** Shows the face that was picked of sixteen. */
export function findMenu({ ids: [postId] }: CustomId): ComponentHandler<Press> {
  return answering(asThere, async ({ caller, target, interaction }) => {
    const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    await showPicked(caller, target, {
      post: await getPost(caller, postId),
      place: numberOf(value),
    });
  });
}

/** The same person in other colours. */
export function findColorsButton(id: CustomId): ComponentHandler<Press> {
  return furtherStep(id, 'colors');
}

/** The same person with other details. */
export function findDetailsButton(id: CustomId): ComponentHandler<Press> {
  return furtherStep(id, 'details');
}

function furtherStep(
  { ids: [postId = '', place] }: CustomId,
  step: Exclude<RefineStep, 'person'>,
): ComponentHandler<Press> {
  return answering(asThere, async ({ caller, target }) => {
    const { pullId } = await getPost(caller, postId);
    const of = { postId, place: numberOf(place) };
    await showStep(caller, target, { step, of, ...(pullId === undefined ? {} : { pullId }) });
  });
}
