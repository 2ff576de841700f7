import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { begin, finish, isRunning, ROOT } from '../../support/hosting/built-program.js';

const folder = mkdtempSync(join(tmpdir(), 'mugen-start-'));
const env = { PORT: '0', DATABASE_URL: `file:${join(folder, 'mugen.db')}` };
const marks = join(ROOT, 'node_modules/.cache/mugen/running');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The numbers of the processes that said something; npm itself is none of them. */
function speakers(log: string): number[] {
  return [...new Set([...log.matchAll(/"pid":(\d+)/g)].map(([, pid]) => Number(pid)))];
}

describe('npm start', { timeout: 240_000 }, () => {
  it('stops in order on a signal that npm alone gets, as pm2, docker and kill send it', async () => {
    const start = begin('npm', ['start'], { env });
    const [pid = 0] = speakers(await start.until('ready at'));
    start.child.kill('SIGTERM');
    expect(await start.ended).toEqual({ code: 0, signal: null });
    expect(isRunning(pid)).toBe(false);
    expect(start.said()).toMatch(/"stopping"[\s\S]*"stopped"/);
  });

  it('stops in order on a signal that everybody gets, as from Ctrl-C', async () => {
    const start = begin('npm', ['start'], { env, detached: true });
    await start.until('ready at');
    process.kill(-Number(start.child.pid), 'SIGINT');
    expect(await start.ended).toMatchObject({ code: 0 });
    expect(start.said()).toContain('"stopped"');
    expect(start.said()).not.toContain('told twice');
  });

  it('lets nothing be built under it while it runs', async () => {
    const start = begin('npm', ['start'], { env });
    const [pid = 0] = speakers(await start.until('ready at'));
    const build = await finish('npm', ['run', 'build']);
    expect(build.code).toBe(1);
    // Other tests run programs from this folder, too.
    expect(build.said).toMatch(/process \d+ runs from this folder: stop it first/);
    expect(existsSync(join(ROOT, 'dist/app/main.js'))).toBe(true);
    expect(isRunning(pid)).toBe(true);
    start.child.kill('SIGTERM');
    await start.ended;
    expect(readdirSync(marks)).not.toContain(String(pid));
  });
});
