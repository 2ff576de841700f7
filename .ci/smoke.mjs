/**
 * Starts the product as a newcomer does (`npm start`, no account, no settings), waits for the page, pulls
 * a face as the page does and stops it with SIGTERM. Exits 1 with a line on what went wrong.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// Long enough to build first what is stale, on a busy machine.
const START_LIMIT_MS = 240_000;
const PULL_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 30_000;

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function waitForPage() {
  const began = Date.now();
  while (Date.now() - began < START_LIMIT_MS) {
    if (server.exitCode !== null) throw new Error(`npm start ended with ${server.exitCode}`);
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) {
      console.log(`the page answered after ${Date.now() - began} ms (npm's own start included)`);
      return response.text();
    }
    await sleep(50);
  }
  throw new Error(`no page at ${address} within ${START_LIMIT_MS} ms`);
}

/** Types a command into the chat box and fetches the picture of the face that comes. */
async function pullFace() {
  const signal = AbortSignal.timeout(PULL_LIMIT_MS);
  const began = Date.now();
  const said = await fetch(`${address}api/do/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ text: '/gacha blonde blue-eyes' }),
    signal,
  });
  const cookie = said.headers.get('set-cookie')?.split(';')[0] ?? '';
  const events = (await said.text()).split('\n').filter((line) => line.startsWith('data: '));
  const pulled = events
    .map((line) => JSON.parse(line.slice(6)))
    .find(({ type }) => type === 'reply');
  const id = pulled?.reply?.portraits?.[0]?.id;
  if (!id) throw new Error(`no face came back: ${events.join(' ')}`);
  const picture = await fetch(`${address}api/portraits/${id}/picture`, {
    headers: { cookie },
    signal,
  });
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const isWebp = Buffer.from(bytes.slice(8, 12)).toString() === 'WEBP';
  if (!picture.ok || !isWebp) throw new Error(`no picture of the face: HTTP ${picture.status}`);
  console.log(`a face of ${bytes.length} bytes after ${Date.now() - began} ms`);
}

async function stop() {
  // The whole group, as a terminal's Ctrl-C does.
  const group = -Number(server.pid);
  process.kill(group, 'SIGTERM');
  const began = Date.now();
  while (Date.now() - began < STOP_LIMIT_MS) {
    if (!isRunning(group)) return;
    await sleep(50);
  }
  throw new Error(`still running ${STOP_LIMIT_MS} ms after SIGTERM`);
}

function isRunning(group) {
  try {
    return process.kill(group, 0);
  } catch {
    return false; // no such process
  }
}

const port = await findFreePort();
const address = `http://127.0.0.1:${port}/`;
const dataFolder = mkdtempSync(join(tmpdir(), 'mugen-smoke-'));
const server = spawn('npm', ['start'], {
  env: {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: `file:${join(dataFolder, 'mugen.db')}`,
  },
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});
try {
  const html = await waitForPage();
  if (!html.includes('<script')) throw new Error('the page has no script');
  await pullFace();
  await stop();
} catch (error) {
  console.log(`smoke: ${error.message}`);
  process.exitCode = 1;
  if (isRunning(-Number(server.pid))) process.kill(-Number(server.pid), 'SIGKILL');
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
