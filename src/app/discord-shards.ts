import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createShards, type ShardSettings } from '../bots/discord/shards.js';
import type { PortraitGenerator } from '../inference/portrait-generator.js';
import { GeneratorHost } from '../inference/ipc/generator-host.js';

/** The Discord front end over several processes, which all draw with this one's workers. */
export function createShardedDiscord(parts: {
  generator: PortraitGenerator;
  log: Logger;
  settings: Pick<ShardSettings, 'token' | 'count' | 'apiUrl' | 'execArgv' | 'delayMs'>;
  /** Path of the script that a shard runs; default: this build's own. */
  script?: string;
  /** Told once when Discord refuses a shard after all had started. */
  gaveUp?: (error: Error) => void;
}): {
  /**
   * Resolves when every shard is ready, however long Discord is away. @throws when the socket cannot
   * be opened, or Discord refuses the token or what the bot asks for
   */
  start(): Promise<void>;
  /** Ends the shards first, since they draw through the socket until then. */
  stop(): Promise<void>;
  /** Why some servers are not answered now; undefined while all shards are connected. */
  problem(): string | undefined;
} {
  const { generator, log, settings, gaveUp = () => undefined } = parts;
  const host = new GeneratorHost(generator, log);
  const script = parts.script ?? fileURLToPath(new URL('./discord-shard.js', import.meta.url));
  let shards: ReturnType<typeof createShards> | undefined;
  return {
    start: async () => {
      const address = await host.listen();
      shards = createShards({ log, gaveUp, settings: { ...settings, script, args: [address] } });
      await shards.start();
    },
    problem: () => (shards === undefined ? 'no shard has begun' : shards.problem()),
    stop: async () => {
      await shards?.stop();
      await host.close();
    },
  };
}
