import { EventEmitter } from 'node:events';
import { PermissionFlagsBits } from 'discord.js';
import { sharedDescription, type ApiDescription } from './api-description.js';
import { StandinClock } from './clock.js';
import type { Until } from './exchange.js';
import { Faults } from './faults.js';
import { Gateway } from './gateway.js';
import { HttpServer } from './http-server.js';
import { InteractionStore } from './interaction-store.js';
import { MessageStore } from './message-store.js';
import {
  channelPayload,
  channelType,
  guildPayload,
  messagePayload,
  userPayload,
} from './payloads.js';
import { Person } from './person.js';
import { applicationRoutes } from './routes/application.js';
import { interactionRoutes } from './routes/interactions.js';
import { messageRoutes } from './routes/messages.js';
import { Router } from './routes/router.js';
import { shardOf } from './snowflake.js';
import {
  World,
  type Json,
  type StandinChannel,
  type StandinGuild,
  type StandinMessage,
  type StandinUser,
} from './world.js';

/** The permissions that docs/discord.md tells a server owner to grant. */
export const grantedPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

/**
 * A small Discord on loopback for discord.js' real client: REST and gateway, checked against
 * Discord's API description and its documented limits. Every breach ends in `problems`.
 */
export class DiscordStandin {
  readonly token = 'MTIz.stand-in.token';
  readonly world = new World();
  readonly clock = new StandinClock();
  readonly faults = new Faults();
  /** The bot's violations, in words; a story ends by expecting none. */
  readonly problems: string[] = [];
  readonly description: ApiDescription;
  readonly messages: MessageStore;
  readonly interactions: InteractionStore;
  readonly http: HttpServer;
  readonly gateway: Gateway;
  shards = 1;
  /** Far longer than anything takes; only says that nothing will come any more. */
  patienceMs = 30_000;
  readonly #changes = new EventEmitter().setMaxListeners(0);

  constructor(description = sharedDescription()) {
    const { world, clock } = this;
    const report = (problem: string) => void this.problems.push(problem);
    this.description = description;
    this.messages = new MessageStore(world, report);
    this.interactions = new InteractionStore({ world, messages: this.messages, clock, report });
    const announce = (event: string, message: StandinMessage) => {
      this.#announce(event, message);
    };
    const react = (message: StandinMessage, emoji: string) => {
      this.react({ message, emoji, user: world.bot });
    };
    const router = new Router([
      ...applicationRoutes({ world, report, gatewayUrl: this.#url, shards: () => this.shards }),
      ...interactionRoutes({ interactions: this.interactions, messages: this.messages, announce }),
      ...messageRoutes({ world, messages: this.messages, announce, react }),
    ]);
    const common = { token: this.token, report, changed: this.#changed };
    this.http = new HttpServer({
      router,
      description,
      faults: this.faults,
      files: world.files,
      ...common,
    });
    const greet = (shard: readonly [number, number]) => this.#greet(shard);
    this.gateway = new Gateway({ server: this.http.server, greet, url: this.#url, ...common });
  }

  /** The value for discord.js' `rest.api`. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.http.port}/api`;
  }

  /** Resolves once it listens on a free port of loopback; `apiUrl` is known from then on. */
  async start(): Promise<this> {
    await this.http.start();
    this.world.filesUrl = `http://127.0.0.1:${this.http.port}/files`;
    return this;
  }

  /**
   * Cuts every connection; resolves when the port is free. Stop the bot's client first, or it
   * reconnects.
   */
  async stop(): Promise<void> {
    await this.gateway.stop();
    await this.http.stop();
  }

  /**
   * Somebody new on Discord, whom the test then moves; `locale` is Discord's code, en-US unless
   * told.
   */
  person(name: string, options: { locale?: string } = {}): Person {
    return new Person(this, this.world.addUser({ name, ...options }));
  }

  /** A text channel in a new server, or in `guild`. */
  channel(
    name: string,
    options: {
      guild?: StandinGuild;
      hasBot?: boolean;
      isCategory?: boolean;
      category?: StandinChannel;
    } = {},
  ): StandinChannel {
    const { hasBot = true, guild = this.world.addGuild({ name: `${name}'s server`, hasBot }) } =
      options;
    const { isCategory, category } = options;
    const channel = this.world.addChannel({
      name,
      guild,
      botPermissions: grantedPermissions,
      ...(isCategory === undefined ? {} : { isCategory }),
      ...(category === undefined ? {} : { category }),
    });
    const channels = [...this.world.channels.values()].filter((c) => c.guild === guild);
    if (guild.hasBot) {
      const data = guildPayload({ guild, channels, bot: this.world.bot });
      this.gateway.dispatch({ name: 'GUILD_CREATE', data, guildId: guild.id });
    }
    return channel;
  }

  /** A conversation of several people, without a server and without the bot. */
  group(name: string): StandinChannel {
    return this.world.addChannel({ name, isGroup: true, botPermissions: 0n });
  }

  /** A thread in a channel; `isKnown` false when it slept and Discord has not announced it. */
  thread(parent: StandinChannel, options: { isKnown?: boolean } = {}): StandinChannel {
    const { name, guild, botPermissions } = parent;
    if (guild === undefined) throw new Error('direct messages have no threads');
    const thread = this.world.addChannel({ name: `${name}-talk`, guild, parent, botPermissions });
    if (options.isKnown !== false) this.dispatch(thread, 'THREAD_CREATE', channelPayload(thread));
    return thread;
  }

  /** The registered command of that name, the guild's own first. */
  command(name: string, channel: StandinChannel): Json {
    const { commands } = this.world;
    const all = [...(commands.get(channel.guild?.id ?? '-') ?? []), ...(commands.get('') ?? [])];
    const command = all.find((candidate) => candidate['name'] === name);
    if (command === undefined) {
      throw new Error(
        `no command ${name}, there are: ${all.map((c) => String(c['name'])).join(', ')}`,
      );
    }
    return command;
  }

  /** Sends an event as Discord would: not at all where the bot is not a member. */
  dispatch(channel: StandinChannel, name: string, data: Json): void {
    const { guild, isGroup } = channel;
    const hasBot = guild?.hasBot ?? isGroup !== true;
    if (!hasBot && name !== 'INTERACTION_CREATE') return;
    const isMessage = /^MESSAGE_(CREATE|UPDATE)$/.test(name);
    const guildField = {
      ...(guild === undefined ? {} : { guild_id: guild.id }),
      ...(isMessage ? { channel_type: channelType(channel) } : {}),
    };
    this.gateway.dispatch({ name, data: { ...guildField, ...data }, guildId: guild?.id });
  }

  /**
   * Puts anybody's reaction on a message and tells the bot, without the message's author: Discord
   * names them only where it has the message at hand.
   * @throws when the message is ephemeral
   */
  react(given: { message: StandinMessage; emoji: string; user: StandinUser }): void {
    const { message, emoji, user } = given;
    if (message.onlyFor !== undefined) throw new Error('ephemeral messages take no reactions');
    const people = message.reactions.get(emoji) ?? new Set<string>();
    message.reactions.set(emoji, people.add(user.id));
    this.dispatch(message.channel, 'MESSAGE_REACTION_ADD', {
      user_id: user.id,
      channel_id: message.channel.id,
      message_id: message.id,
      emoji: { id: null, name: emoji },
      burst: false,
      type: 0,
    });
  }

  /** A moderator tidies: all reactions go in one event, which names nobody. */
  clearReactions(message: StandinMessage): void {
    message.reactions.clear();
    this.dispatch(message.channel, 'MESSAGE_REACTION_REMOVE_ALL', {
      channel_id: message.channel.id,
      message_id: message.id,
    });
  }

  /** The bot is thrown out of a server. */
  removeBot(guild: StandinGuild): void {
    guild.hasBot = false;
    this.interactions.cutOff((channel) => channel.guild === guild);
    this.gateway.dispatch({ name: 'GUILD_DELETE', data: { id: guild.id }, guildId: guild.id });
  }

  /** A channel or thread is deleted, with all that stands in it. */
  deleteChannel(channel: StandinChannel): void {
    this.interactions.cutOff((each) => each === channel || each.parent === channel);
    this.world.channels.delete(channel.id);
    const name = channel.parent === undefined ? 'CHANNEL_DELETE' : 'THREAD_DELETE';
    this.dispatch(channel, name, channelPayload(channel));
  }

  /** A moderator's bulk deletion: one event for all of them. */
  bulkDelete(channel: StandinChannel, messages: readonly StandinMessage[]): void {
    for (const message of messages) message.deleted = true;
    const ids = messages.map(({ id }) => id);
    this.dispatch(channel, 'MESSAGE_DELETE_BULK', { ids, channel_id: channel.id });
  }

  /** Waits for `read` to give something, looking again whenever the bot did something. */
  readonly until: Until = (what, read) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = read();
        if (found === undefined) return;
        this.#changes.off('change', look);
        clearTimeout(patience);
        resolve(found);
      };
      const patience = setTimeout(() => {
        this.#changes.off('change', look);
        const last = this.http.seen.slice(-6).map((r) => `${r.status} ${r.method} ${r.path}`);
        const seen = [...last, ...this.problems].join('\n  ');
        reject(new Error(`waited in vain for ${what}; last seen:\n  ${seen}`));
      }, this.patienceMs);
      this.#changes.on('change', look);
      look();
    });

  readonly #changed = (): void => void this.#changes.emit('change');

  readonly #url = (): string => `ws://127.0.0.1:${this.http.port}`;

  #announce(event: string, message: StandinMessage): void {
    if (message.onlyFor !== undefined) return;
    this.dispatch(message.channel, event, { ...messagePayload(message), is_for_bot: true });
  }

  #greet(shard: readonly [number, number]) {
    const { world } = this;
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.hasBot && shardOf(guild.id, shard[1]) === shard[0],
    );
    const ready = {
      v: 10,
      user: userPayload(world.bot),
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      application: { id: world.bot.id, flags: 0 },
    };
    const events = guilds.map((guild) => {
      const channels = [...world.channels.values()].filter((c) => c.guild === guild);
      const data = guildPayload({ guild, channels, bot: world.bot });
      return { name: 'GUILD_CREATE', data, guildId: guild.id };
    });
    return { ready, events };
  }
}
