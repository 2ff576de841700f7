/**
 * Measures the page of the program that `npm run build` built, in headless Chromium, as one JSON line:
 * npx tsx scripts/measure-page.ts [--pulls 30] [--endless 300]
 * From Enter to the first frame with the face, what moves meanwhile, and what endless pulls leave behind. The first is
 * drawn by the installed model; the endless ones by the tests' tiny one, which needs no pause between them.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '../tests/support/free-port.js';
import { startTestGame, startTinyGenerator } from '../tests/support/game/test-game.js';
import { startBrowser } from '../tests/support/web/browser.js';
import { findChromium } from '../tests/support/web/find-chromium.js';
import { startWeb } from '../tests/support/web/web-harness.js';
import { percentile, round } from './bench/statistics.js';

const { values } = parseArgs({
  options: {
    pulls: { type: 'string', default: '30' },
    endless: { type: 'string', default: '300' },
  },
});
const WARM_UP = 3;
/** So many faces stay on the page: only from here on may nothing grow. */
const MOST_SHOWN = 90;

/** Notes when Enter was pressed, when the face was on screen after it, and every shift of the layout. */
const WATCH = `
  window.faceMs = []; window.shift = 0;
  let enterAt;
  addEventListener('keydown', (event) => { if (event.key === 'Enter') enterAt = performance.now(); }, true);
  document.addEventListener('load', ({ target }) => {
    if (!(target instanceof HTMLImageElement) || enterAt === undefined) return;
    const began = enterAt;
    enterAt = undefined;
    requestAnimationFrame(() => requestAnimationFrame(() => faceMs.push(performance.now() - began)));
  }, true);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

const browser = await startBrowser(findChromium() ?? '');
const pulls = await measurePulls(browser);
const endless = await measureEndless(browser);
await browser.close();
process.stdout.write(`${JSON.stringify({ ...pulls, endless })}\n`);

async function measurePulls(chromium: Browser) {
  const folder = mkdtempSync(join(tmpdir(), 'mugen-page-'));
  const port = await freePort();
  const program = spawn(process.execPath, ['--max-semi-space-size=2', 'dist/app/main.js'], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: `file:${join(folder, 'mugen.db')}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: program.stdout })) {
    if (line.includes('ready at')) break;
  }
  program.stdout.resume();
  const page = await chromium.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(WATCH);
  await page.goto(`http://127.0.0.1:${port}`);
  for (let pull = 0; pull < WARM_UP + Number(values.pulls); pull += 1) {
    await page.locator('#message').fill('blonde blue-eyes');
    await page.locator('#message').press('Enter');
    while ((await page.evaluate('faceMs.length')) === pull) await sleep(50);
    await sleep(1000);
  }
  const ms = (await page.evaluate('faceMs')) as number[];
  const shift = (await page.evaluate('shift')) as number;
  await page.close();
  program.kill('SIGTERM');
  await once(program, 'exit');
  rmSync(folder, { recursive: true, force: true });
  const faces = ms.slice(WARM_UP);
  return {
    faceMs: { p50: round(percentile(faces, 0.5), 0), p95: round(percentile(faces, 0.95), 0) },
    layoutShift: round(shift, 4),
  };
}

async function measureEndless(chromium: Browser) {
  const generator = await startTinyGenerator();
  const settings = { endlessIntervalMs: 20, endlessLimit: 10_000 };
  const test = await startTestGame({ generator, settings });
  const server = await startWeb(Promise.resolve(test.game));
  const page = await chromium.newPage();
  await page.goto(server.web.address);
  await page.getByRole('button', { name: 'Pull without end' }).click();
  await pulled(page, MOST_SHOWN);
  const before = await usedBy(page);
  await pulled(page, MOST_SHOWN + Number(values.endless));
  const after = await usedBy(page);
  await page.close();
  await server.web.stop();
  await test.close();
  await generator.close();
  const growth = (name: string): number => round((after[name] ?? NaN) / (before[name] ?? NaN), 3);
  return {
    pulls: Number(values.endless),
    nodes: growth('Nodes'),
    heap: growth('JSHeapUsedSize'),
  };
}

async function pulled(page: Page, count: number): Promise<void> {
  const shown = page.locator('.turn small').first();
  while (Number.parseInt((await shown.textContent()) ?? '0', 10) < count) await sleep(200);
}

/** Chromium's own counts, after garbage was collected: twice, as what ends a weak reference goes with the second. */
async function usedBy(page: Page): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let time = 0; time < 2; time += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await sleep(500);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
