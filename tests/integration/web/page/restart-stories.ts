import type { Page } from 'playwright-core';
import { afterEach, describe, it, vi } from 'vitest';
import { freePort } from '../../../support/free-port.js';
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
}
