import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  answered,
  eventually,
  goTo,
  keepOne,
  say,
  SIZES,
  type PageStage,
} from '../../../support/web/page-stage.js';

const SMALL = `[...document.querySelectorAll('button, select, input, .rail nav a, a.button')]
  .filter((control) => control.checkVisibility() && control.type !== 'file')
  .map((control) => [control, control.getBoundingClientRect()])
  .filter(([control, box]) => box.width > 1 && Math.min(box.width, box.height) < 43.5
    && control.type !== 'range')
  .map(([control, box]) => control.outerHTML.slice(0, 90) + ' ' + box.width + '×' + box.height)`;

export function tellAccess(stage: PageStage): void {
  describe('access to the page', () => {
    const focused = (page: Page): Promise<string> =>
      page.evaluate(
        'document.activeElement.id || document.activeElement.getAttribute("aria-label")',
      );

    it.each(SIZES)(
      'has one heading of the first level everywhere, and a title: %s',
      async (_, options) => {
        const page = await stage.open(options);
        const headings = (): Promise<number> => page.locator('h1:visible').count();
        expect(await headings()).toBe(1);
        await keepOne(page);
        expect(await headings()).toBe(1);
        for (const section of ['Recent', 'Gallery', 'Morph', 'Blend']) {
          await goTo(page, section);
          await eventually(headings).toBe(1);
          expect(await page.title()).toContain(section);
        }
      },
    );

    it('skips to the section one is in, not to another', async () => {
      const page = await stage.open();
      await goTo(page, 'Gallery');
      await page.locator('.skip').press('Enter');
      expect(await focused(page)).toBe('main');
      expect(page.url()).toMatch(/#gallery$/);
    });

    it.each(SIZES)('moves the focus into the picker and back: %s', async (_, options) => {
      const page = await stage.open(options);
      await page.getByRole('button', { name: 'Pick by hand' }).press('Enter');
      expect(await focused(page)).toBe('Close');
      await page.keyboard.press('Escape');
      expect(await page.locator('.picker').count()).toBe(0);
      expect(await focused(page)).toBe('Pick by hand');
    });

    it('has room for fingers on a phone', async () => {
      const page = await stage.open(SIZES[0][1]);
      const found: Record<string, unknown> = { welcome: await page.evaluate(SMALL) };
      await keepOne(page);
      await say(page, '/gacha x3');
      await answered(page);
      found['chat'] = await page.evaluate(SMALL);
      await page.getByRole('button', { name: 'Pick by hand' }).click();
      found['picker'] = await page.evaluate(SMALL);
      await page.keyboard.press('Escape');
      for (const section of ['Gallery', 'Morph']) {
        await goTo(page, section);
        found[section] = await page.evaluate(SMALL);
      }
      await goTo(page, 'Gallery');
      await page.getByRole('button', { name: 'Open No. 1' }).click();
      await page.getByRole('dialog').waitFor();
      found['dialog'] = await page.evaluate(SMALL);
      expect(Object.values(found)).toEqual(Object.values(found).map(() => []));
    });

    it('leaves room to read at 400 %', async () => {
      const page = await stage.open({ viewport: { width: 320, height: 256 } });
      await keepOne(page);
      const shown = await page.evaluate<number>(
        `(() => {
        window.scrollTo(0, document.body.scrollHeight);
        const rail = document.querySelector('.rail').getBoundingClientRect();
        const foot = document.querySelector('.chat-foot').getBoundingClientRect();
        return foot.top - Math.max(0, rail.bottom);
      })()`,
      );
      expect(shown).toBeGreaterThan(150);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    });

    it('loses nothing that was typed', async () => {
      const page = await stage.open();
      await say(page, '/show 1');
      const line = page.locator('#message');
      await line.fill('half a thought');
      await line.press('ArrowUp');
      expect(await line.inputValue()).toBe('/show 1');
      await line.press('ArrowDown');
      expect(await line.inputValue()).toBe('half a thought');
      await line.press('Escape');
      await line.press('ArrowUp');
      expect(await line.inputValue()).toBe('half a thought');
      await line.fill('/ga');
      await page.evaluate(
        `document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }),
      )`,
      );
      expect(await line.inputValue()).toBe('/ga');
    });

    it('asks again for a picture that did not arrive', async () => {
      const page = await stage.open();
      let isBroken = true;
      await page.route('**/picture*', (route) => (isBroken ? route.abort() : route.continue()));
      await say(page, 'blonde hair');
      const retry = page.getByRole('button', { name: 'Try again' });
      await retry.waitFor();
      isBroken = false;
      await retry.click();
      await page.locator('.portrait.is-there').waitFor();
      stage.complaints.splice(0);
    });

    it.each(SIZES)('stays where its reader is: %s', async (_, options) => {
      const page = await stage.open(options);
      for (let turn = 0; turn < 3; turn += 1) {
        await say(page, '/gacha x2');
        await answered(page);
      }
      await page.locator('#message').fill('/gacha x10');
      await page.locator('#message').press('Enter');
      // What one says oneself is scrolled to; only then does the reader turn back.
      await eventually(() => page.locator('.turns > *').count()).toBe(4);
      await page.waitForTimeout(500);
      await page
        .locator('.chat-scroll')
        .evaluate((box) => box.scrollTo({ top: 0, behavior: 'instant' as never }));
      await answered(page);
      await page.waitForTimeout(500);
      // The page's own scrolling may end a few pixels later; dragged down, it would be hundreds.
      expect(await page.locator('.chat-scroll').evaluate((box) => box.scrollTop)).toBeLessThan(60);
      await page.getByRole('button', { name: 'To the newest' }).click();
      await eventually(() =>
        page.locator('.chat-scroll').evaluate((box) => box.scrollTop),
      ).toBeGreaterThan(100);
    });

    it('keeps every face of an endless run in its place', async () => {
      const page = await stage.open();
      await page.getByRole('button', { name: 'Pull without end' }).click();
      await eventually(() => page.locator('.tile').count()).toBeGreaterThan(5);
      const heart = page.locator('.keep-corner').nth(2);
      await heart.hover();
      const before = await heart.boundingBox();
      const name = await heart.getAttribute('aria-label');
      const count = await page.locator('.tile').count();
      await eventually(() => page.locator('.tile').count()).toBeGreaterThan(count + 6);
      expect(await heart.boundingBox()).toEqual(before);
      expect(await heart.getAttribute('aria-label')).toBe(name);
      // Nor when there are more than the page shows otherwise; those go once the pointer does.
      await eventually(() => page.locator('.tile').count()).toBeGreaterThan(80);
      expect(await heart.boundingBox()).toEqual(before);
      expect(await heart.getAttribute('aria-label')).toBe(name);
      await page.locator('#message').hover();
      await eventually(() => page.locator('.tile').count()).toBeLessThan(80);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText('Endless pulls, ended.').waitFor();
    });
  });
}
