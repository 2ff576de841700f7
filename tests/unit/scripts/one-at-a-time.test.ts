import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = `
  import { appendFileSync } from 'node:fs';
  import { takeTurn } from ${JSON.stringify(resolve('scripts/one-at-a-time.mjs'))};
  const [lock, log, holdMs] = process.argv.slice(1);
  takeTurn(lock);
  appendFileSync(log, 'in ');
  setTimeout(() => appendFileSync(log, 'out '), Number(holdMs));
`;

describe('commands that install what is missing, started at once', () => {
  let folder: string;
  let lock: string;
  let log: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mugen-turn-'));
    lock = join(folder, 'lock');
    log = join(folder, 'log');
    writeFileSync(log, '');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const begin = (holdMs = 50) =>
    spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, lock, log, String(holdMs)], {
      stdio: 'ignore',
    });

  it('take turns, and leave nothing behind', async () => {
    await Promise.all([begin(), begin(), begin()].map((child) => once(child, 'exit')));
    expect(readFileSync(log, 'utf8')).toBe('in out in out in out ');
    expect(existsSync(lock)).toBe(false);
  });

  it('do not wait for one that was killed', async () => {
    const first = begin(60_000);
    while (readFileSync(log, 'utf8') !== 'in ') await new Promise((next) => setTimeout(next, 20));
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect(existsSync(lock)).toBe(true);
    await once(begin(), 'exit');
    expect(readFileSync(log, 'utf8')).toBe('in in out ');
  });
});
