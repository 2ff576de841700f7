import type { Channel } from 'discord.js';
import type { DiscordContext } from '../discord-context.js';

/** The channel that a thread hangs from; undefined where it is none, or Discord did not say. */
export function parentOf(channel: Channel | null): string | undefined {
  return channel?.isThread() === true ? (channel.parentId ?? undefined) : undefined;
}

/** The category of a channel, or of the channel that a thread hangs from; undefined as above. */
export function categoryOf(channel: Channel | null): string | undefined {
  if (channel === null || channel.isDMBased()) return undefined;
  const inner = channel.isThread() ? channel.parent : channel;
  return inner?.parentId ?? undefined;
}

/** Asks Discord where a thread is known by its id alone, as one that slept until the message. */
export async function findParent(
  context: DiscordContext,
  channel: Channel,
): Promise<string | undefined> {
  const known = parentOf(channel);
  if (known !== undefined || !channel.isThread()) return known;
  try {
    return parentOf(await context.client.channels.fetch(channel.id, { force: true }));
  } catch (error) {
    // Then only the thread itself counts, as if it hung from nowhere.
    context.log.warn({ err: error, channelId: channel.id }, 'thread without a channel');
    return undefined;
  }
}
