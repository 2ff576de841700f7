import { chromium, type Browser } from 'playwright-core';

/** Starts it without a window; close it after the tests. */
export function startBrowser(executablePath: string): Promise<Browser> {
  // Its sandbox does not work for root, nor in most containers.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
