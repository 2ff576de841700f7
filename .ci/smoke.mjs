/**
 * Starts the product as a newcomer does (`npm start`, no account, no settings), waits for the page,
 * pulls one face over HTTP and stops it with SIGTERM. Exits 1 with a line on what went wrong.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 15_000;

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function waitForPage(url) {
  const began = Date.now();
  while (Date.now() - began < START_LIMIT_MS) {
    if (server.exitCode !== null) throw new Error(`npm start ended with ${server.exitCode}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) {
      console.log(`the page answered after ${Date.now() - began} ms (npm's own start included)`);
      return response.text();
    }
    await sleep(50);
  }
  throw new Error(`no page at ${url} within ${START_LIMIT_MS} ms`);
}

async function stop(server) {
  // The whole group, as a terminal's Ctrl-C does.
  process.kill(-server.pid, 'SIGTERM');
  const limit = sleep(STOP_LIMIT_MS, 'late', { ref: false });
  if ((await Promise.race([once(server, 'exit'), limit])) !== 'late') return;
  process.kill(-server.pid, 'SIGKILL');
  throw new Error(`still running ${STOP_LIMIT_MS} ms after SIGTERM`);
}

const port = await findFreePort();
const dataFolder = mkdtempSync(join(tmpdir(), 'mugen-smoke-'));
const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', MUGEN_DATA: dataFolder };
const server = spawn('npm', ['start'], {
  env,
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});
try {
  const html = await waitForPage(`http://127.0.0.1:${port}/`);
  if (!/<script/.test(html)) throw new Error('the page has no script');
  await stop(server);
} catch (error) {
  console.log(`smoke: ${error.message}`);
  process.exitCode = 1;
  if (server.exitCode === null) server.kill('SIGKILL');
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
