import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually, haveKept, type PageStage } from '../../../support/web/page-stage.js';

const MOST_TABS = 120;

/** The name of what has the focus, as a screen reader says it: its label, else its words. */
const NAME = `(() => {
  const { activeElement: at } = document;
  const label = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent;
  return label.trim();
})()`;

/** Tabs on until the focus is on what is called so. @throws when it never gets there */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let tab = 0; tab < MOST_TABS; tab += 1) {
    await page.keyboard.press(key);
    const here = await page.evaluate<string>(NAME);
    if (name.test(here)) return;
    passed.push(here.slice(0, 30));
  }
  throw new Error(`expected to reach ${String(name)}, passed ${passed.join(' | ')}`);
}

export function tellKeyboard(stage: PageStage): void {
  describe('the keyboard alone', () => {
    it('pulls, keeps, and brings back what was written', async () => {
      const page = await stage.open();
      await tabTo(page, /Skip to the content/);
      await page.keyboard.press('Enter');
      await page.keyboard.type('/ga');
      await page.getByRole('option', { name: /\/gacha/ }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.type('black hair');
      await page.keyboard.press('Enter');
      await page.getByRole('img', { name: /black hair/ }).waitFor();
      await page.keyboard.press('ArrowUp');
      expect(await page.locator('#message').inputValue()).toBe('/gacha black hair');
      await page.keyboard.press('Escape');
      await tabTo(page, /^Keep$/, 'Shift+Tab');
      await page.keyboard.press('Space');
      await page.getByText('Kept as No. 1.').waitFor();
    });

    it('opens, names and leaves a favourite, and the focus is where it was', async () => {
      const page = await stage.open();
      await haveKept(page, ['blonde hair']);
      await tabTo(page, /^Gallery$/);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Open No. 1' }).waitFor();
      await tabTo(page, /^Open No. 1/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await tabTo(page, /^Name/);
      await page.keyboard.type('Yuki');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Saved', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await eventually(() => page.getByRole('dialog').count()).toBe(0);
      await eventually(() => page.evaluate(NAME)).toMatch(/^Open No. 1 .*Yuki/);
    });

    it('changes a face: choice, slider, undo, keep', async () => {
      const page = await stage.open();
      await haveKept(page, ['blonde hair']);
      await tabTo(page, /^Morph$/);
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: 'Hair' }).first().waitFor();
      await tabTo(page, /^blue$/);
      await page.keyboard.press('Space');
      await tabTo(page, /Strength/);
      await page.keyboard.press('ArrowLeft');
      expect(await page.getByRole('slider').inputValue()).toBe('99');
      await tabTo(page, /^Keep this one$/, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Kept as No. 2.').waitFor();
    });

    it('runs the menu, and Escape closes it where it was opened', async () => {
      const page = await stage.open();
      await tabTo(page, /^Menu$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Privacy$/);
      await page.keyboard.press('Enter');
      await page.getByText('Others may blend their faces with yours').first().waitFor();
      await tabTo(page, /^Menu$/, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Help' }).waitFor();
      await page.keyboard.press('Escape');
      await eventually(() => page.getByRole('button', { name: 'Help' }).count()).toBe(0);
      expect(await page.evaluate(NAME)).toBe('Menu');
    });
  });
}
