/**
 * Part of `npm version`: puts what is unreleased in CHANGELOG.md under the new version and today's date.
 * Uses no dependency.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const { npm_package_version: version } = process.env;
const text = readFileSync('CHANGELOG.md', 'utf8');
const [, unreleased = ''] =
  /^## \[Unreleased\]\n([\s\S]*?)(?=^## \[|$(?![\s\S]))/m.exec(text) ?? [];
if (version === undefined) {
  console.error('This is run by npm: npm version minor');
  process.exit(1);
}
if (!/^- /m.test(unreleased)) {
  console.error('CHANGELOG.md has nothing under [Unreleased]: say there what changed.');
  process.exit(1);
}
const heading = `## [${version}] - ${new Date().toISOString().slice(0, 10)}`;
writeFileSync('CHANGELOG.md', text.replace('## [Unreleased]\n', `## [Unreleased]\n\n${heading}\n`));
