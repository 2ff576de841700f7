import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { awaitPost, keepRows, openRows } from '../actions/awaited-post.js';
import { keepPlaces } from '../actions/keep-portraits.js';
import { changeModal } from '../modals/attribute-modal.js';
import { openBlendModal } from '../modals/open-blend-modal.js';
import { keepModal } from '../modals/post-modals.js';
import { findShownPost } from '../actions/shown-post.js';
import { adopt } from '../actions/adopt.js';
import { findPicture } from '../actions/download-picture.js';
import { answering, opening, type Handler } from '../events/interaction-context.js';

type Menu = MessageContextMenuCommandInteraction;

/** The entries of a message's menu, by the names that they are registered under. */
export const menuNames = {
  morph: 'Morph this…',
  blend: 'Blend with my…',
  keep: 'Keep',
  adopt: 'Adopt this face…',
} as const;

/**
 * The message itself says which post it is, so that modals open whatever the database does. Where it
 * does not yet, it is waited for, and a button opens the modal then.
 */
export const menuHandlers: Readonly<Record<string, Handler<Menu>>> = {
  [menuNames.morph]: opening(async (modalContext, menu) => {
    const shown = findShownPost(modalContext.context, menu.targetMessage);
    if (shown !== undefined) {
      await menu.showModal(changeModal(await modalContext.speech(), shown));
      return;
    }
    await modalContext.later(async (caller, target) => {
      const post = await awaitPost(caller, target, menu.targetMessage);
      const content = caller.t('discord:drawnNow');
      await target.show({ content, rows: openRows(caller, 'change', post) });
    });
  }),

  [menuNames.blend]: opening(async (modalContext, menu) => {
    const shown = findShownPost(modalContext.context, menu.targetMessage);
    if (shown !== undefined) {
      await openBlendModal(modalContext, menu, shown);
      return;
    }
    await modalContext.later(async (caller, target) => {
      const post = await awaitPost(caller, target, menu.targetMessage);
      const content = caller.t('discord:drawnNow');
      await target.show({ content, rows: openRows(caller, 'blend', post) });
    });
  }),

  [menuNames.keep]: opening(async (modalContext, menu) => {
    const shown = findShownPost(modalContext.context, menu.targetMessage);
    if (shown !== undefined && shown.chosen === undefined && shown.count > 1) {
      await menu.showModal(keepModal(await modalContext.speech(), shown));
      return;
    }
    await modalContext.later(async (caller, target) => {
      const post = shown ?? (await awaitPost(caller, target, menu.targetMessage));
      const { id: postId, chosen } = post;
      if (chosen !== undefined) await keepPlaces(caller, target, { postId, places: [chosen] });
      else {
        const content = caller.t('discord:modal.keepWhich');
        await target.show({ content, rows: keepRows(caller, post) });
      }
    });
  }),

  [menuNames.adopt]: answering('open', ({ caller, target, interaction }) =>
    adopt(caller, target, findPicture(interaction.targetMessage)),
  ),
};
