import { setMaxListeners } from 'node:events';
import {
  ActivityType,
  Events,
  GatewayDispatchEvents,
  OAuth2Scopes,
  PermissionFlagsBits,
  type Client,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageReactionAddDispatchData,
  type GatewayMessageReactionRemoveDispatchData,
} from 'discord.js';
import type { Logger } from 'pino';
import { inRequest } from '../../errors/request-scope.js';
import type { Messages } from '../../messages/messages.js';
import type { Game } from '../../game/game.js';
import type { DiscordContext } from './discord-context.js';
import { endRuns } from './actions/endless-run.js';
import type { Location } from '../../game/people/person.js';
import { Connection } from './connection/connection.js';
import { watchCutOffRuns } from './events/interrupted-runs.js';
import { commandDefinitions } from './registration/command-definitions.js';
import { handleMessage } from './events/message-handler.js';
import { handleInteraction } from './events/interaction-handler.js';
import { sendToChannel } from './replies/channel-messages.js';
import { PendingPosts } from './replies/pending-posts.js';
import { ProgressBudget } from './replies/progress-budget.js';
import { Arrivals } from './events/arrivals.js';
import { UnfinishedAnswers } from './events/unfinished-answers.js';
import { ReactionHandler } from './events/reactions.js';
import { dropServerCommands } from './registration/drop-server-commands.js';
import { readCommandIds, registerCommands } from './registration/register-commands.js';
import type { DiscordSettings } from './settings.js';

/** The Discord bot as the program sees it: started once and stopped once. */
export interface DiscordFrontEnd {
  /**
   * Connects, however long Discord is away, registers changed commands and answers.
   * @throws ConfigError where Discord refuses the token or what the bot asks for
   */
  start(): Promise<void>;
  /** Takes nothing new, finishes what was asked for, or tells those who wait, and disconnects. */
  stop(): Promise<void>;
  /** Why nobody is answered now, in a few words; undefined while the gateway is connected. */
  problem(): string | undefined;
}

/** Of the 50 requests that Discord takes each second. */
const progressLinesPerSecond = 10;
const scopes = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands];
/** See `docs/discord.md`. */
const permissions = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
];
/** For drawings that were asked for before the end. */
const finishWithinMs = 5000;

interface FrontEndParts {
  readonly game: Game;
  readonly messages: Messages;
  readonly log: Logger;
  readonly settings: DiscordSettings;
  /** Told once when Discord refuses the bot after it had started. */
  readonly gaveUp?: (error: Error) => void;
}

/** The Discord bot: Discord's events into calls of the game, its results into messages. */
export function createDiscordFrontEnd(parts: FrontEndParts): DiscordFrontEnd {
  const { game, messages, log, settings, gaveUp = () => undefined } = parts;
  const [closing, stopping] = [new AbortController(), new AbortController()];
  setMaxListeners(0, closing.signal); // one an endless run
  const context: DiscordContext = {
    game,
    messages,
    log,
    get client() {
      return connection.client;
    },
    ...createMemory(),
    get unfinished() {
      return unfinished;
    },
    isRepeated: (id) => connection.isRepeated(id),
    closing: closing.signal,
    stopping: stopping.signal,
  };
  const { follow, settle } = followWork();
  const unfinished = new UnfinishedAnswers(context, follow);
  const cutOffRuns = watchCutOffRuns(context, follow);
  const connection = new Connection({
    settings,
    log,
    gaveUp,
    listen: (client) => {
      logConnection(client, log);
      listen(context, client, follow);
    },
    ready: () => register(context, settings),
  });
  return {
    problem: () => (connection.client.isReady() ? undefined : 'not connected to the gateway'),
    start: async () => {
      await connection.open();
      if (closing.signal.aborted) return;
      cutOffRuns.start();
      follow(unfinished.tellAll());
    },
    stop: async () => {
      connection.client.removeAllListeners(Events.InteractionCreate);
      connection.client.removeAllListeners(Events.MessageCreate);
      cutOffRuns.stop();
      closing.abort();
      await settle(finishWithinMs, stopping);
      await connection.close();
    },
  };
}

/** The front end's state while it runs. */
function createMemory(): Pick<
  DiscordContext,
  'pendingPosts' | 'arrivals' | 'endlessRuns' | 'progressBudget' | 'commandIds'
> {
  return {
    pendingPosts: new PendingPosts(),
    arrivals: new Arrivals(),
    endlessRuns: new Set(),
    progressBudget: new ProgressBudget(progressLinesPerSecond),
    commandIds: new Map(),
  };
}

type Follow = (work: Promise<void>) => void;

/** The work under way, to be finished before the end; `settle` aborts what takes longer. */
function followWork(): {
  follow: Follow;
  settle: (withinMs: number, stopping: AbortController) => Promise<void>;
} {
  const underWay = new Set<Promise<void>>();
  return {
    follow: (work) => {
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
    settle: async (withinMs, stopping) => {
      const impatience = setTimeout(() => {
        stopping.abort();
      }, withinMs);
      await Promise.allSettled(underWay);
      clearTimeout(impatience);
    },
  };
}

function listen(context: DiscordContext, client: Client, follow: Follow): void {
  const { game } = context;
  const reactions = new ReactionHandler(context);
  client
    .on(Events.InteractionCreate, (interaction) => {
      follow(inRequest(`discord:${interaction.id}`, () => handleInteraction(context, interaction)));
    })
    .on(Events.MessageCreate, (message) => {
      follow(inRequest(`discord:${message.id}`, () => handleMessage(context, message)));
    })
    .on(Events.GuildDelete, ({ id }) => {
      const server = { platform: 'discord', serverId: id } as const;
      follow(cleanUp(context, game.servers.forget(server)));
      follow(
        cleanUp(
          context,
          endRuns(context, ({ serverId }) => serverId === id),
        ),
      );
    })
    .on(Events.ChannelDelete, ({ id }) => {
      const isGone = (where: Location) => [where.channelId, where.parentChannelId].includes(id);
      follow(cleanUp(context, endRuns(context, isGone)));
    })
    .on(Events.ThreadDelete, ({ id }) => {
      follow(
        cleanUp(
          context,
          endRuns(context, ({ channelId }) => channelId === id),
        ),
      );
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
      follow(forgetPosts(context, data.channel_id, [data.id]));
    })
    .on(GatewayDispatchEvents.MessageDeleteBulk, (data: GatewayMessageDeleteBulkDispatchData) => {
      follow(forgetPosts(context, data.channel_id, data.ids));
    });
}

function forgetPosts(
  context: DiscordContext,
  channelId: string,
  ids: readonly string[],
): Promise<void> {
  const gone = ids.map((messageId) =>
    context.game.posts.forget({ platform: 'discord', channelId, messageId }),
  );
  return cleanUp(context, Promise.all(gone));
}

/** Nobody waits for it, and what stays behind does no harm. */
async function cleanUp(context: DiscordContext, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    context.log.warn({ err: error }, 'what was deleted on Discord is still remembered');
  }
}

/**
 * Registers the commands and the way in which the owner announces here. With several shards the first one
 * registers for all; the others learn the commands' ids.
 */
async function register(context: DiscordContext, settings: DiscordSettings): Promise<void> {
  const { client, game, messages, log, commandIds } = context;
  if (!client.isReady()) return;
  game.owner.announceBy('discord', (channelId, text) =>
    sendToChannel(context, channelId, { content: text }),
  );
  const isFirst = client.shard === null || client.shard.ids.includes(0);
  const definitions = commandDefinitions(messages, game.model);
  const { rest, guilds } = client;
  const { testServerId: serverId } = settings;
  const application = { rest, applicationId: client.application.id };
  try {
    const ids = isFirst
      ? await registerCommands({ ...application, serverId, definitions, log })
      : await readCommandIds({ ...application, serverId });
    for (const [name, id] of ids) commandIds.set(name, id);
    if (isFirst && serverId === undefined) {
      await dropServerCommands({ ...application, serverIds: [...guilds.cache.keys()], log });
    }
  } catch (error) {
    // The commands of the last start still work: no reason to stay away.
    log.error({ err: error }, 'commands not registered');
  }
  client.user.setActivity({ name: '/gacha', type: ActivityType.Playing });
}

/** The address at which a server's owner adds the bot, with what it uses and no more. */
function inviteTo(client: Client<true>): string {
  return client.generateInvite({ scopes, permissions });
}

function logConnection(client: Client, log: Logger): void {
  client
    .on(Events.ClientReady, (ready) => {
      const { user, guilds } = ready;
      const invite = inviteTo(ready);
      log.info({ user: user.tag, servers: guilds.cache.size, invite }, 'connected to Discord');
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
