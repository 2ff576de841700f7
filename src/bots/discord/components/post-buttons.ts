import { MessageFlags } from 'discord.js';
import { NotFoundError } from '../../../errors/app-error.js';
import { vary } from '../bench.js';
import { small } from '../caption.js';
import { numberOf, type CustomId } from '../custom-id.js';
import { runEndless } from '../endless-run.js';
import { showFamily } from '../family-view.js';
import { getPost } from '../find-post.js';
import { keepPlaces } from '../keeping.js';
import { changeModal } from '../modals/attribute-modal.js';
import { openBlendModal } from '../modals/open-blend-modal.js';
import { varyModal } from '../modals/post-modals.js';
import { pullAgain } from '../pulling.js';
import { shownPostOf } from '../shown-post.js';
import { answering, opening, updating, type ComponentHandler, type Press } from '../turn.js';

/** Answers to a private message are private as well. */
const asThere = (press: Press) => press.message.flags.has(MessageFlags.Ephemeral);

/** Keeps the face at a place, counted from 1, and tells whoever pressed its number. */
export function keepButton({ ids: [postId = '', place = '1'] }: CustomId): ComponentHandler<Press> {
  return answering('private', ({ scene, outlet }) =>
    keepPlaces(scene, outlet, { postId, places: [numberOf(place)] }),
  );
}

/** Takes back what keeping did, on the private message that told of it. */
export function unkeepButton({
  ids: [postId = '', place = '1'],
}: CustomId): ComponentHandler<Press> {
  return updating(async ({ scene, outlet }) => {
    await scene.bot.game.favorites.unkeep(scene.person, { postId, place: numberOf(place) });
    await outlet.show({ content: scene.t('common:favourite.unkept') });
  });
}

/**
 * The same wish with fresh luck, for whoever presses. A post that came from no pull ends in
 * NotFoundError `pull-not-found`.
 */
export function againButton({ ids: [postId] }: CustomId): ComponentHandler<Press> {
  return answering(asThere, async ({ scene, outlet }) => {
    const { pullId } = await getPost(scene, postId);
    if (pullId === undefined) throw new NotFoundError('pull-not-found', 'the post is of no pull');
    await pullAgain(scene, outlet, pullId);
  });
}

// What a modal asks is read off the button and its message: no database is asked before it opens.

/** Opens the modal of attributes; it also asks which face where the post shows several. */
export function changeButton({ ids }: CustomId): ComponentHandler<Press> {
  return opening(async (door, press) => {
    const post = shownPostOf(door.bot, press.message, ids);
    await press.showModal(changeModal(await door.speech(), post));
  });
}

/** A single face gets its neighbours at once; of several, a modal asks which. */
export function varyButton({ ids }: CustomId): ComponentHandler<Press> {
  const [postId = '', place] = ids;
  if (place !== undefined) {
    return answering(asThere, ({ scene, outlet }) =>
      vary(scene, outlet, { subject: { postId, place: numberOf(place) } }),
    );
  }
  return opening(async (door, press) => {
    const post = shownPostOf(door.bot, press.message, ids);
    await press.showModal(varyModal(await door.speech(), post));
  });
}

/**
 * Opens the modal that asks with which favourite of whoever pressed to blend, and how much of it.
 */
export function blendButton({ ids }: CustomId): ComponentHandler<Press> {
  return opening((door, press) =>
    openBlendModal(door, press, shownPostOf(door.bot, press.message, ids)),
  );
}

/**
 * Deletes the message, for its asker or a moderator; for others it ends in NotAllowedError
 * `not-yours`.
 */
export function deleteButton({ ids: [postId = ''] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ scene, interaction }) => {
    const { person, isModerator } = scene;
    await scene.bot.game.posts.remove({ person, postId, isModerator });
    await interaction.deleteReply();
  });
}

/**
 * Tells whoever pressed the share code of a face, which draws it again wherever the model is
 * installed.
 */
export function codeButton({ ids: [postId = '', place = '1'] }: CustomId): ComponentHandler<Press> {
  return answering('private', async ({ scene, outlet }) => {
    const post = await getPost(scene, postId);
    const id = post.portraitIds[numberOf(place) - 1] ?? '';
    const { code } = await scene.bot.game.portraits.get(scene.person, id);
    await outlet.show({ content: small(scene.t('common:share.code', { code: `\`${code}\`` })) });
  });
}

/** Shows whoever pressed what a face was made of. */
export function familyButton({
  ids: [postId = '', place = '1'],
}: CustomId): ComponentHandler<Press> {
  return answering('private', ({ scene, outlet }) =>
    showFamily(scene, outlet, { postId, place: numberOf(place) }),
  );
}

/**
 * Ends an endless run, for its person or a moderator; for others it ends in NotAllowedError
 * `not-yours`.
 */
export function stopButton({ ids: [runId = ''] }: CustomId): ComponentHandler<Press> {
  return answering('private', async ({ scene, outlet }) => {
    const { person, isModerator } = scene;
    const wasGoing = await scene.bot.game.endless.stop({ person, runId, isModerator });
    const key = wasGoing ? 'discord:endless.stopping' : 'discord:endless.overAlready';
    await outlet.show({ content: scene.t(key) });
  });
}

/** Another run of the same wish, for whoever presses. */
export function goOnButton({ ids: [pullId = ''] }: CustomId): ComponentHandler<Press> {
  return answering(asThere, ({ scene, outlet }) => runEndless(scene, outlet, { pullId }));
}
