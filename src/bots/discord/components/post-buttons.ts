import { MessageFlags } from 'discord.js';
import { NotFoundError, UserInputError } from '../../../errors/app-error.js';
import { vary } from '../actions/edit-portraits.js';
import { small } from '../views/caption.js';
import { readFaceChoice } from '../views/face-rows.js';
import { numberOf, type CustomId } from '../custom-id.js';
import { runEndless } from '../actions/endless-run.js';
import { enlarge } from '../actions/enlarge.js';
import { showFamily } from '../views/family-view.js';
import { getPost } from '../actions/find-post.js';
import { keepPlaces } from '../actions/keep-portraits.js';
import { changeModal } from '../modals/attribute-modal.js';
import { openBlendModal } from '../modals/open-blend-modal.js';
import { varyModal } from '../modals/post-modals.js';
import { pullAgain } from '../actions/pull.js';
import { shownPostOf } from '../actions/shown-post.js';
import {
  answering,
  opening,
  updating,
  type ComponentHandler,
  type Press,
} from '../events/interaction-context.js';

/** Answers to a private message are private as well. */
const asThere = (press: Press) => press.message.flags.has(MessageFlags.Ephemeral);

/** Keeps the face at a place, counted from 1, and tells whoever pressed its number. */
export function keepButton({ ids: [postId = '', place = '1'] }: CustomId): ComponentHandler<Press> {
  return answering('private', ({ caller, target }) =>
    keepPlaces(caller, target, { postId, places: [numberOf(place)] }),
  );
}

/** Takes back what keeping did, on the private message that told of it. */
export function unkeepButton({
  ids: [postId = '', place = '1'],
}: CustomId): ComponentHandler<Press> {
  return updating(async ({ caller, target }) => {
    await caller.context.game.favorites.unkeep(caller.person, { postId, place: numberOf(place) });
    await target.show({ content: caller.t('common:favourite.unkept') });
  });
}

/**
 * The same wish with fresh luck, for whoever presses. A post that came from no pull ends in
 * NotFoundError `pull-not-found`.
 */
export function againButton({ ids: [postId] }: CustomId): ComponentHandler<Press> {
  return answering(asThere, async ({ caller, target }) => {
    const { pullId } = await getPost(caller, postId);
    if (pullId === undefined) throw new NotFoundError('pull-not-found', 'the post is of no pull');
    await pullAgain(caller, target, pullId);
  });
}

// What a modal asks is read off the button and its message: no database is asked before it opens.

/** Opens the modal of attributes; it also asks which face where the post shows several. */
export function changeButton({ ids }: CustomId): ComponentHandler<Press> {
  return opening(async (modalContext, press) => {
    const post = shownPostOf(modalContext.context, press.message, ids);
    await press.showModal(changeModal(await modalContext.speech(), post));
  });
}

/** A single face gets its neighbours at once; of several, a modal asks which. */
export function varyButton({ ids }: CustomId): ComponentHandler<Press> {
  const [postId = '', place] = ids;
  if (place !== undefined) {
    return answering(asThere, ({ caller, target }) =>
      vary(caller, target, { reference: { postId, place: numberOf(place) } }),
    );
  }
  return opening(async (modalContext, press) => {
    const post = shownPostOf(modalContext.context, press.message, ids);
    await press.showModal(varyModal(await modalContext.speech(), post));
  });
}

/** Shows a face large or its neighbours, where more stand there than fit into a row. */
export function faceMenu({ ids: [postId = ''] }: CustomId): ComponentHandler<Press> {
  return answering(asThere, async ({ caller, target, interaction }) => {
    const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    const choice = readFaceChoice(value);
    if (choice === undefined) {
      throw new UserInputError('command-unknown', 'expected a choice of the menu');
    }
    const { deed, place } = choice;
    if (deed === 'vary') await vary(caller, target, { reference: { postId, place } });
    else await enlarge(caller, target, { post: await getPost(caller, postId), place });
  });
}

/**
 * Opens the modal that asks with which favourite of whoever pressed to blend, and how much of it.
 */
export function blendButton({ ids }: CustomId): ComponentHandler<Press> {
  return opening((modalContext, press) =>
    openBlendModal(modalContext, press, shownPostOf(modalContext.context, press.message, ids)),
  );
}

/**
 * Deletes the message, for its asker or a moderator; for others it ends in NotAllowedError
 * `not-yours`.
 */
export function deleteButton({ ids: [postId = ''] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ caller, interaction }) => {
    const { person, isModerator } = caller;
    await caller.context.game.posts.remove({ person, postId, isModerator });
    await interaction.deleteReply();
  });
}

/**
 * Tells whoever pressed the share code of a face, which draws it again wherever the model is
 * installed.
 */
export function codeButton({ ids: [postId = '', place = '1'] }: CustomId): ComponentHandler<Press> {
  return answering('private', async ({ caller, target }) => {
    const post = await getPost(caller, postId);
    const id = post.portraitIds[numberOf(place) - 1] ?? '';
    const { code } = await caller.context.game.portraits.get(caller.person, id);
    await target.show({ content: small(caller.t('common:share.code', { code: `\`${code}\`` })) });
  });
}

/** Shows whoever pressed a face as large as its model draws it. */
export function enlargeButton({
  ids: [postId = '', place = '1'],
}: CustomId): ComponentHandler<Press> {
  return answering('private', async ({ caller, target }) => {
    const post = await getPost(caller, postId);
    await enlarge(caller, target, { post, place: numberOf(place) });
  });
}

/** Shows whoever pressed what a face was made of. */
export function familyButton({
  ids: [postId = '', place = '1'],
}: CustomId): ComponentHandler<Press> {
  return answering('private', ({ caller, target }) =>
    showFamily(caller, target, { postId, place: numberOf(place) }),
  );
}

/**
 * Ends an endless run, for its person or a moderator; for others it ends in NotAllowedError
 * `not-yours`.
 */
export function stopButton({ ids: [runId = ''] }: CustomId): ComponentHandler<Press> {
  return answering('private', async ({ caller, target }) => {
    const { person, isModerator } = caller;
    const wasGoing = await caller.context.game.endless.stop({ person, runId, isModerator });
    const key = wasGoing ? 'discord:endless.stopping' : 'discord:endless.overAlready';
    await target.show({ content: caller.t(key) });
  });
}

/** Another run of the same wish, for whoever presses. */
export function goOnButton({ ids: [pullId = ''] }: CustomId): ComponentHandler<Press> {
  return answering(asThere, ({ caller, target }) => runEndless(caller, target, { pullId }));
}
