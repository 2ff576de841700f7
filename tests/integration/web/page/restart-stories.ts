import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { freePort } from '../../../support/free-port.js';
import { runProgram, type Running } from '../../../support/run-program.js';
import { eventually, PATIENCE_MS, say, type PageStage } from '../../../support/web/page-stage.js';
import { startWeb, type WebStage } from '../../../support/web/web-harness.js';

export function tellRestart(stage: PageStage): void {
  describe('a page whose server ends in the middle', () => {
    let port: number;
    let server: WebStage;
    let page: Page;

    const start = async (): Promise<void> => {
      server = await startWeb(Promise.resolve(stage.game.game), port);
    };
    const open = async (): Promise<void> => {
      port = await freePort();
      await start();
      page = await (await stage.browser.newContext({ locale: 'en-GB' })).newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      await page.goto(server.web.address);
    };
    afterEach(async () => {
      await page.context().close();
      await server.web.stop();
    });

    it('says what became of a pull, and draws it once the next server is there', async () => {
      await open();
      const { gacha } = stage.game.game;
      // Never ends by itself, as behind a long queue.
      const pull = vi.spyOn(gacha, 'pull').mockImplementationOnce(
        ({ drawing }) =>
          new Promise((_, reject) => {
            drawing?.signal?.addEventListener('abort', () => reject(new Error('ended')));
          }),
      );
      await say(page, 'blonde hair');
      await eventually(() => pull.mock.calls.length).toBe(1);
      await server.web.stop();
      await page.getByRole('alert').getByText('being switched off').waitFor();
      await start();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('img', { name: /blonde hair/ }).waitFor();
      pull.mockRestore();
    });
  });

  // The program itself, in a process of its own: what runs on must outlive it.
  describe('a page whose program ends in the middle of an endless run', () => {
    let folder: string;
    let port: number;
    let running: Running;
    let page: Page;

    const start = async (): Promise<void> => {
      const DATABASE_URL = `file:${join(folder, 'mugen.db')}`;
      running = runProgram('src/app/main.ts', [], { env: { PORT: String(port), DATABASE_URL } });
      await running.until('ready at');
    };
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'mugen-page-'));
      port = await freePort();
      await start();
    });
    afterEach(async () => {
      await page.context().close();
      running.child.kill('SIGKILL');
      await running.ended;
      rmSync(folder, { recursive: true, force: true });
    });

    it('hears of the run from the next one, and goes on with it', async () => {
      page = await (await stage.browser.newContext({ locale: 'en-GB' })).newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      await page.goto(`http://127.0.0.1:${port}`);
      await page.getByRole('button', { name: 'Pull without end' }).click();
      for (const [at, signal] of (['SIGTERM', 'SIGKILL'] as const).entries()) {
        const faces = await page.locator('.tile').count();
        await eventually(() => page.locator('.tile').count()).toBeGreaterThan(faces);
        running.child.kill(signal);
        await running.ended;
        await page.getByRole('alert').nth(at).waitFor();
        await start();
        await page.getByText('I was restarted').nth(at).waitFor();
        await page.getByRole('button', { name: 'Go on' }).nth(at).click();
      }
      await eventually(() => page.getByRole('button', { name: 'Stop' }).count()).toBe(1);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText('Endless pulls, ended.').last().waitFor();
    });
  });
}
