import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { BUILT_PAGE } from '../../support/web/built-page.js';

const MOST_SCRIPT_BYTES = 40 * 1024;

it('has scripts of at most 40 KB as they are sent', () => {
  const assets = `${BUILT_PAGE}/assets`;
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const bytes = scripts.map((name) => gzipSync(readFileSync(`${assets}/${name}`)).length);
  expect(scripts.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
});
