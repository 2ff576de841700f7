import { SnowflakeSource } from './snowflake.js';

/**
 * A JSON object as it crosses the wire, in Discord's own field names; fields are narrowed where
 * they are read.
 */
export type Json = Record<string, unknown>;

/** An account, a person's or the bot's. */
export interface StandinUser {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  /** Discord's own locale codes: en-US, zh-CN, zh-TW, ja … */
  locale: string;
}

/** A Discord server; "guild" is the API's word for it. */
export interface StandinGuild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** False when only a member's own account has the bot: no events, no channel calls. */
  hasBot: boolean;
  readonly locale: string;
  /** Ids of those who have left it; everybody else is a member. */
  readonly left: Set<string>;
}

/** Wherever messages stand: a server's channel, a thread, a direct or a group conversation. */
export interface StandinChannel {
  readonly id: string;
  readonly name: string;
  /** Absent in a direct message. */
  readonly guild?: StandinGuild;
  /** A conversation of several people without a server: an application comes along with a person. */
  readonly isGroup?: boolean;
  /** Attachment limit in bytes; absent: Discord's default. */
  attachmentLimit?: number;
  /** Holds channels, and no messages. */
  readonly isCategory?: boolean;
  /** The category that the channel stands in. */
  readonly category?: StandinChannel;
  /** The parent channel of a thread. */
  readonly parent?: StandinChannel;
  /** A thread in which only moderators write. */
  isLocked?: boolean;
  /** The server's AutoMod takes no message with this in it. */
  blockedWord?: string;
  /** Applications of people's own accounts answer to nobody but them. */
  forcesEphemeral?: boolean;
  /** The bot's permissions here, as Discord computes them. */
  botPermissions: bigint;
}

/** A file in a message; `description` is its alt text. */
export interface StandinAttachment {
  readonly id: string;
  readonly filename: string;
  readonly description?: string | undefined;
  readonly bytes: Uint8Array;
  /** Its download URL. */
  readonly url: string;
}

/** A message as it stands now; edits change it in place, so a test may hold on to it. */
export interface StandinMessage {
  readonly id: string;
  readonly channel: StandinChannel;
  readonly author: StandinUser;
  content: string;
  attachments: StandinAttachment[];
  components: Json[];
  embeds: Json[];
  flags: number;
  /** The person who can see an ephemeral message. */
  readonly onlyFor?: StandinUser;
  readonly interactionUser?: StandinUser;
  readonly repliesTo?: StandinMessage;
  /** Emoji → ids of those who reacted with it. */
  readonly reactions: Map<string, Set<string>>;
  deleted: boolean;
  /** How often it was edited after it first stood there. */
  edits: number;
}

/**
 * The bits of `flags` that the stand-in acts on.
 * https://discord.com/developers/docs/resources/message#message-object-message-flags
 */
export const messageFlags = { ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;

/** Everything that exists on this small Discord; dumb data, no rules. */
export class World {
  readonly ids = new SnowflakeSource();
  readonly bot: StandinUser;
  readonly users = new Map<string, StandinUser>();
  readonly guilds = new Map<string, StandinGuild>();
  readonly channels = new Map<string, StandinChannel>();
  readonly messages = new Map<string, StandinMessage>();
  /** '' holds the global commands, a guild's id that guild's. */
  readonly commands = new Map<string, Json[]>();

  /** Uploaded files by id. */
  readonly files = new Map<string, StandinAttachment>();
  /** Set once it is known where the stand-in listens. */
  filesUrl = 'https://cdn.invalid';

  readonly #direct = new Map<string, StandinChannel>();

  constructor() {
    this.bot = this.addUser({ name: 'Mugen', isBot: true });
  }

  /** Makes an account. Tests call `DiscordStandin.person`, who can also act. */
  addUser(options: { name: string; isBot?: boolean; locale?: string }): StandinUser {
    const { name, isBot = false, locale = 'en-US' } = options;
    const user: StandinUser = { id: this.ids.next(), name, isBot, locale };
    this.users.set(user.id, user);
    return user;
  }

  /** Makes a server with an owner of its own, and tells nobody. */
  addGuild(options: { name: string; hasBot?: boolean; locale?: string }): StandinGuild {
    const owner = this.addUser({ name: `owner of ${options.name}` });
    const { name, hasBot = true, locale = 'en-US' } = options;
    const left = new Set<string>();
    const guild = { id: this.ids.next(), name, ownerId: owner.id, hasBot, locale, left };
    this.guilds.set(guild.id, guild);
    return guild;
  }

  /** Makes a channel, and tells nobody. Tests call `DiscordStandin.channel`, which tells the bot. */
  addChannel(options: Omit<StandinChannel, 'id'>): StandinChannel {
    const channel = { ...options, id: this.ids.next() };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** Stores an upload and gives it an id and a URL that the stand-in serves. */
  addFile(file: Omit<StandinAttachment, 'id' | 'url'>): StandinAttachment {
    const id = this.ids.next();
    const stored = { ...file, id, url: `${this.filesUrl}/${id}/${file.filename}` };
    this.files.set(id, stored);
    return stored;
  }

  /** The direct message channel of the bot and someone. */
  directChannel(user: StandinUser): StandinChannel {
    const known = this.#direct.get(user.id);
    if (known !== undefined) return known;
    const channel = this.addChannel({ name: `with ${user.name}`, botPermissions: 0n });
    this.#direct.set(user.id, channel);
    return channel;
  }

  /** All messages in a channel, oldest first, ephemeral ones included. */
  messagesIn(channel: StandinChannel): StandinMessage[] {
    return [...this.messages.values()].filter((m) => m.channel === channel && !m.deleted);
  }
}
