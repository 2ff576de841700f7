import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { GameSettings } from '../../../src/game/game-settings.js';
import { startTestGame, startTinyGenerator, type TestGame } from '../game/test-game.js';
import { startBrowser } from './browser.js';
import { findChromium } from './find-chromium.js';
import { startWeb, type WebStage } from './web-harness.js';

/** How long a story waits for what the page should show. */
export const PATIENCE_MS = 60_000;

/** The sizes every story of the page is told at. */
export const SIZES = [
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ['desktop', { viewport: { width: 1440, height: 900 } }],
] as const satisfies readonly (readonly [string, BrowserContextOptions])[];

/** A game, its page's server and a browser, for the tests of one `describe`. */
export interface PageStage {
  readonly game: TestGame;
  readonly server: WebStage;
  readonly browser: Browser;
  /** Faults of scripts, requests to elsewhere, breaches of the content security policy. */
  readonly complaints: string[];
  /** A visitor of their own, unless a context is given. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** Another tab of a visitor. */
  openTab(page: Page): Promise<Page>;
}

/** Quick, so that nobody waits; long enough for hundreds of pulls. */
const ENDLESS = { endlessIntervalMs: 60, endlessLimit: 1000 };

/** Starts everything before the tests of a `describe` and ends it after them. */
export function usePageStage(settings: Partial<GameSettings> = {}): PageStage {
  let generator: PortraitGenerator;
  const stage = { complaints: [] as string[] } as {
    -readonly [Key in keyof PageStage]: PageStage[Key];
  };
  const pages: Page[] = [];

  const enter = async (page: Page): Promise<Page> => {
    watch(page, stage);
    pages.push(page);
    await page.goto(stage.server.web.address);
    return page;
  };
  stage.open = async (options = {}) => {
    const context = await stage.browser.newContext({ locale: 'en-GB', ...options });
    return enter(await context.newPage());
  };
  stage.openTab = async (page) => enter(await page.context().newPage());

  beforeAll(async () => {
    generator = await startTinyGenerator();
    stage.game = await startTestGame({ generator, settings: { ...ENDLESS, ...settings } });
    stage.server = await startWeb(Promise.resolve(stage.game.game));
    stage.browser = await startBrowser(findChromium() ?? '');
  }, 2 * PATIENCE_MS);
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()));
    expect(stage.complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.server.web.stop();
    await stage.game.close();
    await generator.close();
  });
  return stage;
}

function watch(page: Page, { complaints, server }: PageStage): void {
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(server.web.address);
    if (!isOwn && !/^(data|blob):/.test(request.url())) {
      complaints.push(`asked elsewhere: ${request.url()}`);
    }
  });
}

/** Types a line into the chat and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator('#message').fill(text);
  await page.locator('#message').press('Enter');
}

/** `expect.poll` with as much patience as everything else here. */
export function eventually<Value>(look: () => Promise<Value> | Value) {
  return expect.poll(look, { timeout: PATIENCE_MS });
}

/** Waits until nothing is under way in the chat. */
export async function answered(page: Page): Promise<void> {
  await eventually(() => page.locator('[aria-busy=true]').count()).toBe(0);
}

/** Pulls a face, keeps it and gives it a name and tags in the gallery; ends there. */
export async function keepOne(page: Page, description = 'blonde hair'): Promise<void> {
  await say(page, description);
  await answered(page);
  await page.getByRole('button', { name: 'Keep', exact: true }).last().click();
  await page.locator('.toast', { hasText: 'Kept as No.' }).first().waitFor();
}

/** Has a face drawn and kept for each description, without a click: for stories of what comes after. */
export async function haveKept(page: Page, descriptions: readonly string[]): Promise<void> {
  await page.evaluate(`(async (descriptions) => {
    const act = async (name, input) => {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(input) };
      return (await fetch('api/do/' + name, init)).text();
    };
    for (const description of descriptions) {
      const drawn = await act('pull', { prompt: { description } });
      await act('keep', { portraitId: /"portraits":\\[\\{"id":"([^"]+)/.exec(drawn)[1] });
    }
  })(${JSON.stringify(descriptions)})`);
}

/** Opens a section by its link. */
export async function goTo(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: section }).click();
}
