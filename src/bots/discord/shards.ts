import { once } from 'node:events';
import {
  REST,
  Routes,
  ShardingManager,
  type RESTGetAPIGatewayBotResult,
  type Shard,
} from 'discord.js';
import type { Logger } from 'pino';

/** How many processes the bot is spread over, and what each of them runs. */
export interface ShardSettings {
  readonly token: string;
  /** `auto` asks Discord how many. */
  readonly count: number | 'auto';
  /** Another address of Discord's HTTP API; without the version. */
  readonly apiUrl?: string | undefined;
  /** What a shard's process runs, and with which arguments. */
  readonly script: string;
  readonly args: readonly string[];
  readonly execArgv?: readonly string[];
  /** Between the starts of two shards; Discord wants five seconds. */
  readonly delayMs?: number;
}

const readyWithinMs = 120_000;

/** The bot spread over processes, a part of the servers each; one that dies is started again. */
export function createShards(parts: { settings: ShardSettings; log: Logger }): {
  /**
   * Resolves when all are ready. @throws when Discord refuses the token, or one ends or needs over
   * two minutes
   */
  start(): Promise<void>;
  /**
   * Tells all to stop and resolves when they have exited, however long they take. None comes back.
   */
  stop(): Promise<void>;
  /** Why some servers are not answered now; undefined while all shards are connected. */
  problem(): string | undefined;
} {
  const { settings, log } = parts;
  const { token, count, script, args, execArgv, delayMs } = settings;
  const manager = new ShardingManager(script, {
    token,
    totalShards: count,
    mode: 'process',
    shardArgs: [...args],
    ...(execArgv === undefined ? {} : { execArgv: [...execArgv] }),
  });
  manager.on('shardCreate', (shard) => {
    shard.on('ready', () => {
      log.info({ shard: shard.id }, 'shard ready');
    });
    shard.on('death', () => {
      log.warn({ shard: shard.id, again: manager.respawn }, 'shard ended');
    });
    shard.on('error', (error) => {
      log.error({ shard: shard.id, err: error }, 'shard failed');
    });
  });
  return {
    start: async () => {
      const delay = delayMs === undefined ? {} : { delay: delayMs };
      const amount = count === 'auto' ? await recommendedCount(settings) : count;
      log.info({ shards: amount, asked: count }, 'starting shards');
      await manager.spawn({ amount, timeout: readyWithinMs, ...delay });
    },
    problem: () => {
      const shards = [...manager.shards.values()];
      const away = shards.filter(({ ready }) => !ready).length;
      return shards.length > 0 && away === 0
        ? undefined
        : `${away} of ${shards.length} shards are away`;
    },
    stop: async () => {
      manager.respawn = false;
      await Promise.all([...manager.shards.values()].map((shard) => end(shard)));
    },
  };
}

/** discord.js would ask Discord's own address, whatever `apiUrl` says. */
async function recommendedCount({ token, apiUrl }: ShardSettings): Promise<number> {
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  const { shards } = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
  return shards;
}

/** SIGTERM, and then as long as the shard needs to finish what was asked of it. */
async function end(shard: Shard): Promise<void> {
  const { process } = shard;
  if (process === null || process.exitCode !== null) return;
  const hasEnded = once(process, 'exit');
  shard.kill();
  await hasEnded;
}
