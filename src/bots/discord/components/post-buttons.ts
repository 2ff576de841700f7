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

export function keepButton({ ids: [postId = '', place = '1'] }: CustomId): ComponentHandler<Press> {
  return answering('private', ({ scene, outlet }) =>
    keepPlaces(scene, outlet, { postId, places: [numberOf(place)] }),
  );
}

export function unkeepButton({
  ids: [postId = '', place = '1'],
}: CustomId): ComponentHandler<Press> {
  return updating(async ({ scene, outlet }) => {
    await scene.bot.game.favorites.unkeep(scene.person, { postId, place: numberOf(place) });
    await outlet.show({ content: scene.t('common:favourite.unkept') });
  });
}

export function againButton({ ids: [postId] }: CustomId): ComponentHandler<Press> {
  return answering(asThere, async ({ scene, outlet }) => {
    const { pullId } = await getPost(scene, postId);
    if (pullId === undefined) throw new NotFoundError('pull-not-found', 'the post is of no pull');
    await pullAgain(scene, outlet, pullId);
  });
}

// What a modal asks is read off the button and its message: no database is asked before it opens.

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

export function blendButton({ ids }: CustomId): ComponentHandler<Press> {
  return opening((door, press) =>
    openBlendModal(door, press, shownPostOf(door.bot, press.message, ids)),
  );
}

export function deleteButton({ ids: [postId = ''] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ scene, interaction }) => {
    const { person, isModerator } = scene;
    await scene.bot.game.posts.remove({ person, postId, isModerator });
    await interaction.deleteReply();
  });
}

export function codeButton({ ids: [postId = '', place = '1'] }: CustomId): ComponentHandler<Press> {
  return answering('private', async ({ scene, outlet }) => {
    const post = await getPost(scene, postId);
    const id = post.portraitIds[numberOf(place) - 1] ?? '';
    const { code } = await scene.bot.game.portraits.get(scene.person, id);
    await outlet.show({ content: small(scene.t('common:share.code', { code: `\`${code}\`` })) });
  });
}

export function familyButton({
  ids: [postId = '', place = '1'],
}: CustomId): ComponentHandler<Press> {
  return answering('private', ({ scene, outlet }) =>
    showFamily(scene, outlet, { postId, place: numberOf(place) }),
  );
}

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
