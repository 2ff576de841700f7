import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { passedOn } from '../../../support/imaging/sent-pictures.js';
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

export function tellInput(stage: PageStage): void {
  describe('what the page takes', () => {
    async function savedPicture(page: Page): Promise<Buffer> {
      const link = page.getByRole('link', { name: 'Save picture' }).last();
      const href = await link.getAttribute('href');
      const response = await page.request.get(`${stage.server.web.address}/${href}`);
      return response.body();
    }

    /** Hands a picture to the page as the browser does for a drop or a paste. */
    async function give(page: Page, type: 'drop' | 'paste', bytes: Buffer): Promise<boolean> {
      return page.evaluate(
        `(() => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (c) => c.charCodeAt(0));
        data.items.add(new File([bytes], 'face.png', { type: 'image/png' }));
        const init = { bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data };
        const event = '${type}' === 'drop' ? new DragEvent('drop', init) : new ClipboardEvent('paste', init);
        return !document.querySelector('main').dispatchEvent(event);
      })()`,
      );
    }

    it.each(SIZES)(
      'is a picture from the menu, dropped or pasted anywhere: %s',
      async (_, options) => {
        const page = await stage.open(options);
        await keepOne(page);
        const bytes = await savedPicture(page);
        await page.getByRole('button', { name: 'Menu' }).click();
        const chosen = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: 'Draw from a picture…' }).click();
        await (await chosen).setFiles({ name: 'face.png', mimeType: 'image/png', buffer: bytes });
        const redrawn = page.locator('.reply-title', { hasText: 'Drawn again from its recipe.' });
        await eventually(() => redrawn.count()).toBe(1);
        await goTo(page, 'Gallery');
        expect(await give(page, 'drop', bytes)).toBe(true);
        await eventually(() => redrawn.count()).toBe(2);
        await goTo(page, 'Gallery');
        expect(await give(page, 'paste', bytes)).toBe(true);
        await eventually(() => redrawn.count()).toBe(3);
        await goTo(page, 'Gallery');
        expect(await give(page, 'paste', await passedOn(bytes))).toBe(true);
        const seen = page.locator('.reply-title', { hasText: '1 is the nearest face I can draw' });
        await eventually(() => seen.count()).toBe(1);
      },
    );

    it('is a share code alone', async () => {
      const page = await stage.open();
      await say(page, 'green hair');
      await answered(page);
      await page.evaluate(
        'navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }',
      );
      await page.getByRole('button', { name: 'Share code' }).click();
      const code = await page.evaluate<string>('window.copied');
      await say(page, code);
      await page.locator('.reply-title', { hasText: 'Drawn again from its recipe.' }).waitFor();
    });

    it.each(SIZES)('is a click for what has no place of its own: %s', async (_, options) => {
      const page = await stage.open(options);
      const items = [
        ['Help', 'What you can say'],
        ['Privacy', 'Others may blend their faces with yours'],
        ['Export everything', 'There is nothing of yours to export yet.'],
        ['Forget me', 'It cannot be undone.'],
      ] as const;
      for (const [item, answer] of items) {
        await page.getByRole('button', { name: 'Menu' }).click();
        await page.getByRole('button', { name: item }).click();
        await page.locator('.turns').getByText(answer).first().waitFor();
      }
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('button', { name: 'Help' }).waitFor();
      // Where its own place in the rail has no room, the credit of the model is here.
      await page.locator('.menu .licence', { hasText: /^Model \S/ }).waitFor();
      await page.keyboard.press('Escape');
      await eventually(() => page.getByRole('button', { name: 'Help' }).count()).toBe(0);
    });

    it('is a search by looks; what nothing matches is no empty gallery', async () => {
      const page = await stage.open();
      await haveKept(page, ['blonde hair']);
      await goTo(page, 'Gallery');
      const search = page.getByRole('searchbox');
      await search.fill('金髪');
      await page.getByRole('button', { name: 'Open No. 1' }).waitFor();
      await search.fill('zorp');
      await page.getByText('Nothing matches that.').waitFor();
      expect(await page.getByText('You keep no faces yet').count()).toBe(0);
    });

    it('is worded anew when the language is switched', async () => {
      const page = await stage.open();
      await say(page, 'blonde hair, smiling');
      await answered(page);
      await page.getByLabel('Language').selectOption('ja');
      await eventually(() => page.locator('.caption-named dd').textContent()).toContain('金髪');
    });
  });
}
