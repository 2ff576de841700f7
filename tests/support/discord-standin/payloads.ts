import type {
  Json,
  StandinAttachment,
  StandinChannel,
  StandinGuild,
  StandinMessage,
  StandinUser,
} from './world.js';

/** The shapes in which Discord sends what the world holds. */

const timestamp = '2026-11-01T00:00:00.000000+00:00';

/** A User object, as it stands in messages, members and READY. */
export function userPayload(user: StandinUser): Json {
  return {
    id: user.id,
    username: user.name,
    discriminator: '0',
    global_name: user.name,
    avatar: null,
    bot: user.isBot,
  };
}

/** A Guild Member object with what they may do in the channel that it is sent for. */
export function memberPayload(user: StandinUser, permissions: bigint): Json {
  return {
    user: userPayload(user),
    roles: [],
    joined_at: timestamp,
    deaf: false,
    mute: false,
    flags: 0,
    permissions: String(permissions),
  };
}

/** A Channel object; of a direct message it names no recipients, as in an interaction. */
export function channelPayload(channel: StandinChannel): Json {
  return channel.guild === undefined
    ? {
        id: channel.id,
        type: channelType(channel),
        recipients: [],
        last_message_id: null,
        flags: 0,
      }
    : {
        id: channel.id,
        type: channelType(channel),
        guild_id: channel.guild.id,
        name: channel.name,
        ...(channel.category === undefined ? {} : { parent_id: channel.category.id }),
        ...(channel.parent === undefined ? {} : threadFields(channel.parent)),
        position: 0,
        permission_overwrites: [],
        nsfw: false,
      };
}

function payloadsOf(channels: readonly StandinChannel[], areThreads: boolean): Json[] {
  return channels
    .filter(({ parent }) => (parent !== undefined) === areThreads)
    .map((channel) => channelPayload(channel));
}

/** Text, direct message, group conversation, category or public thread. */
export function channelType({ guild, parent, isGroup, isCategory }: StandinChannel): number {
  if (guild === undefined) return isGroup === true ? 3 : 1;
  if (isCategory === true) return 4;
  return parent === undefined ? 0 : 11;
}

function threadFields(parent: StandinChannel): Json {
  return {
    parent_id: parent.id,
    owner_id: parent.guild?.ownerId,
    message_count: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: timestamp,
      locked: false,
    },
  };
}

interface GuildContents {
  readonly guild: StandinGuild;
  readonly channels: readonly StandinChannel[];
  readonly bot: StandinUser;
}

/**
 * The data of GUILD_CREATE: a server with its channels and threads, in which everyone may do what the
 * bot may.
 */
export function guildPayload({ guild, channels, bot }: GuildContents): Json {
  const everyone = {
    id: guild.id,
    name: '@everyone',
    permissions: String(channels[0]?.botPermissions ?? 0n),
    position: 0,
    color: 0,
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  };
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: [everyone],
    emojis: [],
    stickers: [],
    features: [],
    channels: payloadsOf(channels, false),
    threads: payloadsOf(channels, true),
    members: [memberPayload(bot, 0n)],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 2,
    joined_at: timestamp,
    large: false,
    unavailable: false,
    afk_timeout: 300,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
    verification_level: 0,
  };
}

/** An Attachment object, with the URL where the stand-in serves its bytes. */
export function attachmentPayload(file: StandinAttachment): Json {
  const { id, filename, bytes, description, url } = file;
  return {
    id,
    filename,
    ...(description === undefined ? {} : { description }),
    size: bytes.length,
    url,
    proxy_url: url,
  };
}

/** A Message object, with the message that it replies to and whose interaction it answers. */
export function messagePayload(message: StandinMessage): Json {
  const { guild } = message.channel;
  return {
    id: message.id,
    channel_id: message.channel.id,
    ...(guild === undefined ? {} : { guild_id: guild.id }),
    author: userPayload(message.author),
    content: message.content,
    timestamp,
    edited_timestamp: message.edits > 0 ? timestamp : null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: message.attachments.map((file) => attachmentPayload(file)),
    embeds: message.embeds,
    components: message.components,
    ...(message.reactions.size === 0 ? {} : { reactions: reactionPayloads(message) }),
    pinned: false,
    type: message.repliesTo === undefined ? 0 : 19,
    flags: message.flags,
    ...(message.repliesTo === undefined
      ? {}
      : {
          message_reference: {
            message_id: message.repliesTo.id,
            channel_id: message.channel.id,
            ...(guild === undefined ? {} : { guild_id: guild.id }),
          },
          referenced_message: messagePayload(message.repliesTo),
        }),
    ...(message.interactionUser === undefined
      ? {}
      : {
          webhook_id: message.author.id,
          application_id: message.author.id,
          interaction_metadata: {
            id: message.id,
            type: 2,
            user: userPayload(message.interactionUser),
            authorizing_integration_owners: {},
          },
        }),
  };
}

function reactionPayloads(message: StandinMessage): Json[] {
  return [...message.reactions]
    .filter(([, people]) => people.size > 0)
    .map(([name, people]) => ({
      emoji: { id: null, name },
      count: people.size,
      count_details: { normal: people.size, burst: 0 },
      burst_colors: [],
      me: false,
      me_burst: false,
    }));
}
