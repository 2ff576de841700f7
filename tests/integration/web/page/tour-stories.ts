import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../src/game/people/person.js';
import { lookClosely, WATCH_SHIFTS } from '../../../support/web/look-closely.js';
import {
  answered,
  eventually,
  haveKept,
  say,
  SIZES,
  type PageStage,
} from '../../../support/web/page-stage.js';

const MOST_SHIFT = 0.01;
const [PHONE, DESKTOP] = SIZES;

// Every language, and both schemes at both sizes.
const TOURS = [
  ['en', 'light', PHONE],
  ['ja', 'dark', PHONE],
  ['zh-CN', 'dark', DESKTOP],
  ['zh-TW', 'light', DESKTOP],
] as const satisfies readonly (readonly [Language, string, (typeof SIZES)[number]])[];

const show = (page: Page, section: string): Promise<void> =>
  page.locator(`.rail nav a[href="#${section}"]`).click();

/** Everything that there is to see, by its name; no words, since they differ from tour to tour. */
const STOPS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['welcome', (page) => page.locator('.welcome').waitFor()],
  [
    'chat',
    async (page) => {
      await say(page, 'blonde hair, zorp');
      await answered(page);
      await say(page, '/gacha x3');
      await answered(page);
      await eventually(() => page.locator('.portrait.is-there').count()).toBe(4);
    },
  ],
  ['picker', (page) => page.locator('.composer-pick').click()],
  [
    'menu',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('[popovertarget=menu]').click();
    },
  ],
  [
    'keys',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('#message').blur();
      await page.keyboard.press('?');
      await page.locator('.keys').waitFor();
    },
  ],
  [
    'recent',
    async (page) => {
      await page.keyboard.press('Escape');
      await show(page, 'recent');
      await eventually(() => page.locator('.recent .portrait.is-there').count()).toBe(6);
    },
  ],
  [
    'gallery',
    async (page) => {
      await show(page, 'gallery');
      await eventually(() => page.locator('.face').count()).toBe(2);
    },
  ],
  [
    'favourite',
    async (page) => {
      await page.locator('.face').first().click();
      await page.locator('dialog .name-form').waitFor();
    },
  ],
  [
    'morph',
    async (page) => {
      await page.keyboard.press('Escape');
      await show(page, 'morph');
      await page.locator('.editor-controls .chip[aria-pressed=false]').first().click();
      await eventually(() => page.locator('canvas').getAttribute('data-size')).toBe('256');
    },
  ],
  [
    'blend',
    async (page) => {
      await show(page, 'blend');
      const canvas = page.locator('.pane:not([hidden]) canvas');
      await eventually(() => canvas.getAttribute('data-size')).toBe('256');
    },
  ],
  [
    'find',
    async (page) => {
      await page.evaluate('location.hash = "find"');
      await page.locator('.find-form button').click();
      await eventually(() => page.locator('.find-grid .portrait.is-there').count()).toBe(16);
    },
  ],
];

export function tellTours(stage: PageStage): void {
  describe('everything on the page', () => {
    it.each(TOURS)('is in order for everybody: %s, %s, %o', async (language, scheme, [, size]) => {
      const page = await stage.open({
        ...size,
        locale: language,
        colorScheme: scheme,
        // Colours are measured, so nothing may be on its way.
        reducedMotion: 'reduce',
      });
      await haveKept(page, ['blonde hair', 'red hair']);
      await page.addInitScript(WATCH_SHIFTS);
      await page.reload();
      const found: Record<string, readonly string[]> = {};
      for (const [name, goThere] of STOPS) {
        await goThere(page);
        found[name] = await lookClosely(page, language);
      }
      expect(found).toEqual(Object.fromEntries(STOPS.map(([name]) => [name, []])));
      expect(await page.evaluate('window.shifted')).toBeLessThanOrEqual(MOST_SHIFT);
    });
  });
}
