import { once } from 'node:events';
import { ShardingManager, type Shard } from 'discord.js';
import type { Logger } from 'pino';

export interface ShardSettings {
  readonly token: string;
  /** `auto` asks Discord how many; it does so at Discord's own address, whatever `apiUrl` says. */
  readonly count: number | 'auto';
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
  start(): Promise<void>;
  stop(): Promise<void>;
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
      await manager.spawn({ timeout: readyWithinMs, ...delay });
    },
    stop: async () => {
      manager.respawn = false;
      await Promise.all([...manager.shards.values()].map((shard) => end(shard)));
    },
  };
}

/** SIGTERM, and then as long as the shard needs to finish what was asked of it. */
async function end(shard: Shard): Promise<void> {
  const { process } = shard;
  if (process === null || process.exitCode !== null) return;
  const hasEnded = once(process, 'exit');
  shard.kill();
  await hasEnded;
}
