import { expect, it } from 'vitest';
import { describeWith } from '../../support/describe-with.js';
import { needs } from '../../support/needs.js';
import {
  answered,
  eventually,
  goTo,
  keepOne,
  say,
  SIZES,
  usePageStage,
} from '../../support/web/page-stage.js';

describeWith(needs.chromium, 'the editors', { timeout: 240_000 }, () => {
  const stage = usePageStage();

  it.each(SIZES)('draw steps and animations beside their sliders: %s', async (_, options) => {
    const page = await stage.open(options);
    await keepOne(page);
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
    await keepOne(page);
    await keepOne(page, 'red hair');
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
    await page.locator('.reply-title').getByText('Four close neighbours of blonde hair.').waitFor();
    await keepOne(page, 'red hair');
    await page.getByRole('button', { name: 'Vary' }).last().click();
    await page.locator('.reply-title').getByText('Four close neighbours of No. 1.').waitFor();
  });
});
