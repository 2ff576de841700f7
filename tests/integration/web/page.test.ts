import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { describeWith } from '../../support/describe-with.js';
import { startTestGame, startTinyGenerator, type TestGame } from '../../support/game/test-game.js';
import { needs } from '../../support/needs.js';
import { startBrowser } from '../../support/web/browser.js';
import { findChromium } from '../../support/web/find-chromium.js';
import { startWeb, type WebStage } from '../../support/web/web-harness.js';

const PATIENCE_MS = 30_000;
const PHONE = { width: 390, height: 844 };

// What the tests touch of a browser, whose types would otherwise hold for the whole program.
interface BrowserImage {
  readonly naturalWidth: number;
}
interface BrowserWindow {
  readonly document: {
    readonly activeElement?: { getAttribute(name: string): string | null };
    readonly documentElement: { readonly scrollWidth: number };
  };
  readonly DataTransfer: new () => { readonly items: { add: (file: File) => void } };
  readonly getComputedStyle: (element: unknown) => {
    readonly backgroundColor: string;
    readonly animationDuration: string;
  };
}

describeWith(needs.chromium, 'the page', {}, () => {
  let generator: PortraitGenerator;
  let stage: TestGame;
  let server: WebStage;
  let browser: Browser;
  const pages: Page[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    generator = await startTinyGenerator();
    stage = await startTestGame({ generator, settings: { endlessIntervalMs: 400 } });
    server = await startWeb(Promise.resolve(stage.game));
    browser = await startBrowser(findChromium() ?? '');
  });

  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()));
    // Nothing from elsewhere, nothing against the content security policy, no fault in a script.
    expect(complaints.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await server.web.stop();
    await stage.close();
    await generator.close();
  });

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.web.address) && !/^(data|blob):/.test(request.url())) {
        complaints.push(`asked elsewhere: ${request.url()}`);
      }
    });
    await page.goto(server.web.address);
    pages.push(page);
    return page;
  }

  async function say(page: Page, text: string): Promise<void> {
    await page.getByRole('combobox', { name: /Describe a face/ }).fill(text);
    await page.keyboard.press('Enter');
  }

  async function answered(page: Page): Promise<void> {
    await expect
      .poll(() => page.locator('[aria-busy=true]').count(), { timeout: PATIENCE_MS })
      .toBe(0);
  }

  it('draws a face for /gacha blonde blue-eyes and says what was named and what luck drew', async () => {
    const page = await open();
    await say(page, '/gacha blonde blue-eyes');
    const face = page.getByRole('img', { name: /Anime portrait: .*blonde hair/ });
    await face.waitFor();
    await expect
      .poll(() => face.evaluate((img) => (img as unknown as BrowserImage).naturalWidth))
      .toBe(256);
    expect(await page.locator('.caption-named').textContent()).toContain('blonde hair, blue eyes');
    expect(await page.locator('.caption-drawn').textContent()).toContain('by luck');
  });

  it('says which word it does not know, and draws the rest', async () => {
    const page = await open();
    await say(page, 'pink hair, zorp');
    await page.locator('.note', { hasText: 'I don’t know “zorp”' }).waitFor();
    await page.getByRole('img', { name: /pink hair/ }).waitFor();
  });

  it('says what would work when it understands nothing', async () => {
    const page = await open();
    await say(page, 'xyzzy plugh');
    expect(await page.getByRole('alert').textContent()).toContain('blonde blue-eyes');
  });

  it('pulls ten, each of which can be kept and is then in the gallery', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Pull ten' }).click();
    await answered(page);
    expect(await page.locator('.tile').count()).toBe(10);
    await page.getByRole('button', { name: 'Keep face 3' }).click();
    await page.getByRole('button', { name: 'Keep face 7' }).click();
    await page.getByText('Kept as No. 2.').waitFor();
    await page.getByRole('link', { name: 'Gallery' }).click();
    await page.getByRole('heading', { name: 'Gallery' }).waitFor();
    await expect.poll(() => page.locator('.face').count()).toBe(2);
  });

  it('names and tags a favourite, finds it by its tag, and lets it go', async () => {
    const page = await open();
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
    const page = await open();
    await page.getByRole('button', { name: 'Pull without end' }).click();
    await expect
      .poll(() => page.locator('.tile').count(), { timeout: PATIENCE_MS })
      .toBeGreaterThan(2);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Pull without end' }).waitFor();
    const count = await page.locator('.tile').count();
    await page.waitForTimeout(600);
    expect(await page.locator('.tile').count()).toBe(count);
  });

  it('pulls what was picked by hand', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Pick by hand' }).click();
    await page.getByRole('group', { name: 'Hair' }).getByRole('button', { name: 'green' }).click();
    await page.getByRole('button', { name: 'ponytail' }).click();
    await page.getByRole('button', { name: 'Pull this' }).click();
    await answered(page);
    const named = await page.locator('.caption-named').textContent();
    expect(named).toContain('green hair');
    expect(named).toContain('ponytail');
  });

  it('lets the face follow on the morph editor, then draws it fine', async () => {
    const page = await open();
    await say(page, 'blonde hair');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('Kept as No. 1.').waitFor();
    await page.getByRole('link', { name: 'Morph' }).click();
    await page.getByRole('group', { name: 'Hair' }).getByRole('button', { name: 'blue' }).click();
    const canvas = page.locator('canvas');
    await expect.poll(() => canvas.getAttribute('data-size'), { timeout: PATIENCE_MS }).toBe('256');
    const before = Number(await canvas.getAttribute('data-frames'));
    await page.getByRole('slider').focus();
    for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowLeft');
    await expect
      .poll(async () => Number(await canvas.getAttribute('data-frames')), {
        timeout: PATIENCE_MS,
      })
      .toBeGreaterThan(before + 2);
    expect(await page.getByRole('slider').inputValue()).toBe('80');
    await page.getByRole('button', { name: 'Keep this one' }).click();
    await page.getByText('Kept as No. 2.').waitFor();
  });

  it('follows words on the morph editor too, and offers nothing while nothing is changed', async () => {
    const page = await open();
    await say(page, 'blonde hair');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('Kept as No. 1.').waitFor();
    await page.getByRole('link', { name: 'Morph' }).click();
    const bench = ['Keep this one', 'Show the steps', 'Animate', 'As it was'];
    const offered = (): Promise<readonly boolean[]> =>
      Promise.all(bench.map((name) => page.getByRole('button', { name }).isEnabled()));
    await expect.poll(offered).toEqual([false, false, false, false]);
    await page.getByRole('textbox', { name: 'Or in words' }).fill('green eyes');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('canvas').getAttribute('data-size'), { timeout: PATIENCE_MS })
      .toBe('256');
    expect(await offered()).toEqual([true, true, true, true]);
    await page.getByRole('button', { name: 'As it was' }).click();
    await expect.poll(offered).toEqual([false, false, false, false]);
    expect(await page.getByRole('textbox', { name: 'Or in words' }).inputValue()).toBe('');
  });

  it('reaches every favourite on the editors, not only the newest page', async () => {
    const page = await open();
    for (let pull = 1; pull <= 3; pull += 1) {
      await say(page, '/gacha x10');
      await expect
        .poll(() => page.locator('.tile').count(), { timeout: PATIENCE_MS })
        .toBe(pull * 10);
      await answered(page);
    }
    const hearts = page.locator('.keep-corner');
    for (let at = 0; at < 25; at += 1) await hearts.nth(at).click();
    await page.getByText('Kept as No. 25.').waitFor();
    await page.locator('.dot').waitFor();
    await page.getByRole('link', { name: 'Gallery' }).click();
    await page.getByRole('heading', { name: 'Gallery' }).waitFor();
    await page.getByRole('link', { name: 'Morph' }).click();
    const faces = page.locator('.chooser-face');
    await expect.poll(() => faces.count()).toBe(24);
    expect(await page.locator('.dot').count()).toBe(0);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => faces.count()).toBe(25);
    expect(await page.getByRole('button', { name: 'Next' }).count()).toBe(0);
    await faces.last().click();
    expect(await faces.last().getAttribute('aria-pressed')).toBe('true');
  });

  it('blends two favourites', async () => {
    const page = await open();
    await say(page, '/gacha x10');
    await answered(page);
    await page.getByRole('button', { name: 'Keep face 1', exact: true }).click();
    await page.getByRole('button', { name: 'Keep face 2', exact: true }).click();
    await page.getByText('Kept as No. 2.').waitFor();
    await page.getByRole('link', { name: 'Blend' }).click();
    await expect
      .poll(() => page.locator('canvas').getAttribute('data-size'), { timeout: PATIENCE_MS })
      .toBe('256');
    await page.getByRole('button', { name: 'Show the steps' }).click();
    await expect
      .poll(() => page.locator('.is-strip .tile').count(), { timeout: PATIENCE_MS })
      .toBe(7);
  });

  it('draws the face of a picture again that is dropped on it', async () => {
    const page = await open();
    await say(page, 'green hair');
    await page.getByRole('img', { name: /green hair/ }).waitFor();
    const saved = await page.request.get(
      `${server.web.address}/${await page.getByRole('link', { name: 'Save picture' }).getAttribute('href')}`,
    );
    const bytes = [...(await saved.body())];
    const dropped = await page.evaluateHandle((data) => {
      const { DataTransfer: Transfer } = globalThis as unknown as BrowserWindow;
      const transfer = new Transfer();
      transfer.items.add(new File([new Uint8Array(data)], 'face.png', { type: 'image/png' }));
      return transfer;
    }, bytes);
    await page.dispatchEvent('.chat', 'drop', { dataTransfer: dropped });
    await page.getByText('Drawn again from its recipe.').first().waitFor();
    await expect.poll(() => page.getByRole('img', { name: /green hair/ }).count()).toBe(2);
  });

  it('works by keyboard alone: commands complete, lines come back', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
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
    for (let tab = 0; tab < 40; tab += 1) {
      await page.keyboard.press('Shift+Tab');
      const name = await page.evaluate(() =>
        (globalThis as unknown as BrowserWindow).document.activeElement?.getAttribute('aria-label'),
      );
      if (name === 'Keep') break;
    }
    await page.keyboard.press('Space');
    await page.getByText('Kept as No. 1.').waitFor();
  });

  it('fits a phone, in every section', async () => {
    const page = await open({ viewport: PHONE, hasTouch: true, isMobile: true });
    await say(page, 'blonde x10');
    await answered(page);
    await page.getByRole('button', { name: 'Keep face 1', exact: true }).tap();
    await page.getByRole('button', { name: 'Keep face 2', exact: true }).tap();
    await page.getByText('Kept as No. 2.').waitFor();
    for (const section of ['Gallery', 'Morph', 'Blend', 'Pull']) {
      await page.getByRole('link', { name: section }).tap();
      const width = await page.evaluate(
        () => (globalThis as unknown as BrowserWindow).document.documentElement.scrollWidth,
      );
      expect([section, width]).toEqual([section, PHONE.width]);
    }
  });

  it('hides no face of a strip behind its hearts on a phone', async () => {
    const page = await open({ viewport: PHONE, hasTouch: true, isMobile: true });
    await say(page, 'blonde');
    await page.getByRole('button', { name: 'Keep', exact: true }).tap();
    await page.getByText('Kept as No. 1.').waitFor();
    await say(page, '/morph 1 red hair');
    const step = page.locator('.is-strip .tile').first();
    await step.waitFor();
    // Both at one moment: the page is still scrolling.
    const { below, heart } = await step.evaluate((tile) => {
      const boxOf = (name: string) => tile.querySelector(name)!.getBoundingClientRect();
      const [face, corner] = [boxOf('.tile-face'), boxOf('.keep-corner')];
      return { below: corner.top - face.bottom, heart: corner.height };
    });
    expect(below).toBeGreaterThanOrEqual(-1);
    expect(heart).toBeGreaterThanOrEqual(44);
  });

  it('is dark where the device is, and as chosen', async () => {
    const page = await open({ colorScheme: 'dark' });
    const paper = (): Promise<unknown> =>
      page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const dark = await paper();
    await page.getByRole('button', { name: /^Light: as the device/ }).click();
    await expect.poll(paper).not.toBe(dark);
    await page.reload();
    expect(await paper()).not.toBe(dark);
  });

  it('does not move where people asked for stillness', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await say(page, 'blonde');
    const face = page.locator('.portrait.is-there');
    await face.waitFor();
    const duration = await face.evaluate(
      (img) => (globalThis as unknown as BrowserWindow).getComputedStyle(img).animationDuration,
    );
    expect(Number.parseFloat(duration)).toBeLessThan(0.001);
  });

  it.each([
    ['ja-JP', '引く'],
    ['zh-CN', '抽卡'],
    ['zh-TW', '抽卡'],
    ['de-DE', 'Pull'],
  ])('speaks to a browser set to %s', async (locale, word) => {
    const page = await open({ locale });
    await page.getByRole('link', { name: word, exact: true }).waitFor();
  });

  it('switches its language in place and remembers it', async () => {
    const page = await open();
    await page.getByLabel('Language').selectOption('ja');
    await page.getByRole('link', { name: '生成一覧' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: '生成一覧' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
  });

  it('shows what people wrote as text, whatever it is', async () => {
    const page = await open();
    await say(page, '<img src=x onerror=alert(1)> blonde');
    await page.getByRole('img', { name: /blonde hair/ }).waitFor();
    expect(await page.locator('.spoken').textContent()).toContain('<img src=x onerror=alert(1)>');
  });
});
