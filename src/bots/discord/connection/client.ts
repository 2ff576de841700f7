import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { DiscordSettings } from '../settings.js';
import type { SendRequest } from './send-request.js';

/** Uploads take their time on slow lines; discord.js would otherwise send them a second time. */
const uploadTimeoutMs = 60_000;

/** None of these is privileged: no member lists, no presences, no reading along. */
export const intents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
] as const;

/** A discord.js client that keeps little, and can answer in channels it has never seen. */
export function createClient(
  { apiUrl }: Pick<DiscordSettings, 'apiUrl'>,
  makeRequest: SendRequest,
): Client {
  return new Client({
    intents: [...intents],
    // Direct messages come from channels that nobody has announced.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      UserManager: 200,
      GuildMemberManager: {
        maxSize: 20,
        keepOverLimit: (member) => member.id === member.client.user.id,
      },
    }),
    rest: {
      timeout: uploadTimeoutMs,
      makeRequest,
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
    },
  });
}
