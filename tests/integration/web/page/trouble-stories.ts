import { describe, expect, it } from 'vitest';
import {
  eventually,
  goTo,
  haveKept,
  keepOne,
  say,
  SIZES,
  type PageStage,
} from '../../../support/web/page-stage.js';

/** Run in the page before its own scripts. */
const BLOCKED_STORAGE = `Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('blocked', 'SecurityError'); },
});`;
const NO_CLIPBOARD = `Object.defineProperty(navigator, 'clipboard', { value: undefined });
document.addEventListener('copy', () => { window.copied = getSelection().toString(); });`;

export function tellTrouble(stage: PageStage): void {
  describe('the page in trouble', () => {
    it('works where the browser blocks storage', async () => {
      const page = await stage.open();
      await page.addInitScript(BLOCKED_STORAGE);
      await page.reload();
      await page.getByRole('button', { name: /^Light: as the device/ }).click();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
      await keepOne(page);
    });

    it.each(SIZES)('copies share codes without a clipboard API: %s', async (_, options) => {
      const page = await stage.open(options);
      await page.addInitScript(NO_CLIPBOARD);
      await page.reload();
      await haveKept(page, ['blonde hair']);
      await goTo(page, 'Gallery');
      await page.getByRole('button', { name: 'Open No. 1' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Share code' }).click();
      await page.getByText('Copied').waitFor();
      expect(await page.evaluate('window.copied')).toMatch(/^mg1/);
    });

    it.each(SIZES)(
      'keeps nothing else than what an editor shows, offline: %s',
      async (_, options) => {
        const page = await stage.open(options);
        await haveKept(page, ['blonde hair']);
        await goTo(page, 'Morph');
        await page
          .getByRole('group', { name: 'Hair' })
          .getByRole('button', { name: 'blue' })
          .click();
        const keep = page.getByRole('button', { name: 'Keep this one' });
        await eventually(() => page.locator('canvas').getAttribute('data-size')).toBe('256');
        await page.context().setOffline(true);
        await page.getByRole('slider').press('ArrowLeft');
        await page.getByText('The machine can’t be reached.').waitFor();
        expect(await keep.isDisabled()).toBe(true);
        await page.getByLabel('Language').selectOption('ja');
        await page.locator('.toast').last().waitFor();
        expect(await page.getByLabel('Language').inputValue()).toBe('en');
        await page.context().setOffline(false);
        await eventually(() => keep.isEnabled()).toBe(true);
        expect(await page.locator('.failure').count()).toBe(0);
        stage.complaints.splice(0);
      },
    );

    it('pulls again once the connection is back', async () => {
      const page = await stage.open();
      await page.context().setOffline(true);
      await say(page, 'blonde hair');
      await page.getByRole('alert').waitFor();
      await page.context().setOffline(false);
      await say(page, 'blonde hair');
      await page.getByRole('img', { name: /blonde hair/ }).waitFor();
      stage.complaints.splice(0);
    });

    it('fetches what it missed while the connection was away in the middle', async () => {
      const page = await stage.open();
      await page.getByRole('button', { name: 'Pull without end' }).click();
      await eventually(() => page.locator('.tile').count()).toBeGreaterThan(2);
      await page.context().setOffline(true);
      const lost = page.locator('.portrait-lost');
      await eventually(() => lost.count()).toBeGreaterThan(0);
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText('Endless pulls, ended.').waitFor();
      await eventually(() => lost.count()).toBe(0);
      const there = page.locator('.tile .portrait.is-there');
      await eventually(() => there.count()).toBe(await page.locator('.tile').count());
      stage.complaints.splice(0);
    });
  });
}
