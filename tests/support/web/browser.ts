import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Chromium's path: as CHROMIUM says, else wherever PATH has it; undefined where there is none. */
export function findChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env;
  const folders = ['/usr/bin', ...PATH.split(delimiter)];
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [CHROMIUM ?? '', ...candidates].find((path) => path !== '' && existsSync(path));
}

/** Starts it without a window; close it after the tests. */
export function startBrowser(executablePath: string): Promise<Browser> {
  // Its sandbox does not work for root, nor in most containers.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
