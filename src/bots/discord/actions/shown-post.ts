import { ComponentType, type Message } from 'discord.js';
import type { Post } from '../../../game/posts/post.js';
import type { DiscordContext } from '../discord-context.js';
import { decodeCustomId, numberOf } from '../custom-id.js';
import { mainPlace } from '../views/post-rows.js';

/** As much of a post as its own buttons tell, without asking the database. */
export interface ShownPost {
  readonly id: string;
  /** How many faces it shows. */
  readonly count: number;
  /** The one that it is about; absent where one has to be chosen. */
  readonly chosen?: number;
}

/** The same of a post as it is stored, where no message is at hand to read it off. */
export function toShownPost(post: Post): ShownPost {
  const chosen = mainPlace(post);
  const count = post.portraitIds.length;
  return { id: post.id, count, ...(chosen === undefined ? {} : { chosen }) };
}

/** The post that a message is; undefined where it is none of the bot's, or not drawn yet. */
export function findShownPost(context: DiscordContext, message: Message): ShownPost | undefined {
  if (message.author.id !== context.client.user?.id) return undefined;
  const ids = customIdsOf(message).flatMap((id) => decodeCustomId(id) ?? []);
  const change = ids.find(({ verb }) => verb === 'change')?.ids;
  const id = change?.[0];
  if (id === undefined) return undefined;
  const places = ids.flatMap(({ verb, ids: [postId, place] }) =>
    verb === 'keep' && postId === id ? [numberOf(place)] : [],
  );
  const chosen = change?.[1] === undefined ? {} : { chosen: numberOf(change[1]) };
  return { id, count: Math.max(1, ...places), ...chosen };
}

/** The same for a button that stands on it; forged ones get a place too, and are refused later. */
export function shownPostOf(
  context: DiscordContext,
  message: Message,
  [postId = '', place]: readonly string[],
): ShownPost {
  const chosen = place === undefined ? {} : { chosen: numberOf(place) };
  const found = findShownPost(context, message);
  if (found?.id === postId) return { ...found, ...chosen };
  return { id: postId, count: 1, chosen: 1, ...chosen };
}

/** The ids of every button and menu under a message. */
export function customIdsOf(message: Pick<Message, 'components'>): string[] {
  return message.components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((component) => component.customId ?? [])
      : [],
  );
}
