import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../support/describe-with.js';
import { freePort } from '../../support/free-port.js';
import { needs } from '../../support/needs.js';
import { startRedis, type RedisServer } from '../../support/queue/redis-server.js';
import { runProgram } from '../../support/run-program.js';

// Each starts whole programs, which takes its time on a busy machine.
describeWith(needs.redis, 'the program with a queue', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mugen-queue-'));
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => {
    await redis.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('draws on a worker of its own process, and both stop when told', async () => {
    const env = { QUEUE_URL: redis.url, PORT: '0' };
    const DATABASE_URL = `file:${join(folder, 'mugen.db')}`;
    const main = runProgram('src/app/main.ts', [], { env: { ...env, DATABASE_URL } });
    const worker = runProgram('src/app/worker.ts', [], { env });
    const log = await main.until('ready at');
    expect(log).not.toContain('drawing on onnx');
    const address = /ready at (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1] ?? '';
    const body = JSON.stringify({ text: '/gacha blonde blue-eyes' });
    const headers = { 'content-type': 'application/json' };
    const pull = await fetch(`${address}/api/do/say`, { method: 'POST', headers, body });
    expect(await pull.text()).toContain('blonde hair, blue eyes');
    expect(await worker.until('ready: drawing')).toContain('onnx/cpu');
    worker.child.kill('SIGTERM');
    main.child.kill('SIGTERM');
    for (const { code, stdout, stderr } of await Promise.all([worker.ended, main.ended])) {
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout.trimEnd().split('\n').at(-1)).toContain('"stopped"');
      expect(stdout).not.toContain('web:');
    }
  });

  it.each([['src/app/main.ts'], ['src/app/worker.ts']])(
    '%s says that nothing answers at the address of the queue',
    async (script) => {
      const QUEUE_URL = `redis://:sesame@127.0.0.1:${await freePort()}`;
      const DATABASE_URL = `file:${join(folder, 'alone.db')}`;
      const { code, stdout } = await runProgram(script, [], {
        env: { QUEUE_URL, PORT: '0', DATABASE_URL },
      }).ended;
      expect(code).toBe(1);
      expect(stdout).toContain('check QUEUE_URL');
      expect(stdout).not.toContain('sesame');
    },
  );

  it('has no worker without an address', async () => {
    const { code, stdout, stderr } = await runProgram('src/app/worker.ts', []).ended;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('QUEUE_URL is not set');
  });
});
