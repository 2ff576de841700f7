import { setMaxListeners } from 'node:events';
import {
  ActivityType,
  Events,
  GatewayDispatchEvents,
  type Client,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageReactionAddDispatchData,
  type GatewayMessageReactionRemoveDispatchData,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Messages } from '../../messages/messages.js';
import type { Game } from '../../game/game.js';
import type { Bot } from './bot.js';
import { createClient } from './client.js';
import { watchCutOffRuns } from './cut-off-runs.js';
import { commandDefinitions } from './definitions/commands.js';
import { handleMessage } from './free-text.js';
import { handleInteraction } from './interaction-handler.js';
import { Publications } from './publications.js';
import { ReactionHandler } from './reactions.js';
import { registerCommands } from './registration.js';
import type { DiscordSettings } from './settings.js';

/** The Discord bot as the program sees it: started once and stopped once. */
export interface DiscordFrontEnd {
  /** Connects, registers changed commands and answers. @throws when Discord refuses the token */
  start(): Promise<void>;
  /** Takes nothing new, finishes what was asked for, or tells those who wait, and disconnects. */
  stop(): Promise<void>;
}

/** For drawings that were asked for before the end. */
const finishWithinMs = 5000;

/** The Discord bot: Discord's events into calls of the game, its results into messages. */
export function createDiscordFrontEnd(parts: {
  game: Game;
  messages: Messages;
  log: Logger;
  settings: DiscordSettings;
}): DiscordFrontEnd {
  const { game, messages, log, settings } = parts;
  const client = createClient(settings);
  const [closing, stopping] = [new AbortController(), new AbortController()];
  setMaxListeners(0, closing.signal); // one an endless run
  const bot: Bot = {
    game,
    messages,
    log,
    client,
    publications: new Publications(),
    closing: closing.signal,
    stopping: stopping.signal,
  };
  const underWay = new Set<Promise<void>>();
  const follow = (work: Promise<void>) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  const cutOffRuns = watchCutOffRuns(bot, follow);
  logConnection(client, log);
  listen(bot, follow);
  return {
    start: async () => {
      const isReady = new Promise((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(settings.token);
      await isReady;
      cutOffRuns.start();
      await register(bot, settings);
    },
    stop: async () => {
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      cutOffRuns.stop();
      closing.abort();
      const impatience = setTimeout(() => {
        stopping.abort();
      }, finishWithinMs);
      await Promise.allSettled(underWay);
      clearTimeout(impatience);
      await client.destroy();
    },
  };
}

function listen(bot: Bot, follow: (work: Promise<void>) => void): void {
  const { client, game } = bot;
  const reactions = new ReactionHandler(bot);
  client
    .on(Events.InteractionCreate, (interaction) => {
      follow(handleInteraction(bot, interaction));
    })
    .on(Events.MessageCreate, (message) => {
      follow(handleMessage(bot, message));
    })
    .on(Events.GuildDelete, ({ id }) => {
      const server = { platform: 'discord', serverId: id } as const;
      follow(cleanUp(bot, game.servers.forget(server)));
    });
  client.ws
    .on(GatewayDispatchEvents.MessageReactionAdd, (data: GatewayMessageReactionAddDispatchData) => {
      follow(reactions.handle(data, 'keep'));
    })
    .on(
      GatewayDispatchEvents.MessageReactionRemove,
      (data: GatewayMessageReactionRemoveDispatchData) => {
        follow(reactions.handle(data, 'unkeep'));
      },
    )
    .on(GatewayDispatchEvents.MessageDelete, (data: GatewayMessageDeleteDispatchData) => {
      follow(forgetPosts(bot, data.channel_id, [data.id]));
    })
    .on(GatewayDispatchEvents.MessageDeleteBulk, (data: GatewayMessageDeleteBulkDispatchData) => {
      follow(forgetPosts(bot, data.channel_id, data.ids));
    });
}

function forgetPosts(bot: Bot, channelId: string, ids: readonly string[]): Promise<void> {
  const gone = ids.map((messageId) =>
    bot.game.posts.forget({ platform: 'discord', channelId, messageId }),
  );
  return cleanUp(bot, Promise.all(gone));
}

/** Nobody waits for it, and what stays behind does no harm. */
async function cleanUp(bot: Bot, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    bot.log.warn({ err: error }, 'what was deleted on Discord is still remembered');
  }
}

/** With several shards the first one registers for all. */
async function register(bot: Bot, settings: DiscordSettings): Promise<void> {
  const { client, game, messages, log } = bot;
  const isFirst = client.shard === null || client.shard.ids.includes(0);
  if (!client.isReady() || !isFirst) return;
  const definitions = commandDefinitions(messages, game.model);
  const { testServerId: serverId } = settings;
  try {
    const { rest } = client;
    await registerCommands({
      rest,
      applicationId: client.application.id,
      serverId,
      definitions,
      log,
    });
  } catch (error) {
    // The commands of the last start still work: no reason to stay away.
    log.error({ err: error }, 'commands not registered');
  }
  client.user.setActivity({ name: '/gacha', type: ActivityType.Playing });
}

function logConnection(client: Client, log: Logger): void {
  client
    .on(Events.ClientReady, ({ user, guilds }) => {
      log.info({ user: user.tag, servers: guilds.cache.size }, 'connected to Discord');
    })
    .on(Events.ShardDisconnect, ({ code }, shard) => {
      log.warn({ shard, code }, 'disconnected from Discord');
    })
    .on(Events.ShardReconnecting, (shard) => {
      log.info({ shard }, 'reconnecting to Discord');
    })
    .on(Events.ShardResume, (shard, replayed) => {
      log.info({ shard, replayed }, 'resumed: missed events were delivered');
    })
    .on(Events.ShardError, (error, shard) => {
      log.warn({ shard, err: error }, 'connection to Discord failed');
    })
    .on(Events.Warn, (text) => {
      log.warn({ text }, 'discord.js warns');
    })
    .on(Events.Error, (error) => {
      log.error({ err: error }, 'discord.js failed');
    });
  client.rest.on('rateLimited', (limit) => {
    const { route, timeToReset, scope } = limit;
    log.info({ route, timeToReset, scope }, 'rate limited by Discord: waiting');
  });
}
