import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Caller } from '../caller.js';

/**
 * True if the person is no member of the server any more. Asked, since Discord announces that only
 * to bots with a privileged intent; where it does not say, they are there.
 */
export async function hasLeft({ person, where, context }: Caller): Promise<boolean> {
  const { serverId } = where;
  // Where only somebody's own account has the bot, it may not ask.
  if (serverId === undefined || !context.client.guilds.cache.has(serverId)) return false;
  try {
    await context.client.rest.get(Routes.guildMember(serverId, person.platformId));
    return false;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember) {
      return true;
    }
    context.log.info({ err: error, serverId }, 'not known whether somebody left');
    return false;
  }
}
