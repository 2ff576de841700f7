import {
  ReactionType,
  Routes,
  type RESTGetAPIChannelMessageReactionUsersResult,
  type RESTGetAPIChannelMessageResult,
} from 'discord.js';
import type { DiscordContext } from '../discord-context.js';

interface Asked {
  readonly channelId: string;
  readonly messageId: string;
  readonly userId: string;
  readonly isFor: (emoji: string) => boolean;
}

/**
 * True if a reaction of the person that `isFor` stands on the message now. Where Discord does not
 * say, it does: nothing is lost by a removal that is not followed.
 */
export async function hasReacted(context: DiscordContext, asked: Asked): Promise<boolean> {
  const { channelId, messageId, isFor } = asked;
  try {
    const route = Routes.channelMessage(channelId, messageId);
    const message = (await context.client.rest.get(route)) as RESTGetAPIChannelMessageResult;
    const standing = (message.reactions ?? []).flatMap(({ emoji, count_details: counts }) => {
      if (emoji.id !== null || emoji.name === null || !isFor(emoji.name)) return [];
      const { name } = emoji;
      const types: ReactionType[] = [];
      if (counts.normal > 0) types.push(ReactionType.Normal);
      if (counts.burst > 0) types.push(ReactionType.Super);
      return types.map((type) => ({ name, type }));
    });
    for (const reaction of standing) {
      // The first that is found ends the search.
      // oxlint-disable-next-line no-await-in-loop
      if (await stands(context, { ...asked, ...reaction })) return true;
    }
    return false;
  } catch (error) {
    context.log.info({ err: error, channelId, messageId }, 'reactions cannot be read');
    return true;
  }
}

/** Discord lists those who reacted by id: the one after the id before is the person, or nobody. */
async function stands(
  { client }: DiscordContext,
  asked: Asked & { readonly name: string; readonly type: ReactionType },
): Promise<boolean> {
  const { channelId, messageId, userId, name, type } = asked;
  const query = new URLSearchParams({
    type: String(type),
    limit: '1',
    after: String(BigInt(userId) - 1n),
  });
  const route = Routes.channelMessageReaction(channelId, messageId, encodeURIComponent(name));
  const users = (await client.rest.get(route, {
    query,
  })) as RESTGetAPIChannelMessageReactionUsersResult;
  return users[0]?.id === userId;
}
