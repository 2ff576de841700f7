import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { describeWith } from '../../support/describe-with.js';
import { startTestGame, startTinyGenerator, type TestGame } from '../../support/game/test-game.js';
import { needs } from '../../support/needs.js';
import { startBrowser } from '../../support/web/browser.js';
import { findChromium } from '../../support/web/find-chromium.js';
import { startWeb, type WebStage } from '../../support/web/web-harness.js';

const PATIENCE_MS = 30_000;
const PHONE = { width: 390, height: 844 };
const WINDOW = { width: 1280, height: 900 };

describeWith(needs.chromium, 'what the page shows', {}, () => {
  let generator: PortraitGenerator;
  let stage: TestGame;
  let server: WebStage;
  let browser: Browser;

  beforeAll(async () => {
    generator = await startTinyGenerator();
    stage = await startTestGame({ generator });
    server = await startWeb(Promise.resolve(stage.game));
    browser = await startBrowser(findChromium() ?? '');
  });

  afterAll(async () => {
    await browser.close();
    await server.web.stop();
    await stage.close();
    await generator.close();
  });

  async function open(viewport: typeof PHONE): Promise<Page> {
    const page = await (await browser.newContext({ locale: 'en-GB', viewport })).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(server.web.address);
    return page;
  }

  async function say(page: Page, text: string): Promise<void> {
    await page.getByRole('combobox', { name: /Describe a face/ }).fill(text);
    await page.keyboard.press('Enter');
  }

  /** How many faces stand in each row, from above. */
  async function rowsOf(page: Page): Promise<number[]> {
    const tiles = page.locator('.tiles').last().locator('.tile');
    const tops = await tiles.evaluateAll((all: readonly unknown[]) =>
      all.map((tile) => (tile as { readonly offsetTop: number }).offsetTop),
    );
    return [...new Set(tops)].map((row) => tops.filter((top) => top === row).length);
  }

  it.each([
    ['wide window', WINDOW, [5, 5]],
    ['phone', PHONE, [2, 2, 2, 2, 2]],
  ])('is a ten-pull in full rows: %s', async (_, viewport, rows) => {
    const page = await open(viewport);
    await say(page, '/gacha blonde x10');
    await expect.poll(() => rowsOf(page), { timeout: PATIENCE_MS }).toEqual(rows);
    await page.context().close();
  });

  it('tells those who listen of the steps of a morph', async () => {
    const page = await open(WINDOW);
    await say(page, 'blonde hair');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('Kept as No. 1.').waitFor();
    await say(page, '/morph 1 red hair');
    const heard = page.locator('p[aria-live=polite]');
    await expect
      .poll(() => heard.textContent(), { timeout: PATIENCE_MS })
      .toContain('No. 1 → red hair');
    await page.context().close();
  });

  it('says that there is nothing to export, without a button', async () => {
    const page = await open(WINDOW);
    await say(page, '/export');
    await page.locator('.reply-text', { hasText: 'There is nothing of yours' }).waitFor();
    expect(await page.getByRole('link', { name: /Download/ }).count()).toBe(0);
    await page.context().close();
  });

  it('offers each part of an export that one file cannot hold', async () => {
    const { privacy } = stage.game;
    const pack = privacy.export.bind(privacy);
    const spy = vi.spyOn(privacy, 'export').mockImplementation((who) => pack(who, { maxBytes: 1 }));
    const page = await open(WINDOW);
    await say(page, '/gacha blonde x2');
    await expect.poll(() => page.locator('.tile').count(), { timeout: PATIENCE_MS }).toBe(2);
    await say(page, '/export');
    for (const part of [1, 2]) {
      const link = page.getByRole('link', { name: `Download part ${part} of 2` });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toBe(`mugen-gacha-${part}.zip`);
    }
    spy.mockRestore();
    await page.context().close();
  });
});
