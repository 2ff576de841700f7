import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { awaitPost, keepRows, openRows } from '../awaited-post.js';
import { keepPlaces } from '../keeping.js';
import { changeModal } from '../modals/attribute-modal.js';
import { openBlendModal } from '../modals/open-blend-modal.js';
import { keepModal } from '../modals/post-modals.js';
import { findShownPost } from '../shown-post.js';
import { opening, type Handler } from '../turn.js';

type Menu = MessageContextMenuCommandInteraction;

/** The entries of a message's menu, by the names that they are registered under. */
export const menuNames = { morph: 'Morph this…', blend: 'Blend with my…', keep: 'Keep' } as const;

/**
 * The message itself says which post it is, so that modals open whatever the database does. Where it
 * does not yet, it is waited for, and a button opens the modal then.
 */
export const menuHandlers: Readonly<Record<string, Handler<Menu>>> = {
  [menuNames.morph]: opening(async (door, menu) => {
    const shown = findShownPost(door.bot, menu.targetMessage);
    if (shown !== undefined) {
      await menu.showModal(changeModal(await door.speech(), shown));
      return;
    }
    await door.later(async (scene, outlet) => {
      const post = await awaitPost(scene, outlet, menu.targetMessage);
      const content = scene.t('discord:drawnNow');
      await outlet.show({ content, rows: openRows(scene, 'change', post) });
    });
  }),

  [menuNames.blend]: opening(async (door, menu) => {
    const shown = findShownPost(door.bot, menu.targetMessage);
    if (shown !== undefined) {
      await openBlendModal(door, menu, shown);
      return;
    }
    await door.later(async (scene, outlet) => {
      const post = await awaitPost(scene, outlet, menu.targetMessage);
      const content = scene.t('discord:drawnNow');
      await outlet.show({ content, rows: openRows(scene, 'blend', post) });
    });
  }),

  [menuNames.keep]: opening(async (door, menu) => {
    const shown = findShownPost(door.bot, menu.targetMessage);
    if (shown !== undefined && shown.chosen === undefined && shown.count > 1) {
      await menu.showModal(keepModal(await door.speech(), shown));
      return;
    }
    await door.later(async (scene, outlet) => {
      const post = shown ?? (await awaitPost(scene, outlet, menu.targetMessage));
      const { id: postId, chosen } = post;
      if (chosen !== undefined) await keepPlaces(scene, outlet, { postId, places: [chosen] });
      else {
        const content = scene.t('discord:modal.keepWhich');
        await outlet.show({ content, rows: keepRows(scene, post) });
      }
    });
  }),
};
