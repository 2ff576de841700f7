import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Chromium's path: as CHROMIUM says, else wherever PATH has it; undefined where there is none. */
export function findChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env;
  const folders = ['/usr/bin', ...PATH.split(delimiter)];
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [CHROMIUM ?? '', ...candidates, ...MAC_APPS].find(
    (path) => path !== '' && existsSync(path),
  );
}
