import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../../src/config/env.js';
import { hideSecrets, secretsOf } from '../../../src/config/secrets.js';

const secrets = secretsOf(
  loadSettings({
    DISCORD_TOKEN: 'MTIz.abc.def-ghi',
    TELEGRAM_TOKEN: '123456:AAHdqTcvCH1vGWJxf',
    TELEGRAM_WEBHOOK_SECRET: 'wicked_word',
    DATABASE_URL: 'postgresql://ann:p%40ss%22word@db.example/mugen',
    QUEUE_URL: 'redis://:queue-word@queue.example:6379',
  }),
);

describe('secrets', () => {
  it.each([
    'https://api.telegram.org/bot123456:AAHdqTcvCH1vGWJxf/getMe',
    'Bot MTIz.abc.def-ghi',
    'secret_token=wicked_word',
    'postgresql://ann:p%40ss%22word@db.example/mugen',
    'password p@ss"word was refused',
    JSON.stringify({ password: 'p@ss"word' }),
    'AUTH queue-word',
  ])('are hidden by their value, whoever wrote it: %s', (text) => {
    const hidden = hideSecrets(text, secrets);
    expect(hidden).toContain('[secret]');
    expect(hidden).not.toMatch(/AAHdq|def-ghi|wicked|p@ss|p%40ss|queue-word/);
  });

  it('leave the rest as it is', () => {
    const text = 'queue.example does not answer; ann waits';
    expect(hideSecrets(text, secrets)).toBe(text);
  });

  it('are not short words, which are everywhere', () => {
    const settings = loadSettings({ QUEUE_URL: 'redis://:a@queue.example:6379' });
    expect(secretsOf(settings)).toEqual([]);
  });
});
