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

export function tellFavorites(stage: PageStage): void {
  describe('favourites on the page', () => {
    it.each(SIZES)('are opened large, named, and left by Back: %s', async (_, options) => {
      const page = await stage.open(options);
      await haveKept(page, ['blonde hair', 'red hair']);
      await goTo(page, 'Gallery');
      await page.getByRole('button', { name: 'Open No. 2' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Name' }).fill('x'.repeat(60));
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      // In the dialog: what lies under it is dimmed and out of reach.
      await dialog.getByText('Saved, cut to 40 characters').waitFor();
      expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toHaveLength(40);
      expect(await dialog.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(
        true,
      );
      await dialog.getByRole('textbox', { name: 'Name' }).fill('');
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await dialog.getByText('Saved', { exact: true }).waitFor();
      await dialog.getByRole('heading', { name: 'No. 2', exact: true }).waitFor();
      await dialog.getByRole('button', { name: 'Next' }).click();
      await dialog.getByRole('heading', { name: 'No. 1', exact: true }).waitFor();
      await page.goBack();
      await eventually(() => dialog.count()).toBe(0);
      await page.getByRole('heading', { name: 'Gallery' }).waitFor();
      await page.getByRole('button', { name: 'Open No. 1' }).click();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await eventually(() => dialog.count()).toBe(0);
      await page.getByRole('button', { name: 'Open No. 1' }).waitFor();
    });

    it.each(SIZES)('let go by mistake come back as they were: %s', async (_, options) => {
      const page = await stage.open(options);
      await haveKept(page, ['blonde hair']);
      await goTo(page, 'Gallery');
      await page.getByRole('button', { name: 'Open No. 1' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Beni');
      await dialog.getByRole('textbox', { name: 'Tags' }).fill('bold');
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await dialog.getByText('Saved', { exact: true }).waitFor();
      const keep = dialog.getByRole('button', { name: 'Keep', exact: true });
      await keep.click();
      await dialog.getByText('No longer kept.').waitFor();
      await dialog.getByRole('button', { name: 'Undo' }).click();
      await dialog.getByText('Kept as No. 1.').waitFor();
      expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Beni');
      expect(await keep.getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'bold' }).click();
      await page.getByRole('button', { name: 'Open No. 1 “Beni”' }).waitFor();
    });

    it('says the same thing again as a new toast', async () => {
      const page = await stage.open();
      await keepOne(page);
      const copy = page.getByRole('button', { name: 'Share code' });
      await copy.click();
      const first = await page.locator('.toast', { hasText: 'Copied' }).elementHandle();
      await copy.click();
      await eventually(() => first?.evaluate((toast) => toast.isConnected)).toBe(false);
      expect(await page.locator('.toast', { hasText: 'Copied' }).count()).toBe(1);
    });

    it('opens a favourite by its address, and says when there is none', async () => {
      const page = await stage.open();
      await haveKept(page, ['blonde hair']);
      await page.goto(`${stage.server.web.address}/#gallery/1`);
      await page.reload();
      await page.getByRole('dialog', { name: 'No. 1' }).waitFor();
      await page.goto(`${stage.server.web.address}/#gallery/7`);
      await page.getByText('You keep no face by that name or number').waitFor();
      await eventually(() => page.url()).toMatch(/#gallery$/);
    });

    it('are all in reach, wherever they are listed', async () => {
      const page = await stage.open();
      await haveKept(page, Array<string>(26).fill(''));
      await page.reload();
      await goTo(page, 'Gallery');
      const dialog = page.getByRole('dialog');
      await page.getByRole('button', { name: 'Open No. 3', exact: true }).click();
      for (const number of [2, 1]) {
        await dialog.getByRole('button', { name: 'Next' }).click();
        await dialog.getByRole('heading', { name: `No. ${number}`, exact: true }).waitFor();
      }
      expect(await dialog.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('button', { name: 'Open No. 2', exact: true }).click();
      await page.keyboard.press('ArrowLeft');
      await dialog.getByRole('heading', { name: 'No. 3', exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await goTo(page, 'Pull');
      await say(page, '/favorites');
      const listed = page.locator('.turn .face');
      await eventually(() => listed.count()).toBe(24);
      await page.locator('.turn').getByRole('button', { name: 'Next' }).click();
      await eventually(() => listed.count()).toBe(2);
      await goTo(page, 'Morph');
      const faces = page.locator('.chooser-face');
      await eventually(() => faces.count()).toBe(24);
      await page.locator('.chooser').getByRole('button', { name: 'Next' }).click();
      await eventually(() => faces.count()).toBe(26);
      expect(await page.locator('.chooser').getByRole('button', { name: 'Next' }).count()).toBe(0);
      await faces.last().click();
      expect(await faces.last().getAttribute('aria-pressed')).toBe('true');
    });

    it('are the same in every tab, at once', async () => {
      const page = await stage.open();
      await say(page, 'blonde hair');
      await answered(page);
      const other = await stage.openTab(page);
      await goTo(other, 'Recent');
      const heart = other.getByRole('button', { name: 'Keep face 1' });
      await heart.click();
      const own = page.getByRole('button', { name: 'Keep', exact: true });
      await eventually(() => own.getAttribute('aria-pressed')).toBe('true');
      await page.locator('.dot').waitFor();
      await own.click();
      await eventually(() => heart.getAttribute('aria-pressed')).toBe('false');
      await goTo(other, 'Gallery');
      await other.getByText('No face lives here yet.').waitFor();
      await own.click();
      await other.getByRole('button', { name: 'Open No. 1' }).waitFor();
    });
  });
}
