import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSettings, SETTING_NAMES } from '../../../src/config/env.js';
import { gameSettings, queueSettings } from '../../../src/config/parts.js';
import { ConfigError } from '../../../src/errors/app-error.js';

function failureOf(environment: Record<string, string>): ConfigError {
  try {
    loadSettings(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('expected a ConfigError');
}

describe('loadSettings', () => {
  it('needs nothing', () => {
    const settings = loadSettings({});
    expect(settings).toMatchObject({ HOST: '127.0.0.1', PORT: 8080, INFERENCE_DEVICE: 'auto' });
    expect(settings.DISCORD_TOKEN).toBeUndefined();
  });

  it('takes what is empty for unset', () => {
    const settings = loadSettings({ PORT: '', MUGEN_WORKERS: '  ', DISCORD_TOKEN: '' });
    expect(settings).toMatchObject({ PORT: 8080 });
    expect(settings).not.toHaveProperty('MUGEN_WORKERS');
    expect(settings).not.toHaveProperty('DISCORD_TOKEN');
  });

  it('reads numbers', () => {
    expect(loadSettings({ PORT: ' 9000 ', MUGEN_WORKERS: '3' })).toMatchObject({
      PORT: 9000,
      MUGEN_WORKERS: 3,
    });
  });

  it('is frozen', () => {
    expect(Object.isFrozen(loadSettings({}))).toBe(true);
  });

  it('names every wrong setting and never its value', () => {
    const { message } = failureOf({ PORT: 'eighty', TELEGRAM_WEBHOOK_URL: 'hunter2' });
    expect(message).toContain('PORT');
    expect(message).toContain('TELEGRAM_WEBHOOK_URL');
    expect(message).not.toMatch(/eighty|hunter2/);
  });

  it.each(['redis://127.0.0.1:6379', 'rediss://:word@queue.example/1', 'postgresql://a@b/c'])(
    'takes %s for a queue',
    (QUEUE_URL) => {
      expect(queueSettings(loadSettings({ QUEUE_URL, MUGEN_QUEUE_LIMIT: '9' }))).toEqual({
        url: QUEUE_URL,
        limits: { maxWaiting: 9 },
      });
    },
  );

  it('has no queue unless told where, and none over the web', () => {
    expect(queueSettings(loadSettings({}))).toBeUndefined();
    const { message } = failureOf({ QUEUE_URL: 'https://hunter2.example' });
    expect(message).toMatch(/QUEUE_URL/);
    expect(message).toContain('redis://');
    expect(message).not.toContain('hunter2');
  });

  it.each([
    ['HOST', 'my machine'],
    ['HOST', '127.0.0.256'],
    ['ALLOWED_HOSTS', 'play.lan,https://play.example'],
    ['OWNERS', 'ann#1234'],
    ['TRUSTED_PROXIES', 'all'],
    ['PORT', '0x50'],
    ['PORT', '65536'],
    ['MUGEN_MODELS', '/nowhere'],
    ['MUGEN_MODEL', 'nobody-trained-it'],
    ['MUGEN_PORTRAIT_DAYS', '999999999999'],
    ['MUGEN_WORKERS', '1e3'],
    ['DATABASE_URL', 'mysql://ann@127.0.0.1/mugen'],
    ['DATABASE_URL', 'file:/tmp'],
    ['DATABASE_URL', 'file://'],
    ['DISCORD_API_URL', 'ftp://discord.example'],
    ['DISCORD_TOKEN', 'one-part'],
    ['SHARDING', 'many'],
    ['TELEGRAM_API_ROOT', 'file:///etc'],
    ['TELEGRAM_TOKEN', 'AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'],
    ['TELEGRAM_WEBHOOK_URL', 'http://bot.example'],
  ])('refuses %s=%s at once, without quoting it', (name, value) => {
    const { message } = failureOf({ [name]: value });
    expect(message).toMatch(new RegExp(`^correct these settings:\\n  ${name}: .*xpected`));
    expect(message.split('\n')).toHaveLength(2);
    expect(message).not.toContain(value);
  });

  it.each([
    ['HOST', '0.0.0.0'],
    ['ALLOWED_HOSTS', 'play.lan, play.example'],
    ['OWNERS', 'discord:1234, telegram:5678'],
    ['HOST', '::1'],
    ['HOST', 'bot.internal'],
    ['DATABASE_URL', 'file:./data/mugen.db'],
    ['DATABASE_URL', 'postgresql://ann:word@db.example:5432/mugen'],
    ['DISCORD_API_URL', 'http://127.0.0.1:9000/api'],
    ['SHARDING', 'auto'],
    ['TELEGRAM_STORAGE_CHAT', '-1001234567890'],
  ])('takes %s=%s', (name, value) => {
    expect(() => loadSettings({ [name]: value })).not.toThrow();
  });

  it('bounds the pictures of a page that others reach', () => {
    const limited = (environment: Record<string, string>) =>
      gameSettings(loadSettings(environment)).limitedPlatforms;
    expect(limited({})).toBeUndefined();
    expect(limited({ HOST: '0.0.0.0' })).toContain('web');
    expect(limited({ PUBLIC_URL: 'https://play.example' })).toContain('web');
  });

  it('is explained line by line in .env.example', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const explained = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(new Set(explained)).toEqual(new Set(SETTING_NAMES));
  });

  it('accepts .env.example as it stands', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)];
    expect(loadSettings(Object.fromEntries(lines.map(([, name, value]) => [name, value])))).toEqual(
      loadSettings({}),
    );
  });
});
