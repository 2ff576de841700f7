import { ButtonStyle, MessageFlags, type Message } from 'discord.js';
import type { Bot } from './bot.js';
import { encodeCustomId } from './custom-id.js';
import { getPostOfMessage } from './find-post.js';
import type { Row } from './outgoing.js';
import type { Outlet } from './outlet.js';
import { button, inRows } from './post-rows.js';
import type { Scene, Speech } from './scene.js';
import { toShownPost, type ShownPost } from './shown-post.js';

/**
 * The post that a message is, or will be once it is drawn: whoever was too quick is told so, and
 * waits. @throws NotFoundError `post-not-found`
 */
export async function awaitPost(
  scene: Scene,
  outlet: Outlet,
  message: Message,
): Promise<ShownPost> {
  const expected = scene.bot.publications.expected(message.id);
  if (expected !== undefined) {
    await outlet.progress(scene.t('discord:stillDrawn'));
    await expected;
  } else if (isThinking(scene.bot, message)) {
    // Another process draws it, or one that has ended since.
    await outlet.progress(scene.t('discord:stillDrawn'));
  }
  return toShownPost(await getPostOfMessage(scene, message.id));
}

function isThinking({ client }: Bot, { author, flags }: Message): boolean {
  return author.id === client.user?.id && flags.has(MessageFlags.Loading);
}

/** A button for each of several faces. */
export function keepRows({ t }: Speech, { id, count }: ShownPost): Row[] {
  const places = Array.from({ length: count }, (_, index) => index + 1);
  return inRows(
    places.map((place) => {
      const label = t('common:action.keepNumber', { number: place });
      return button(encodeCustomId('keep', id, place), label, ButtonStyle.Secondary);
    }),
  );
}

/** The way to a modal for those for whom it could not open at once. */
export function openRows({ t }: Speech, verb: 'change' | 'blend', post: ShownPost): Row[] {
  const { id, count } = post;
  const chosen = post.chosen ?? (count === 1 ? 1 : undefined);
  const label = t(verb === 'change' ? 'common:action.change' : 'common:action.blendWith');
  const places =
    chosen === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [chosen];
  return inRows(
    places.map((place) =>
      button(
        encodeCustomId(verb, id, place),
        places.length === 1 ? label : `${label} ${place}`,
        ButtonStyle.Primary,
      ),
    ),
  );
}
