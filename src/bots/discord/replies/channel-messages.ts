import { randomBytes } from 'node:crypto';
import type { Message } from 'discord.js';
import type { DiscordContext } from '../discord-context.js';
import { toPayload, type Outgoing } from './outgoing.js';

/** Answers in a channel with the bot's own token; a repeated request does not post twice. */
export async function sendToChannel(
  context: DiscordContext,
  channelId: string,
  outgoing: Outgoing & { readonly repliesTo?: string },
): Promise<Message> {
  const channel = await context.client.channels.fetch(channelId);
  if (channel === null || !channel.isSendable()) throw new Error(`cannot write to ${channelId}`);
  const { repliesTo } = outgoing;
  const { attachments: _none, ...payload } = toPayload(outgoing);
  const reply =
    repliesTo === undefined
      ? {}
      : { reply: { messageReference: repliesTo, failIfNotExists: false } };
  return channel.send({ ...payload, ...reply, ...onceOnly() });
}

/** Writes to a person directly. @throws DiscordAPIError where they take no messages from bots */
export async function sendToPerson(
  context: DiscordContext,
  userId: string,
  outgoing: Outgoing,
): Promise<Message> {
  const { attachments: _none, ...payload } = toPayload(outgoing);
  const user = await context.client.users.fetch(userId);
  return user.send({ ...payload, ...onceOnly() });
}

function onceOnly(): { nonce: string; enforceNonce: true } {
  return { nonce: randomBytes(12).toString('hex'), enforceNonce: true };
}
