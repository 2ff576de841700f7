import { expect, it } from 'vitest';
import { describeWith } from '../../support/describe-with.js';
import { needs } from '../../support/needs.js';
import { eventually, goTo, keepOne, SIZES, usePageStage } from '../../support/web/page-stage.js';

describeWith(needs.chromium, 'favourites on the page', { timeout: 240_000 }, () => {
  const stage = usePageStage();

  it.each(SIZES)('are opened large, named, and left by Back: %s', async (_, options) => {
    const page = await stage.open(options);
    await keepOne(page);
    await keepOne(page, 'red hair');
    await goTo(page, 'Gallery');
    await page.getByRole('button', { name: 'Open No. 2' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('x'.repeat(60));
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    // In the dialog: what lies under it is dimmed and out of reach.
    await dialog.getByText('Saved, cut to 40 characters').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toHaveLength(40);
    expect(await dialog.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
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
    await keepOne(page);
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
    await keepOne(page);
    await page.goto(`${stage.server.web.address}/#gallery/1`);
    await page.reload();
    await page.getByRole('dialog', { name: 'No. 1' }).waitFor();
    await page.goto(`${stage.server.web.address}/#gallery/7`);
    await page.getByText('You keep no face by that name or number').waitFor();
    await eventually(() => page.url()).toMatch(/#gallery$/);
  });
});
