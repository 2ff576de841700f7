import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
/** Without those that npm runs by itself before another. */
const names = Object.keys(scripts).filter(
  (name) => !(name.startsWith('pre') && name.slice(3) in scripts),
);

describe('npm run help', () => {
  const said = execFileSync(process.execPath, [`${root}scripts/list-commands.mjs`], {
    encoding: 'utf8',
  });

  it.each(names)('says what %s is for', (name) => {
    const mentions = [`npm run ${name}`, `npm ${name}`, `\`${name}\``];
    expect(mentions.filter((mention) => said.includes(mention))).not.toEqual([]);
  });

  it('names no command that is not there', () => {
    const named = [...said.matchAll(/^npm (?:run )?([\w:-]+)/gm)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
