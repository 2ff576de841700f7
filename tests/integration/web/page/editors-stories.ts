import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  answered,
  eventually,
  goTo,
  haveKept,
  keepOne,
  say,
  SIZES,
  type PageStage,
} from '../../../support/web/page-stage.js';

export function tellEditors(stage: PageStage): void {
  describe('the editors', () => {
    it.each(SIZES)('draw steps and animations beside their sliders: %s', async (_, options) => {
      const page = await stage.open(options);
      await haveKept(page, ['blonde hair']);
      await goTo(page, 'Morph');
      await page.getByRole('group', { name: 'Hair' }).getByRole('button', { name: 'blue' }).click();
      await page.getByRole('slider').fill('70');
      await page.getByRole('button', { name: 'Show the steps' }).click();
      await eventually(() => page.locator('.editor-result .tile').count()).toBe(7);
      await page.getByRole('button', { name: 'Animate' }).click();
      const animation = page.locator('.editor-result .animation');
      await animation.waitFor();
      expect(await animation.evaluate((img) => img.getBoundingClientRect().width)).toBeGreaterThan(
        240,
      );
      const saved = page.locator('.editor-result').getByRole('link', { name: 'Save picture' });
      expect(await saved.getAttribute('href')).toMatch(/^data:image\/gif/);
      expect(await page.getByRole('slider').inputValue()).toBe('70');
      await goTo(page, 'Gallery');
      await goTo(page, 'Morph');
      expect(await page.getByRole('slider').inputValue()).toBe('70');
    });

    it.each(SIZES)('keep the same blend once: %s', async (_, options) => {
      const page = await stage.open(options);
      await haveKept(page, ['blonde hair', 'red hair']);
      await goTo(page, 'Blend');
      const keep = page.getByRole('button', { name: 'Keep this one' });
      await keep.dblclick();
      const kept = page.getByRole('button', { name: 'Kept as No. 3' });
      await kept.waitFor();
      expect(await kept.isDisabled()).toBe(true);
      await page.getByRole('slider', { name: 'Between the two' }).press('ArrowLeft');
      await keep.waitFor();
      await goTo(page, 'Gallery');
      await eventually(() => page.locator('.face').count()).toBe(3);
    });

    it('call faces by what they show', async () => {
      const page = await stage.open();
      await say(page, 'blonde hair');
      await answered(page);
      await page.getByRole('button', { name: 'Vary' }).click();
      await page
        .locator('.reply-title')
        .getByText('Four close neighbours of blonde hair.')
        .waitFor();
      await keepOne(page, 'red hair');
      await page.getByRole('button', { name: 'Vary' }).last().click();
      await page.locator('.reply-title').getByText('Four close neighbours of No. 1.').waitFor();
    });

    it('lets the face follow on the morph editor, then draws it fine', async () => {
      const page = await stage.open();
      await haveKept(page, ['blonde hair']);
      await page.getByRole('link', { name: 'Morph' }).click();
      await page.getByRole('group', { name: 'Hair' }).getByRole('button', { name: 'blue' }).click();
      const canvas = page.locator('canvas');
      await eventually(() => canvas.getAttribute('data-size')).toBe('256');
      const before = Number(await canvas.getAttribute('data-frames'));
      await page.getByRole('slider').focus();
      for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowLeft');
      await eventually(async () =>
        Number(await canvas.getAttribute('data-frames')),
      ).toBeGreaterThan(before + 2);
      expect(await page.getByRole('slider').inputValue()).toBe('80');
      await page.getByRole('button', { name: 'Keep this one' }).click();
      await page.getByText('Kept as No. 2.').waitFor();
    });

    it('follows words on the morph editor too, and offers nothing while nothing is changed', async () => {
      const page = await stage.open();
      await haveKept(page, ['blonde hair']);
      await page.getByRole('link', { name: 'Morph' }).click();
      const bench = ['Keep this one', 'Show the steps', 'Animate', 'As it was'];
      const offered = (): Promise<readonly boolean[]> =>
        Promise.all(bench.map((name) => page.getByRole('button', { name }).isEnabled()));
      await eventually(offered).toEqual([false, false, false, false]);
      await page.getByRole('textbox', { name: 'Or in words' }).fill('green eyes');
      await page.keyboard.press('Enter');
      await eventually(() => page.locator('canvas').getAttribute('data-size')).toBe('256');
      expect(await offered()).toEqual([true, true, true, true]);
      await page.getByRole('button', { name: 'As it was' }).click();
      await eventually(offered).toEqual([false, false, false, false]);
      expect(await page.getByRole('textbox', { name: 'Or in words' }).inputValue()).toBe('');
    });

    it('blends two favourites', async () => {
      const page = await stage.open();
      await haveKept(page, ['blonde hair', 'red hair']);
      // The small frame comes after the large one, as it may behind a queue.
      let small: Promise<void> | undefined;
      await page.route('**/preview/blend', async (route) => {
        if (!(route.request().postData() ?? '').includes('thumbnail')) return route.continue();
        small = sleep(1500).then(() => route.continue());
        return small;
      });
      await page.getByRole('link', { name: 'Blend' }).click();
      await eventually(() => page.locator('canvas').getAttribute('data-size')).toBe('256');
      await small;
      await page.waitForTimeout(500);
      expect(await page.locator('canvas').getAttribute('data-size')).toBe('256');
      await page.getByRole('button', { name: 'Show the steps' }).click();
      await eventually(() => page.locator('.is-strip .tile').count()).toBe(7);
    });
  });
}
