/**
 * Says what each `npm run …` is for: the table of CONTRIBUTING.md, as plain lines. Uses no dependency,
 * so that it answers on a fresh clone at once.
 */
import { readFileSync } from 'node:fs';

const guide = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8');
const rows = [...guide.matchAll(/^\| `((?:npm|bash) .*?)` +\| (.*?) +\|$/gm)];
const width = Math.max(...rows.map(([, command = '']) => command.length));
for (const [, command = '', purpose = ''] of rows) {
  console.log(`${command.padEnd(width)}  ${purpose.replaceAll(/\[(.*?)\]\((.*?)\)/g, '$2')}`);
}
