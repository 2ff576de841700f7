import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../support/free-port.js';
import { ROOT } from '../../support/hosting/built-program.js';
import { runProgram, type Running } from '../../support/run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'mugen-operations-'));
const database = join(folder, 'mugen.db');

// Each starts the whole program, which takes its time on a busy machine.
describe('the program, watched', { timeout: 240_000 }, () => {
  let program: Running;
  let watched = '';
  let page = '';

  beforeAll(async () => {
    const env = {
      PORT: '0',
      OPERATIONS_PORT: '0',
      MUGEN_WORKERS: '1',
      DATABASE_URL: `file:${database}`,
    };
    // Nobody answers there, so one part is not ready.
    const TELEGRAM_API_ROOT = `http://127.0.0.1:${await freePort()}`;
    const telegram = { TELEGRAM_TOKEN: '123456:stand-in', TELEGRAM_API_ROOT };
    program = runProgram('src/app/main.ts', [], { env: { ...env, ...telegram } });
    const log = await program.until('telegram: not connected');
    watched = /watched at (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1] ?? '';
    page = /ready at (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1] ?? '';
  }, 240_000);

  afterAll(async () => {
    program.child.kill('SIGTERM');
    await program.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async (path: string) => {
    const response = await fetch(`${watched}${path}`);
    return { status: response.status, text: await response.text() };
  };
  const parts = async (): Promise<Readonly<Record<string, unknown>>> => {
    const { status, text } = await get('/readyz');
    return { status, ...(JSON.parse(text) as { parts: Record<string, string> }).parts };
  };

  it('lives, and says which of its parts cannot do their work', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect(await parts()).toEqual({
      status: 503,
      database: 'ready',
      workers: 'ready',
      telegram: 'not connected',
    });
  });

  it('knows that the database is gone, and that it is back', async () => {
    renameSync(database, `${database}.away`);
    expect((await parts())['database']).toContain('gone');
    renameSync(`${database}.away`, database);
    expect((await parts())['database']).toBe('ready');
  });

  it('counts what people ask, draw and run into, per front end', async () => {
    const say = async (text: string): Promise<void> => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ text });
      await (await fetch(`${page}/api/do/say`, { method: 'POST', headers, body })).text();
    };
    await say('/gacha blonde blue-eyes');
    await say('/gacha xyzzy');
    const log = await program.until('request refused');
    expect(log).toMatch(/"request":"web:[\da-f-]{36}",.*"request refused"/);
    const { text } = await get('/metrics');
    expect(text).toContain('mugen_use_case_seconds_count{use="gacha.pull",platform="web"} 2');
    expect(text).toContain(
      'mugen_errors_total{use="gacha.pull",platform="web",code="description-not-understood"} 1',
    );
    expect(text).toContain('mugen_pictures_total{kind="draw"} 1');
    for (const stage of ['queue', 'runtime', 'encode']) {
      expect(text).toContain(`mugen_stage_seconds_count{stage="${stage}"} 1`);
    }
    expect(text).toContain('mugen_batch_size_count 1');
    expect(text).toContain('mugen_queue_pictures 0');
    expect(text).toContain('mugen_workers 1');
    expect(text).toContain('mugen_ready{part="telegram"} 0');
    expect(text).toMatch(/mugen_storage_seconds_count\{table="portraits"\} \d/);
  });

  it('gives whatever the Grafana dashboard asks for', async () => {
    const { text } = await get('/metrics');
    const given = new Set([...text.matchAll(/^(mugen_\w+)/gm)].map(([, name]) => name));
    const dashboard = readFileSync(join(ROOT, 'deploy/grafana-dashboard.json'), 'utf8');
    const asked = [...dashboard.matchAll(/\b(mugen_\w+)/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !given.has(name))).toEqual([]);
  });

  it('answers nothing else there', async () => {
    expect((await get('/api/state')).status).toBe(404);
    const post = await fetch(`${watched}/metrics`, { method: 'POST' });
    expect(post.status).toBe(404);
  });
});
