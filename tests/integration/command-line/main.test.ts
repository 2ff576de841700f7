import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DiscordStandin } from '../../support/discord-standin/discord-standin.js';
import { Person } from '../../support/telegram-standin/person.js';
import { TelegramStandin } from '../../support/telegram-standin/telegram-standin.js';
import { runProgram } from '../../support/run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'mugen-main-'));
const usual = { PORT: '0', DATABASE_URL: `file:${join(folder, 'mugen.db')}` };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (env: Record<string, string> = {}) =>
  runProgram('src/app/main.ts', [], { env: { ...usual, ...env } });

// Each starts the whole program, which takes its time on a busy machine.
describe('the program', { timeout: 240_000 }, () => {
  it('serves the page without any token, says so line by line, and stops when told', async () => {
    const { child, ended, until } = start();
    const log = await until('Telegram is off');
    expect(log).toContain('Discord is off');
    const address = /ready at (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1] ?? '';
    expect(await (await fetch(address)).text()).toContain('無限ガチャ');
    const body = JSON.stringify({ text: '/gacha blonde blue-eyes' });
    const headers = { 'content-type': 'application/json' };
    const pull = await fetch(`${address}/api/do/say`, { method: 'POST', headers, body });
    expect(await pull.text()).toContain('blonde hair, blue eyes');
    child.kill('SIGTERM');
    const { code, stdout, stderr } = await ended;
    expect([code, stderr]).toEqual([0, '']);
    const said = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(said.filter((msg) => msg.startsWith('stopp'))).toEqual(['stopping', 'stopped']);
    expect(said.at(-1)).toBe('stopped');
  });

  it('stops within one deadline while both bots wait for their platforms', async () => {
    const [discord, telegram] = await Promise.all([
      new DiscordStandin().start(),
      TelegramStandin.start(),
    ]);
    const { child, ended, until } = start({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
    });
    await Promise.all([until('telegram: connected'), until('connected to Discord')]);
    await discord.until('commands', () => discord.world.commands.get('')?.[0]);
    const does = { kind: 'hang' } as const;
    telegram.faults.add({ method: 'sendPhoto', does });
    discord.faults.add({ method: 'PATCH', path: /original/, status: 429, retryAfter: 600 });
    new Person(telegram).says('silver hair');
    discord.person('Ann').slash(discord.channel('gacha'), 'gacha', { description: 'blonde' });
    await telegram.waitFor(() => telegram.callsOf('sendPhoto')[0], 'a picture', 120_000);
    await expect.poll(() => discord.faults.played.length, { timeout: 120_000 }).toBe(1);
    child.kill('SIGTERM');
    const { stdout } = await ended;
    await Promise.all([discord.stop(), telegram.stop()]);
    const lines = stdout.trimEnd().split('\n');
    const said = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
    const from = said.indexOf('stopping');
    expect(said.slice(from)).toContain('telegram: updates left for the next start');
    // Discord's own answer is ten minutes away: it stays written down for the next start.
    expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ parts: ['discord'] });
    expect(said.at(-1)).toBe('stopped');
  });

  it('names every wrong setting and does not start', async () => {
    const { code, stdout, stderr } = await start({ PORT: 'x', TELEGRAM_WEBHOOK_URL: 'y' }).ended;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/PORT[\s\S]*TELEGRAM_WEBHOOK_URL/);
  });

  it('says what is missing when there is no model', async () => {
    const { code, stdout } = await start({ MUGEN_MODELS: folder, MUGEN_MODEL: '' }).ended;
    expect(code).toBe(1);
    expect(stdout).toContain('model-folder-missing');
  });

  it('begins with its version and settings, without secrets, and names what is mistyped', async () => {
    const secret = 'AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
    const { child, ended, until } = start({
      TELEGRAM_TOKNE: `1:${secret}`,
      TELEGRAM_TOKEN: `123456:${secret}`,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
      NODE_OPTIONS: '--trace-warnings',
    });
    await until('telegram: not connected');
    child.kill('SIGTERM');
    const { stdout, stderr } = await ended;
    const [first = ''] = stdout.split('\n');
    expect(JSON.parse(first)).toMatchObject({
      version: expect.stringMatching(/^\d/) as string,
      settings: { PORT: 0, MUGEN_MODEL: 'tiny-model', TELEGRAM_TOKEN: '[secret]' },
    });
    expect(stdout).toContain('TELEGRAM_TOKNE is no setting; did you mean TELEGRAM_TOKEN?');
    expect(stdout + stderr).not.toContain(secret);
  });

  it('says in a sentence, once and without a stack, that a device is missing', async () => {
    const { code, stdout } = await start({ INFERENCE_DEVICE: 'cuda' }).ended;
    expect(code).toBe(1);
    expect(stdout.match(/"level":[56]0/g)).toHaveLength(1);
    expect(stdout).toContain('could not start: expected to draw on cuda');
    expect(stdout).not.toContain('"stack"');
  });

  it('ends with a code where Discord refuses the token and no other bot runs', async () => {
    const discord = await new DiscordStandin().start();
    const env = { DISCORD_TOKEN: 'MTIz.another.token', DISCORD_API_URL: discord.apiUrl };
    const { code, stdout } = await start(env).ended;
    await discord.stop();
    expect(code).toBe(1);
    expect(stdout).toContain('discord gave up');
    expect(stdout).toContain('Discord refuses DISCORD_TOKEN');
  });

  it('says that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stdout } = await start({ PORT: `${port}` }).ended;
    other.close();
    expect(code).toBe(1);
    expect(stdout).toContain('EADDRINUSE');
  });
});
