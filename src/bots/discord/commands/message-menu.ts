import { MessageFlags, type MessageContextMenuCommandInteraction } from 'discord.js';
import { getPostOfMessage } from '../find-post.js';
import { InteractionOutlet } from '../interaction-outlet.js';
import { keepPlaces } from '../keeping.js';
import { changeModal } from '../modals/attribute-modal.js';
import { blendModal, keepModal } from '../modals/post-modals.js';
import { chosenPlace } from '../post-rows.js';
import { opening, type Handler } from '../turn.js';

type Menu = MessageContextMenuCommandInteraction;

/** The entries of a message's menu, by the names that they are registered under. */
export const menuNames = { morph: 'Morph this…', blend: 'Blend with my…', keep: 'Keep' } as const;

export const menuHandlers: Readonly<Record<string, Handler<Menu>>> = {
  [menuNames.morph]: opening(async (scene, menu) => {
    const post = await getPostOfMessage(scene, menu.targetId);
    await menu.showModal(changeModal(scene, post));
  }),

  [menuNames.blend]: opening(async (scene, menu) => {
    const post = await getPostOfMessage(scene, menu.targetId);
    const { items } = await scene.bot.game.favorites.list(scene.person, { pageSize: 25 });
    if (items.length === 0) {
      const content = scene.t('common:favourite.none');
      await menu.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } });
      return;
    }
    await menu.showModal(
      blendModal(scene, post, { favorites: items.map(({ favorite }) => favorite) }),
    );
  }),

  [menuNames.keep]: opening(async (scene, menu) => {
    const post = await getPostOfMessage(scene, menu.targetId);
    const place = chosenPlace(post);
    if (place === undefined) {
      await menu.showModal(keepModal(scene, post));
      return;
    }
    await menu.deferReply({ flags: MessageFlags.Ephemeral });
    const outlet = new InteractionOutlet(scene.bot, menu, true);
    await keepPlaces(scene, outlet, { postId: post.id, places: [place] });
  }),
};
