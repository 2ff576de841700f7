import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createShardedDiscord } from '../../../src/app/discord-shards.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { DiscordStandin } from '../../support/discord-standin/discord-standin.js';
import { textOf } from '../../support/discord-standin/exchange.js';
import type { Person } from '../../support/discord-standin/person.js';
import { shardOf } from '../../support/discord-standin/snowflake.js';
import type { StandinChannel } from '../../support/discord-standin/world.js';
import { HeldGenerator } from './held-generator.js';
import { compiled } from '../../support/compiled.js';
import { openGenerator } from './bot-harness.js';

const { file: script, execArgv } = compiled('src/app/discord-shard.ts');
const aLongTime = 300_000;

describe('the bot over as many processes as Discord recommends', { timeout: aLongTime }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mugen-shards-'));
  let discord: DiscordStandin;
  let real: PortraitGenerator;
  let generator: HeldGenerator;
  let shards: ReturnType<typeof createShardedDiscord>;
  let ann: Person;

  beforeAll(async () => {
    discord = await new DiscordStandin().start();
    discord.patienceMs = aLongTime;
    discord.shards = 2;
    vi.stubEnv('DISCORD_TOKEN', discord.token);
    vi.stubEnv('DISCORD_API_URL', discord.apiUrl);
    vi.stubEnv('DATABASE_URL', `file:${path.join(folder, 'mugen.db')}`);
    vi.stubEnv('MUGEN_PERSON_PICTURES_PER_MINUTE', '1000');
    real = await openGenerator();
    generator = new HeldGenerator(real);
    const { token, apiUrl } = discord;
    shards = createShardedDiscord({
      generator,
      log: pino({ level: 'silent' }),
      settings: { token, apiUrl, count: 'auto', execArgv, delayMs: 0 },
      script,
    });
    await shards.start();
    await discord.until('the commands', () => discord.world.commands.get(''));
    ann = discord.person('Ann');
  }, aLongTime);

  afterAll(async () => {
    await shards.stop();
    await discord.until('both to leave', () =>
      discord.gateway.connected === 0 ? true : undefined,
    );
    await real.close();
    vi.unstubAllEnvs();
    await discord.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(discord.problems).toEqual([]);
  }, aLongTime);

  const channelOn = (shard: number): StandinChannel => {
    for (;;) {
      const channel = discord.channel(`on-${shard}`);
      if (shardOf(channel.guild?.id, 2) === shard) return channel;
    }
  };

  it('draws with one pool, keeps in one database, and registers once', async () => {
    const asked = discord.http.seen.filter((request) => request.path === '/gateway/bot');
    expect(asked.length).toBeGreaterThanOrEqual(1);
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
  });

  it('lets one person run one endless run over all of them', async () => {
    const [here, there] = [channelOn(0), channelOn(1)];
    const run = ann.slash(here, 'endless', { description: 'blonde' });
    const post = await run.message(({ attachments }) => attachments.length === 1);
    const refusal = await ann.slash(there, 'endless', { description: 'blonde' }).followUp();
    expect(textOf(refusal)).toContain('already have endless pulls going');
    expect(textOf(await ann.press(post, 'Stop').message())).toContain('Stopping');
    await discord.until('its end', () =>
      run.interaction.followUps.find((message) => textOf(message).includes('Stopped after')),
    );
    const next = ann.slash(there, 'endless', { description: 'blonde' });
    const another = await next.message(({ attachments }) => attachments.length === 1);
    await ann.press(another, 'Stop').message();
    await discord.until('its end', () =>
      next.interaction.followUps.find((message) => textOf(message).includes('Stopped after')),
    );
  });

  it('says so when an endless run was cut off by the death of its process', async () => {
    const channel = channelOn(1);
    const run = ann.slash(channel, 'endless', { description: 'blonde' });
    const announced = await run.message(({ components }) => components.length > 0);
    await run.message(({ attachments }) => attachments.length === 1);
    const own = String(process.pid);
    const pids = execFileSync('pgrep', ['-P', own, '-f', 'discord-shard'], { encoding: 'utf8' });
    for (const pid of pids.trim().split('\n')) process.kill(Number(pid), 'SIGKILL');
    await discord.until('word of it', () =>
      textOf(announced).includes('I was restarted') ? true : undefined,
    );
    const next = ann.press(announced, 'Go on');
    const post = await next.message(({ attachments }) => attachments.length === 1);
    expect(textOf(post)).toContain('blonde');
    await ann.press(post, 'Stop').message();
    await discord.until('its end', () =>
      next.interaction.followUps.find((message) => textOf(message).includes('Stopped after')),
    );
  });
});

describe('shards whose token is refused', { timeout: aLongTime }, () => {
  it('are not started again and again', async () => {
    const discord = await new DiscordStandin().start();
    const folder = mkdtempSync(path.join(tmpdir(), 'mugen-shards-'));
    vi.stubEnv('DISCORD_TOKEN', 'MTIz.another.token');
    vi.stubEnv('DISCORD_API_URL', discord.apiUrl);
    vi.stubEnv('DATABASE_URL', `file:${path.join(folder, 'mugen.db')}`);
    const real = await openGenerator();
    const open = (count: number | 'auto') =>
      createShardedDiscord({
        generator: real,
        log: pino({ level: 'silent' }),
        settings: {
          token: 'MTIz.another.token',
          apiUrl: discord.apiUrl,
          count,
          execArgv,
          delayMs: 0,
        },
        script,
      });
    for (const count of ['auto', 1] as const) {
      const shards = open(count);
      await expect(shards.start()).rejects.toMatchObject({
        message: expect.stringContaining('DISCORD_TOKEN'),
      });
      await shards.stop();
    }
    await real.close();
    await discord.stop();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
    expect(discord.gateway.identified).toBe(0);
  });
});
