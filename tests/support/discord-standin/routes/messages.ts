import { PermissionFlagsBits } from 'discord.js';
import { refusals } from '../api-error.js';
import type { MessageStore } from '../message-store.js';
import { channelPayload, memberPayload, messagePayload, userPayload } from '../payloads.js';
import { asObject, asText } from '../request-body.js';
import type { StandinChannel, StandinMessage, World } from '../world.js';
import type { RouteEntry } from './router.js';

interface MessageRouteParts {
  readonly world: World;
  readonly messages: MessageStore;
  readonly announce: (event: string, message: StandinMessage) => void;
  readonly react: (message: StandinMessage, emoji: string) => void;
}

/** The calls that a bot makes with its own token in a channel. */
export function messageRoutes(parts: MessageRouteParts): RouteEntry[] {
  const { world, messages } = parts;
  const sent = new Map<string, StandinMessage>();
  const channelOf = (id: string | undefined) => {
    const channel = world.channels.get(id ?? '');
    if (channel === undefined) throw refusals.unknownChannel();
    return channel;
  };
  return [
    {
      method: 'GET',
      template: '/channels/:channel',
      handle: ({ params }) => {
        const channel = channelOf(params['channel']);
        if (channel.isGroup === true) throw refusals.missingAccess();
        return channelPayload(channel);
      },
    },
    {
      method: 'POST',
      template: '/channels/:channel/typing',
      handle: ({ params }) => need(channelOf(params['channel']), 'SendMessages'),
    },
    {
      method: 'POST',
      template: '/channels/:channel/messages',
      handle: ({ params, json, files }) => {
        const channel = channelOf(params['channel']);
        const body = asObject(json);
        need(channel, 'SendMessages');
        if (files.length > 0) need(channel, 'AttachFiles');
        if (channel.isLocked === true) throw refusals.lockedThread();
        if ('message_reference' in body && !may(channel, 'ReadMessageHistory')) {
          throw refusals.noHistory();
        }
        const nonce = body['enforce_nonce'] === true ? String(body['nonce']) : undefined;
        const before = nonce === undefined ? undefined : sent.get(nonce);
        if (before !== undefined) return messagePayload(before);
        const message = messages.create({ channel, author: world.bot, body, files });
        if (nonce !== undefined) sent.set(nonce, message);
        parts.announce('MESSAGE_CREATE', message);
        return messagePayload(message);
      },
    },
    {
      method: 'GET',
      template: '/channels/:channel/messages/:message',
      handle: ({ params }) => {
        need(channelOf(params['channel']), 'ReadMessageHistory');
        return messagePayload(messages.find(params['channel'] ?? '', params['message'] ?? ''));
      },
    },
    {
      method: 'PATCH',
      template: '/channels/:channel/messages/:message',
      handle: ({ params, json, files }) => {
        need(channelOf(params['channel']), 'ViewChannel');
        const message = messages.find(params['channel'] ?? '', params['message'] ?? '');
        if (message.author !== world.bot) throw refusals.notTheAuthor();
        messages.edit(message, asObject(json), files);
        parts.announce('MESSAGE_UPDATE', message);
        return messagePayload(message);
      },
    },
    {
      method: 'DELETE',
      template: '/channels/:channel/messages/:message',
      handle: ({ params }) => {
        const channel = channelOf(params['channel']);
        const message = messages.find(params['channel'] ?? '', params['message'] ?? '');
        need(channel, message.author === world.bot ? 'ViewChannel' : 'ManageMessages');
        message.deleted = true;
        parts.announce('MESSAGE_DELETE', message);
        return undefined;
      },
    },
    {
      method: 'GET',
      template: '/channels/:channel/messages/:message/reactions/:emoji',
      handle: ({ params, query }) => {
        need(channelOf(params['channel']), 'ReadMessageHistory');
        const message = messages.find(params['channel'] ?? '', params['message'] ?? '');
        const people =
          query.get('type') === '1' ? [] : message.reactions.get(params['emoji'] ?? '');
        const after = BigInt(query.get('after') ?? 0);
        return [...(people ?? [])]
          .map((id) => BigInt(id))
          .filter((id) => id > after)
          .toSorted((first, second) => (first < second ? -1 : 1))
          .slice(0, Number(query.get('limit') ?? 25))
          .flatMap((id) => world.users.get(String(id)) ?? [])
          .map((user) => userPayload(user));
      },
    },
    {
      method: 'PUT',
      template: '/channels/:channel/messages/:message/reactions/:emoji/@me',
      handle: ({ params }) => {
        need(channelOf(params['channel']), 'AddReactions');
        const message = messages.find(params['channel'] ?? '', params['message'] ?? '');
        parts.react(message, params['emoji'] ?? '');
        return undefined;
      },
    },
    {
      method: 'POST',
      template: '/users/@me/channels',
      handle: ({ json }) => {
        const user = world.users.get(asText(asObject(json)['recipient_id']));
        if (user === undefined) throw refusals.notFound();
        return { ...channelPayload(world.directChannel(user)), recipients: [userPayload(user)] };
      },
    },
    { method: 'GET', template: '/users/@me', handle: () => userPayload(world.bot) },
    {
      method: 'GET',
      template: '/guilds/:guild/members/:user',
      handle: ({ params }) => {
        const guild = world.guilds.get(params['guild'] ?? '');
        const user = world.users.get(params['user'] ?? '');
        if (guild === undefined || !guild.hasBot) throw refusals.unknownGuild();
        if (user === undefined || guild.left.has(user.id)) throw refusals.unknownMember();
        return memberPayload(user, 0n);
      },
    },
    {
      method: 'GET',
      template: '/users/:user',
      handle: ({ params }) => {
        const user = world.users.get(params['user'] ?? '');
        if (user === undefined) throw refusals.notFound();
        return userPayload(user);
      },
    },
  ];
}

function may(channel: StandinChannel, permission: keyof typeof PermissionFlagsBits): boolean {
  const isOpen = channel.guild === undefined && channel.isGroup !== true;
  return isOpen || (channel.botPermissions & PermissionFlagsBits[permission]) !== 0n;
}

/** Throws as Discord does where the bot may not; nothing can be done in a channel it cannot see. */
function need(channel: StandinChannel, permission: keyof typeof PermissionFlagsBits): undefined {
  if (channel.isGroup === true) throw refusals.missingAccess();
  if (channel.guild === undefined) return undefined;
  const has = (name: keyof typeof PermissionFlagsBits) =>
    (channel.botPermissions & PermissionFlagsBits[name]) !== 0n;
  if (!channel.guild.hasBot || !has('ViewChannel')) throw refusals.missingAccess();
  const isSending = permission === 'SendMessages' && channel.parent !== undefined;
  if (!has(isSending ? 'SendMessagesInThreads' : permission)) throw refusals.missingPermissions();
  return undefined;
}
