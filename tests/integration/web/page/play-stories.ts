import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  answered,
  eventually,
  goTo,
  haveKept,
  say,
  SIZES,
  type PageStage,
} from '../../../support/web/page-stage.js';

export function tellPlay(stage: PageStage): void {
  describe('more to play with', () => {
    it.each(SIZES)('is the one, found step by step, with a way back: %s', async (_, options) => {
      const page = await stage.open(options);
      await page.getByRole('link', { name: 'Or find the one, step by step' }).click();
      await page.getByRole('textbox', { name: 'Description' }).fill('blonde hair');
      await page.getByRole('button', { name: 'Show sixteen' }).click();
      const faces = page.locator('.find-grid .tile-face');
      await page.getByText('First the person').waitFor();
      await eventually(() => faces.count()).toBe(16);
      const last = await faces.last().boundingBox();
      // All at one look.
      expect((last?.y ?? Infinity) + (last?.height ?? 0)).toBeLessThan(options.viewport.height);
      const first = await faces.nth(4).locator('img').getAttribute('src');
      await faces.nth(4).click();
      await page.getByText('Now the colours').waitFor();
      expect(await faces.nth(0).locator('img').getAttribute('src')).toBe(first);
      await page.getByRole('button', { name: 'Back' }).click();
      await page.getByText('First the person').waitFor();
      expect(await faces.nth(4).locator('img').getAttribute('src')).toBe(first);
      await faces.nth(4).click();
      await page.getByText('Now the colours').waitFor();
      await page.getByRole('button', { name: 'As it is' }).click();
      await page.getByText('Now the details').waitFor();
      await faces.nth(1).click();
      await page.getByText('Here is the one.').waitFor();
      await page.locator('.find').getByRole('button', { name: 'Keep', exact: true }).click();
      await page.getByText('Kept as No. 1.').waitFor();
    });

    it.each(SIZES)('is a recipe: fixed, freed, copied and pasted: %s', async (_, options) => {
      const page = await stage.open(options);
      await say(page, 'blonde hair, ponytail');
      await answered(page);
      await page.getByRole('button', { name: 'Pick like this' }).click();
      const recipe = page.getByRole('textbox', { name: 'Recipe' });
      const line = await recipe.inputValue();
      expect(line).toMatch(/hair_color=blonde .*hair_style=ponytail .*seed=\d+/);
      const hair = page.getByRole('group', { name: 'Hair', exact: false }).first();
      await hair.getByRole('button', { name: 'luck' }).click();
      await expect.poll(() => recipe.inputValue()).not.toContain('hair_color');
      await recipe.fill('hair_color=green seed=7 nothing=known');
      await recipe.press('Enter');
      expect(await recipe.inputValue()).toBe('hair_color=green seed=7');
      expect(await page.getByRole('textbox', { name: 'Person' }).inputValue()).toBe('7');
      await page.getByRole('button', { name: 'Pull this' }).click();
      await page.locator('.seed', { hasText: 'seed 7' }).last().waitFor();
      expect(await page.locator('.caption-named').last().textContent()).toContain('green hair');
      // Each of ten is the same person, not ten seeds in a row.
      await page.getByRole('button', { name: 'Pick by hand' }).click();
      await recipe.fill('hair_color=green seed=7');
      await recipe.press('Enter');
      await page.locator('.picker').getByRole('button', { name: '×10' }).click();
      await answered(page);
      await page.getByRole('button', { name: /^Face 9:/ }).click();
      await eventually(() => page.locator('.seed').last().textContent()).toContain('seed 7');
    });

    it.each(SIZES)('is undone, done again and compared: %s', async (_, options) => {
      const page = await stage.open(options);
      await haveKept(page, ['blonde hair']);
      await goTo(page, 'Morph');
      const hair = page.getByRole('group', { name: 'Hair' }).first();
      await hair.getByRole('button', { name: 'blue' }).click();
      await page.waitForTimeout(800);
      await hair.getByRole('button', { name: 'green' }).click();
      const blue = hair.getByRole('button', { name: 'blue' });
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await blue.getAttribute('aria-pressed')).toBe('true');
      await page.getByRole('button', { name: 'Redo' }).click();
      expect(await blue.getAttribute('aria-pressed')).toBe('false');
      await eventually(() => page.locator('canvas.is-hidden').count()).toBe(0);
      await page.getByRole('button', { name: 'Compare with before' }).click();
      expect(await page.locator('canvas.is-hidden').count()).toBe(1);
    });

    it('is undone, done again and compared on the blend too', async () => {
      const page = await stage.open();
      await haveKept(page, ['blonde hair', 'red hair']);
      await goTo(page, 'Blend');
      const slider = page.getByRole('slider', { name: 'Between the two' });
      await slider.fill('80');
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await slider.inputValue()).toBe('50');
      await page.getByRole('button', { name: 'Redo' }).click();
      expect(await slider.inputValue()).toBe('80');
      const drawn = page.locator('canvas:not(.is-hidden)');
      await eventually(() => drawn.count()).toBe(1);
      await page.getByRole('button', { name: 'Compare with before' }).click();
      expect(await drawn.count()).toBe(0);
    });

    it('is picked by hand, and still is when the picker is opened again', async () => {
      const page = await stage.open();
      const open = page.getByRole('button', { name: 'Pick by hand' });
      await open.click();
      const green = page.getByRole('group', { name: 'Hair' }).first().getByLabel('green');
      await green.click();
      await page.getByRole('textbox', { name: 'Person' }).fill('7');
      await page.keyboard.press('Escape');
      await open.click();
      expect(await green.getAttribute('aria-pressed')).toBe('true');
      await page.getByRole('button', { name: 'Pull this' }).click();
      await page.locator('.seed', { hasText: 'seed 7' }).waitFor();
      await open.click();
      expect(await page.getByRole('textbox', { name: 'Person' }).inputValue()).toBe('7');
      await page.locator('.picker').getByRole('button', { name: 'Start over' }).click();
      expect(await green.getAttribute('aria-pressed')).toBe('false');
    });

    it.each(SIZES)('is shared as one file and as a link: %s', async (_, options) => {
      const page = await stage.open(options);
      await page.evaluate(
        `navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };
       navigator.canShare = () => false;`,
      );
      await say(page, 'green hair');
      await answered(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Picture with words and code' }).click(),
      ]);
      const file = readFileSync(await download.path());
      // A portrait of 512 pixels with room around, and lines of words under it.
      expect([file.readUInt32BE(16), file.readUInt32BE(20) > 600]).toEqual([568, true]);
      await page.getByRole('button', { name: 'Copy link' }).click();
      const link = await page.evaluate<string>('window.copied');
      await page.goto('about:blank');
      await page.goto(link);
      await page.locator('.reply-title', { hasText: 'Drawn again from its recipe.' }).waitFor();
      expect(page.url()).toMatch(/#pull$/);
    });

    it('is a walk through what is kept, and a download of all of it', async () => {
      const page = await stage.open();
      await haveKept(page, ['blonde hair', 'red hair']);
      await goTo(page, 'Gallery');
      await page.getByRole('button', { name: 'Walk through 2' }).click();
      const walk = page.locator('.walk');
      await walk.waitFor();
      expect(await walk.getByRole('link').getAttribute('href')).toMatch(/^data:image\/webp/);
      const [film] = await Promise.all([
        page.waitForEvent('download'),
        walk.getByRole('button', { name: 'Save as a film (MP4)' }).click(),
      ]);
      expect(film.suggestedFilename()).toBe('mugen-walk.mp4');
      const bytes = readFileSync(await film.path());
      // An MP4 file says what it is before anything else; a second of a face that changes is no few bytes.
      expect([bytes.toString('latin1', 4, 8), bytes.byteLength > 2000]).toEqual(['ftyp', true]);
      await page.getByRole('button', { name: 'Download all' }).click();
      await page.getByRole('link', { name: 'Download', exact: true }).waitFor();
    });

    it('is played by keys', async () => {
      const page = await stage.open();
      await say(page, '/gacha x4');
      await answered(page);
      await page.locator('#message').blur();
      await page.keyboard.press('j');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('k');
      const second = page.getByRole('button', { name: 'Keep face 2' });
      await eventually(() => second.getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await page.keyboard.press('Escape');
      await eventually(() => page.getByRole('dialog').count()).toBe(0);
      await page.keyboard.press('/');
      await page.keyboard.type('k?');
      expect(await page.locator('#message').inputValue()).toBe('k?');
    });
  });
}
