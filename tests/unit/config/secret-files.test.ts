import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadSettings } from '../../../src/config/env.js';

const folder = mkdtempSync(join(tmpdir(), 'mugen-secrets-'));
let files = 0;
const fileOf = (content: string): string => {
  files += 1;
  const file = join(folder, `${files}`);
  writeFileSync(file, content);
  return file;
};
const token = '123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';

describe('secrets in files', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['TELEGRAM_TOKEN', token],
    ['DISCORD_TOKEN', 'MTIz.abc.def'],
    ['TELEGRAM_WEBHOOK_SECRET', 'hunter2'],
    ['DATABASE_URL', 'postgresql://ann:word@db/mugen'],
    ['QUEUE_URL', 'redis://:word@queue:6379'],
  ])('are read by the name of the file: %s_FILE', (name, value) => {
    const settings = loadSettings({ [`${name}_FILE`]: fileOf(`${value}\n`) });
    expect(settings).toMatchObject({ [name]: value });
  });

  it('may be named beside the same value, as a shard gets them', () => {
    const environment = { TELEGRAM_TOKEN: token, TELEGRAM_TOKEN_FILE: fileOf(token) };
    expect(loadSettings(environment).TELEGRAM_TOKEN).toBe(token);
  });

  it.each([
    ['is not there', { TELEGRAM_TOKEN_FILE: join(folder, 'none') }, 'ENOENT'],
    ['is empty', { TELEGRAM_TOKEN_FILE: fileOf(' ') }, 'empty'],
    [
      'says otherwise',
      { TELEGRAM_TOKEN_FILE: fileOf(`${token}x`), TELEGRAM_TOKEN: token },
      'as well',
    ],
    ['holds something else', { TELEGRAM_TOKEN_FILE: fileOf('hunter2') }, 'a bot token'],
  ])('are refused when the file %s', (_, environment, rule) => {
    const load = (): unknown => loadSettings(environment);
    expect(load).toThrow(rule);
    expect(load).not.toThrow('hunter2');
  });
});
