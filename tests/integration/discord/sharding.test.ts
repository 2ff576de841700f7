import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createShardedDiscord } from '../../../src/discord-shards.js';
import { DiscordStandin } from '../../support/discord-standin/discord-standin.js';
import { shardOf } from '../../support/discord-standin/snowflake.js';
import type { StandinChannel } from '../../support/discord-standin/world.js';
import { HeldGenerator } from './held-generator.js';
import { openGenerator } from './stage.js';

const script = fileURLToPath(new URL('../../../src/discord-shard.ts', import.meta.url));
const aLongTime = 240_000;

describe('the bot over two processes', () => {
  let discord: DiscordStandin;
  const folder = mkdtempSync(path.join(tmpdir(), 'mugen-shards-'));

  beforeEach(async () => {
    discord = await new DiscordStandin().start();
    discord.patienceMs = aLongTime;
    discord.shards = 2;
    vi.stubEnv('DISCORD_TOKEN', discord.token);
    vi.stubEnv('DISCORD_API_URL', discord.apiUrl);
    vi.stubEnv('DATABASE_URL', `file:${path.join(folder, 'mugen.db')}`);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await discord.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(discord.problems).toEqual([]);
  });

  const channelOn = (shard: number): StandinChannel => {
    for (;;) {
      const channel = discord.channel(`on-${shard}`);
      if (shardOf(channel.guild?.id, 2) === shard) return channel;
    }
  };

  it(
    'draws with one pool, keeps in one database, and registers once',
    async () => {
      const real = await openGenerator();
      const generator = new HeldGenerator(real);
      const shards = createShardedDiscord({
        generator,
        log: pino({ level: 'silent' }),
        settings: {
          token: discord.token,
          count: 2,
          execArgv: ['--import', 'tsx'],
          delayMs: 0,
        },
        script,
      });
      try {
        await shards.start();
        const ann = discord.person('Ann');
        await discord.until('the commands', () => discord.world.commands.get(''));
        for (const shard of [0, 1]) {
          const channel = channelOn(shard);
          const post = await ann.slash(channel, 'gacha', { description: 'blonde' }).message();
          const kept = await ann.press(post, 'Keep').message();
          expect(kept.content).toContain(`No. ${shard + 1}`);
        }
        expect(generator.waiting).toBeGreaterThanOrEqual(2);
        expect(discord.gateway.connected).toBe(2);
        const registrations = discord.http.seen.filter(({ method }) => method === 'PUT');
        expect(registrations).toHaveLength(1);
      } finally {
        await shards.stop();
        await real.close();
      }
      await discord.until('both to leave', () =>
        discord.gateway.connected === 0 ? true : undefined,
      );
    },
    aLongTime,
  );
});
