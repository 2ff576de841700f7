import { describe, it } from 'vitest';
import {
  answered,
  eventually,
  goTo,
  say,
  SIZES,
  type PageStage,
} from '../../../support/web/page-stage.js';

export function tellRecent(stage: PageStage): void {
  describe('what was drawn lately', () => {
    it.each(SIZES)(
      'is there after a reload and from another tab, to keep: %s',
      async (_, options) => {
        const page = await stage.open(options);
        await say(page, '/gacha blonde x3');
        await answered(page);
        await page.reload();
        await page.getByRole('link', { name: 'Drawn lately: All of them' }).click();
        await eventually(() => page.locator('.recent .tile').count()).toBe(3);
        const other = await stage.openTab(page);
        await goTo(other, 'Recent');
        await other.getByRole('button', { name: 'Keep face 2' }).click();
        await other.getByText('Kept as No. 1.').waitFor();
        await page.reload();
        const heart = page.getByRole('button', { name: 'Keep face 2' });
        await eventually(() => heart.getAttribute('aria-pressed')).toBe('true');
      },
    );

    it('is where the turns went that the page let go', async () => {
      const page = await stage.open();
      for (let turn = 0; turn < 61; turn += 1) await say(page, '/show 9');
      await page.getByRole('link', { name: 'Earlier ones are in Recent.' }).click();
      await page.getByRole('heading', { name: 'Recent' }).waitFor();
    });
  });
}
