import { GatewayCloseCodes } from 'discord.js';
import { ConfigError } from '../../../errors/app-error.js';

/** The words in which discord.js reports why the gateway closed for good. */
const closings: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: 'Authentication failed',
  [GatewayCloseCodes.InvalidShard]: 'Invalid shard',
  [GatewayCloseCodes.ShardingRequired]: 'Sharding is required',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Used an invalid API version',
  [GatewayCloseCodes.InvalidIntents]: 'Used invalid intents',
  [GatewayCloseCodes.DisallowedIntents]: 'Used disallowed intents',
};

/** The error of a gateway that closed with a code that discord.js does not reconnect after. */
export function closingOf(code: number): Error {
  return new Error(closings[code] ?? `closed with ${code}`);
}

/**
 * The cause of a failure to connect: `token` may be a mistake of Discord's, `hopeless` is what no
 * further attempt changes; undefined may pass.
 */
export function meaningOf(error: unknown): 'token' | 'hopeless' | undefined {
  if (!(error instanceof Error)) return undefined;
  const isInvalid = 'code' in error && error.code === 'TokenInvalid';
  if (isInvalid || error.message === closings[GatewayCloseCodes.AuthenticationFailed]) {
    return 'token';
  }
  return Object.values(closings).includes(error.message) ? 'hopeless' : undefined;
}

/** Discord refuses the token itself. */
export function tokenRefused(cause: unknown): ConfigError {
  return refuse('Discord refuses DISCORD_TOKEN: reset it under Bot, and set the new one', cause);
}

/** Discord refuses what the bot asks for, such as intents that are switched off. */
export function botRefused(cause: unknown): ConfigError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return refuse(`Discord refuses what the bot asks for: ${why}`, cause);
}

function refuse(message: string, cause: unknown): ConfigError {
  return new ConfigError('config-invalid', message, { cause, context: { details: message } });
}
