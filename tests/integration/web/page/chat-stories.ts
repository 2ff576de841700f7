import { describe, expect, it } from 'vitest';
import { answered, eventually, say, type PageStage } from '../../../support/web/page-stage.js';

// The program's types have no browser.
interface BrowserImage {
  readonly naturalWidth: number;
}

export function tellChat(stage: PageStage): void {
  describe('the chat', () => {
    it('draws a face for /gacha blonde blue-eyes and says what was named and what luck drew', async () => {
      const page = await stage.open();
      await say(page, '/gacha blonde blue-eyes');
      const face = page.getByRole('img', { name: /Anime portrait: .*blonde hair/ });
      await face.waitFor();
      await eventually(() =>
        face.evaluate((img) => (img as unknown as BrowserImage).naturalWidth),
      ).toBe(256);
      expect(await page.locator('.caption-named').textContent()).toContain(
        'blonde hair, blue eyes',
      );
      expect(await page.locator('.caption-drawn').textContent()).toContain('by luck');
    });

    it('says which word it does not know, and draws the rest', async () => {
      const page = await stage.open();
      await say(page, 'pink hair, zorp');
      await page.locator('.note', { hasText: 'I don’t know “zorp”' }).waitFor();
      await page.getByRole('img', { name: /pink hair/ }).waitFor();
    });

    it('says what it understands but cannot draw, and which of two wishes it takes', async () => {
      const page = await stage.open();
      await say(page, 'blonde hair, wings, blue eyes, smiling, green eyes, smiling');
      const notes = page.locator('.note');
      await notes.getByText('Understood, but not in these faces: wings.').waitFor();
      await notes.getByText('one is drawn, “green eyes” rather than “blue eyes”').waitFor();
      // What was said twice replaces nothing.
      expect(await notes.count()).toBe(2);
    });

    it('names the two of a blend apart, also where neither has a name', async () => {
      const page = await stage.open();
      const codes = await page.evaluate<readonly string[]>(`(async () => {
        const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
        const draw = async () => {
          const answer = await fetch('api/do/pull', { ...init, body: '{"prompt":{}}' });
          return /"code":"([^"]+)/.exec(await answer.text())[1];
        };
        return [await draw(), await draw()];
      })()`);
      await say(page, `/blend ${codes.join(' ')}`);
      await page.locator('.reply-title').getByText('the first face + the second face').waitFor();
    });

    it('says what would work when it understands nothing', async () => {
      const page = await stage.open();
      await say(page, 'xyzzy plugh');
      expect(await page.getByRole('alert').textContent()).toContain('blonde blue-eyes');
    });

    it('pulls ten, each of which can be kept and is then in the gallery', async () => {
      const page = await stage.open();
      await page.getByRole('button', { name: 'Pull ten' }).click();
      await answered(page);
      expect(await page.locator('.tile').count()).toBe(10);
      await page.getByRole('button', { name: 'Keep face 3' }).click();
      await page.getByRole('button', { name: 'Keep face 7' }).click();
      await page.getByText('Kept as No. 2.').waitFor();
      await page.getByRole('link', { name: 'Gallery' }).click();
      await page.getByRole('heading', { name: 'Gallery' }).waitFor();
      await eventually(() => page.locator('.face').count()).toBe(2);
    });

    it('names and tags a favourite, finds it by its tag, and lets it go', async () => {
      const page = await stage.open();
      await say(page, 'red hair');
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await page.getByText('Kept as No. 1.').waitFor();
      await page.getByRole('link', { name: 'Gallery' }).click();
      await page.getByRole('button', { name: 'Open No. 1' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('<i>Beni</i>');
      await page.getByRole('textbox', { name: 'Tags' }).fill('bold');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Saved').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'bold' }).click();
      await page.getByRole('button', { name: 'Open No. 1 “<i>Beni</i>”' }).waitFor();
      await page.getByRole('link', { name: 'Pull' }).click();
      await say(page, '/drop 1');
      await page.locator('.reply-text', { hasText: 'Let go: No. 1' }).waitFor();
    });

    it('pulls without end until it is told to stop', async () => {
      const page = await stage.open();
      await page.getByRole('button', { name: 'Pull without end' }).click();
      await eventually(() => page.locator('.tile').count()).toBeGreaterThan(2);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'Pull without end' }).waitFor();
      const count = await page.locator('.tile').count();
      // Longer than from one pull to the next.
      await page.waitForTimeout(300);
      expect(await page.locator('.tile').count()).toBe(count);
    });

    it('pulls what was picked by hand', async () => {
      const page = await stage.open();
      await page.getByRole('button', { name: 'Pick by hand' }).click();
      await page
        .getByRole('group', { name: 'Hair' })
        .getByRole('button', { name: 'green' })
        .click();
      await page.getByRole('button', { name: 'ponytail' }).click();
      await page.getByRole('button', { name: 'Pull this' }).click();
      await answered(page);
      const named = await page.locator('.caption-named').textContent();
      expect(named).toContain('green hair');
      expect(named).toContain('ponytail');
    });

    it('shows what people wrote as text, whatever it is', async () => {
      const page = await stage.open();
      await say(page, '<img src=x onerror=alert(1)> blonde');
      await page.getByRole('img', { name: /blonde hair/ }).waitFor();
      expect(await page.locator('.spoken').textContent()).toContain('<img src=x onerror=alert(1)>');
    });
  });
}
