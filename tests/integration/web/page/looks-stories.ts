import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import {
  eventually,
  haveKept,
  say,
  SIZES,
  type PageStage,
} from '../../../support/web/page-stage.js';

const PHONE = { width: 390, height: 844 };
const WINDOW = { width: 1280, height: 900 };

// The program's types have no browser.
interface BrowserWindow {
  readonly getComputedStyle: (element: unknown) => { readonly animationDuration: string };
}

export function tellLooks(stage: PageStage): void {
  describe('what the page shows', () => {
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
      const page = await stage.open({ viewport });
      await say(page, '/gacha blonde x10');
      await eventually(() => rowsOf(page)).toEqual(rows);
    });

    it('tells those who listen of the steps of a morph', async () => {
      const page = await stage.open();
      await haveKept(page, ['blonde hair']);
      await say(page, '/morph 1 red hair');
      const heard = page.locator('p[aria-live=polite]');
      await eventually(() => heard.textContent()).toContain('No. 1 → red hair');
    });

    it('says that there is nothing to export, without a button', async () => {
      const page = await stage.open();
      await say(page, '/export');
      await page.locator('.reply-text', { hasText: 'There is nothing of yours' }).waitFor();
      expect(await page.getByRole('link', { name: /Download/ }).count()).toBe(0);
    });

    it('offers each part of an export that one file cannot hold', async () => {
      const { privacy } = stage.game.game;
      const pack = privacy.export.bind(privacy);
      const spy = vi
        .spyOn(privacy, 'export')
        .mockImplementation((who) => pack(who, { maxBytes: 1 }));
      const page = await stage.open();
      await say(page, '/gacha blonde x2');
      await eventually(() => page.locator('.tile').count()).toBe(2);
      await say(page, '/export');
      for (const part of [1, 2]) {
        const link = page.getByRole('link', { name: `Download part ${part} of 2` });
        const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
        expect(download.suggestedFilename()).toBe(`mugen-gacha-${part}.zip`);
      }
      spy.mockRestore();
    });

    it('hides no face of a strip behind its hearts on a phone', async () => {
      const page = await stage.open(SIZES[0][1]);
      await haveKept(page, ['blonde']);
      await say(page, '/morph 1 red hair');
      const step = page.locator('.is-strip .tile').first();
      await step.waitFor();
      // Both at one moment: the page is still scrolling.
      const { below, heart } = await step.evaluate((tile) => {
        const boxOf = (name: string) => tile.querySelector(name)!.getBoundingClientRect();
        const [face, corner] = [boxOf('.tile-face'), boxOf('.keep-corner')];
        return { below: corner.top - face.bottom, heart: corner.height };
      });
      expect(below).toBeGreaterThanOrEqual(-1);
      expect(heart).toBeGreaterThanOrEqual(44);
    });

    it('is dark where the device is, and as chosen', async () => {
      const page = await stage.open({ colorScheme: 'dark' });
      const paper = (): Promise<unknown> =>
        page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
      const dark = await paper();
      await page.getByRole('button', { name: /^Light: as the device/ }).click();
      await eventually(paper).not.toBe(dark);
      await page.reload();
      expect(await paper()).not.toBe(dark);
    });

    it('does not move where people asked for stillness', async () => {
      const page = await stage.open({ reducedMotion: 'reduce' });
      await say(page, 'blonde');
      const face = page.locator('.portrait.is-there');
      await face.waitFor();
      const duration = await face.evaluate(
        (img) => (globalThis as unknown as BrowserWindow).getComputedStyle(img).animationDuration,
      );
      expect(Number.parseFloat(duration)).toBeLessThan(0.001);
    });

    it.each([
      ['ja-JP', '引く'],
      ['zh-CN', '抽卡'],
      ['zh-TW', '抽卡'],
      ['de-DE', 'Pull'],
    ])('speaks to a browser set to %s', async (locale, word) => {
      const page = await stage.open({ locale });
      await page.getByRole('link', { name: word, exact: true }).waitFor();
    });

    it('switches its language in place and remembers it', async () => {
      const page = await stage.open();
      await page.getByLabel('Language').selectOption('ja');
      await page.getByRole('link', { name: '生成一覧' }).waitFor();
      await page.reload();
      await page.getByRole('link', { name: '生成一覧' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    });
  });
}
