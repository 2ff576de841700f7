import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DiscordAPIError,
  REST,
  Routes,
  ShardingManager,
  type RESTGetAPIGatewayBotResult,
  type Shard,
} from 'discord.js';
import type { Logger } from 'pino';
import { ConfigError } from '../../errors/app-error.js';
import { checkToken } from './connection/check-token.js';
import { tokenRefused } from './connection/refused.js';

/** How many processes the bot is spread over, and what each of them runs. */
export interface ShardSettings {
  readonly token: string;
  /** `auto` asks Discord how many. */
  readonly count: number | 'auto';
  /** Another address of Discord's HTTP API; without the version. */
  readonly apiUrl?: string | undefined;
  /** The script of a shard's process and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
  readonly execArgv?: readonly string[];
  /** Between the starts of two shards; Discord wants five seconds. */
  readonly delayMs?: number;
}

const firstPauseMs = 1000;
const longestPauseMs = 300_000;

/** The bot spread over processes, a part of the servers each; one that dies is started again. */
export function createShards(parts: {
  settings: ShardSettings;
  log: Logger;
  /** Told once when Discord refuses a shard after all had started. */
  gaveUp: (error: Error) => void;
}): {
  /**
   * Resolves when all are ready, however long Discord is away. @throws ConfigError where Discord
   * refuses the token or what the bot asks for
   */
  start(): Promise<void>;
  /**
   * Tells all to stop and resolves when they have exited, however long they take. None comes back.
   */
  stop(): Promise<void>;
  /** Why some servers are not answered now; undefined while all shards are connected. */
  problem(): string | undefined;
} {
  const { settings, log, gaveUp } = parts;
  const closing = new AbortController();
  const { token, count, script, args, execArgv, delayMs } = settings;
  const manager = new ShardingManager(script, {
    token,
    totalShards: count,
    mode: 'process',
    shardArgs: [...args],
    ...(execArgv === undefined ? {} : { execArgv: [...execArgv] }),
  });
  const ready: Promise<unknown>[] = [];
  let refuse: (error: Error) => void = gaveUp;
  const refused = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  refused.catch(() => undefined);
  manager.on('shardCreate', (shard) => {
    ready.push(new Promise<void>((resolve) => shard.once('ready', () => resolve())));
    watch(shard, { manager, log, refuse: (error) => refuse(error) });
  });
  return {
    start: async () => {
      const amount = count === 'auto' ? await recommendedCount(parts, closing.signal) : count;
      if (amount === undefined) return;
      log.info({ shards: amount, asked: count }, 'starting shards');
      const delay = delayMs === undefined ? {} : { delay: delayMs };
      // Each tries by itself until it is connected.
      const spawning = manager.spawn({ amount, timeout: -1, ...delay });
      await Promise.race([spawning.then(() => Promise.all(ready)), refused]);
      refuse = gaveUp;
    },
    problem: () => problemOf([...manager.shards.values()]),
    stop: async () => {
      manager.respawn = false;
      closing.abort();
      await Promise.all([...manager.shards.values()].map((shard) => end(shard)));
    },
  };
}

function problemOf(shards: readonly Shard[]): string | undefined {
  const away = shards.filter(({ ready }) => !ready).length;
  const isWell = shards.length > 0 && away === 0;
  return isWell ? undefined : `${away} of ${shards.length} shards are away`;
}

function watch(
  shard: Shard,
  given: { manager: ShardingManager; log: Logger; refuse: (error: Error) => void },
): void {
  const { manager, log, refuse } = given;
  shard
    .on('ready', () => {
      log.info({ shard: shard.id }, 'shard ready');
    })
    .on('death', () => {
      log.warn({ shard: shard.id, again: manager.respawn }, 'shard ended');
    })
    .on('error', (error) => {
      log.error({ shard: shard.id, err: error }, 'shard failed');
    })
    .on('message', (message: unknown) => {
      const text = gaveUpText(message);
      if (text === undefined) return;
      // What Discord refuses one it refuses all, and it bans who asks too often.
      manager.respawn = false;
      refuse(new ConfigError('config-invalid', text, { context: { details: text } }));
    });
}

/** A shard's last message before it ends for good; see `src/app/discord-shard.ts`. */
function gaveUpText(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('gaveUp' in message)) return undefined;
  return String(message.gaveUp);
}

/**
 * Asks until Discord says how many. discord.js would ask Discord's own address, whatever `apiUrl`
 * says. @throws ConfigError where Discord refuses the token
 */
async function recommendedCount(
  { settings, log }: { settings: ShardSettings; log: Logger },
  closing: AbortSignal,
): Promise<number | undefined> {
  const { token, apiUrl } = settings;
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl });
  for (
    let pauseMs = firstPauseMs;
    !closing.aborted;
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  ) {
    try {
      // One attempt after the other.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await rest.setToken(token).get(Routes.gatewayBot());
      return (answer as RESTGetAPIGatewayBotResult).shards;
    } catch (error) {
      // oxlint-disable-next-line no-await-in-loop
      const isRefused = isUnauthorized(error) && (await checkToken(settings)) === 'refused';
      if (isRefused) throw tokenRefused(error);
      log.error({ err: error, waitMs: pauseMs }, 'cannot reach Discord: trying again');
      // oxlint-disable-next-line no-await-in-loop
      await sleep(pauseMs, undefined, { signal: closing }).catch(() => undefined);
    }
  }
  return undefined;
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}

/** SIGTERM, and then as long as the shard needs to finish what was asked of it. */
async function end(shard: Shard): Promise<void> {
  const { process } = shard;
  if (process === null || process.exitCode !== null) return;
  const hasEnded = once(process, 'exit');
  shard.kill();
  await hasEnded;
}
