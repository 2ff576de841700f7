import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  answered,
  eventually,
  say,
  SIZES,
  type PageStage,
} from '../../../support/web/page-stage.js';

export function tellStream(stage: PageStage): void {
  describe('many pulls at once', () => {
    it('take one connection together', async () => {
      const page = await stage.open();
      const answers: string[] = [];
      page.on('response', (response) => {
        const path = new URL(response.url()).pathname;
        if (/^\/api\/(do\/say|events)$/.test(path)) answers.push(`${path} ${response.status()}`);
      });
      for (let pull = 0; pull < 7; pull += 1) await say(page, '/gacha x3');
      // With a connection each, the sixth pull leaves none for this.
      await page.getByLabel('Language').selectOption('ja');
      await page.getByRole('link', { name: '生成一覧' }).waitFor();
      await answered(page);
      await eventually(() => page.locator('.tile').count()).toBe(21);
      expect(answers.filter((answer) => answer === '/api/events 200')).toHaveLength(1);
      expect(answers.filter((answer) => answer === '/api/do/say 202')).toHaveLength(7);
    });

    it('stop with their page, and one of them alone', async () => {
      const page = await stage.open();
      await page.getByRole('button', { name: 'Pull without end' }).click();
      await eventually(() => page.locator('.tile').count()).toBeGreaterThan(1);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText('Endless pulls, ended.').waitFor();
      await say(page, 'blonde');
      await page.getByRole('img', { name: /blonde hair/ }).waitFor();
      await page.getByRole('button', { name: 'Pull without end' }).click();
      await eventually(() => page.locator('.turn').last().locator('.tile').count()).toBeGreaterThan(
        1,
      );
      const other = await stage.openTab(page);
      await page.close();
      await say(other, '/stop');
      await eventually(() => other.locator('.reply-text').last().textContent()).toMatch(
        /Stopping|no endless pulls/,
      );
    });

    it.each(SIZES)('of two tabs go to the tab that asked: %s', async (_, options) => {
      const first = await stage.open(options);
      const second = await stage.openTab(first);
      await Promise.all([say(first, '/gacha red hair x2'), say(second, '/gacha blue hair x3')]);
      const tiles = (page: Page) => page.locator('.tile').count();
      await eventually(() => tiles(first)).toBe(2);
      await eventually(() => tiles(second)).toBe(3);
    });
  });
}
