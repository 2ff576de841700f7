import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProductionPackages } from '../../../scripts/setup/production-packages.mjs';
import { begin, finish, isRunning, ROOT, succeed } from '../../support/hosting/built-program.js';

const folder = mkdtempSync(join(tmpdir(), 'mugen-production-'));
const production = join(folder, '0.2.0');
const MOST_BYTES = 300e6;

describe('a production folder', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    await succeed('npm', ['run', 'build:production', '--', production]);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is small, and has nothing that only builds', () => {
    expect(sizeOf(production)).toBeLessThan(MOST_BYTES);
    for (const name of ['typescript', 'prisma', 'vite', '@tensorflow']) {
      expect(existsSync(join(production, 'node_modules', name))).toBe(false);
    }
  });

  it('has TensorFlow.js where it is asked for', () => {
    const core = 'node_modules/@tensorflow/tfjs-core';
    expect(findProductionPackages(ROOT)).not.toContain(core);
    expect(findProductionPackages(ROOT, { withTfjs: true })).toContain(core);
  });

  it('runs and draws from another folder, with its own model, and stops in order', async () => {
    const env = { PORT: '0', MUGEN_MODELS: '', MUGEN_MODEL: '' };
    const program = begin(process.execPath, [join(production, 'dist/app/main.js')], {
      cwd: folder,
      env,
    });
    const log = await program.until('ready at');
    expect(log).toContain('faces-256');
    const address = /ready at (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1] ?? '';
    const pull = await fetch(`${address}/api/do/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: '/gacha blonde blue-eyes' }),
    });
    expect(await pull.text()).toContain('blonde hair, blue eyes');
    program.child.kill('SIGTERM');
    expect(await program.ended).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'data/mugen.db'))).toBe(true);
  });

  it('is started by npm as well, which hands its signals on', async () => {
    const env = { PORT: '0', DATABASE_URL: `file:${join(folder, 'other.db')}` };
    const start = begin('npm', ['start'], { cwd: production, env });
    const log = await start.until('ready at');
    start.child.kill('SIGTERM');
    expect(await start.ended).toEqual({ code: 0, signal: null });
    expect(isRunning(Number(/"pid":(\d+)/.exec(log)?.[1]))).toBe(false);
  });

  it('is never built over another', async () => {
    const { code, said } = await finish('npm', ['run', 'build:production', '--', production]);
    expect([code, said]).toEqual([1, expect.stringContaining('is there already') as string]);
  });
});

function sizeOf(path: string): number {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
