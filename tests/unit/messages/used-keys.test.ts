import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCatalogues, NAMESPACES, type Catalogue } from '../../../src/messages/catalogues.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Prefixes that the program completes with a name it has at hand. The name that
 * follows must stand in the program too: `common:pull.` alone lets no forgotten sentence through.
 */
const PREFIXES = [
  'attributes:group.',
  'attributes:value.',
  'cli:',
  'common:favourite.',
  'common:find.',
  'common:privacy.',
  'common:pull.',
  'common:result.',
  'common:vary.',
  'discord:choice.',
  'discord:face.',
  'discord:command.',
  'discord:language.name.',
  'discord:menu.',
  'discord:modal.',
  'discord:modal.new.',
  'discord:modal.title.',
  'discord:option.',
  'discord:origin.',
  'discord:subcommand.',
  'errors:',
  'help:commands.',
  'help:examples.',
  'telegram:blend.percent',
  'telegram:menu.',
  'telegram:refused.',
  'telegram:talk.',
  'web:endless.',
  'web:find.',
  'web:keys.',
  'web:menu.',
  'web:nav.',
  'web:settings.',
];

const NAMED_KEY = new RegExp(`'((?:${NAMESPACES.join('|')}):[\\w.-]+)'`, 'g');

const program = readProgram(['src', 'scripts']);
const catalogues = loadCatalogues();

describe('the sentences', () => {
  it.each(NAMESPACES)('of %s are all said somewhere', (namespace) => {
    const keys = keysOf(catalogues.en[namespace]).map((key) => `${namespace}:${key}`);
    expect(keys.filter((key) => !isNamed(key))).toEqual([]);
  });

  it('that the program names are all there', () => {
    const there = NAMESPACES.flatMap((namespace) =>
      keysOf(catalogues.en[namespace]).map((key) => `${namespace}:${key}`),
    );
    // Or the beginning of several.
    const isThere = (key: string): boolean =>
      there.some((known) => known === key || known.startsWith(`${key}.`));
    const named = [...program.matchAll(NAMED_KEY)].map(([, key = '']) => key);
    expect(named.filter((key) => !isThere(key))).toEqual([]);
  });

  it.each(PREFIXES)('that begin with %s are put together from it', (prefix) => {
    expect(program).toContain(prefix === 'cli:' ? '`cli:${' : `\`${prefix}\${`);
  });
});

function isNamed(key: string): boolean {
  if (occurs(key)) return true;
  return PREFIXES.some((prefix) => {
    if (!key.startsWith(prefix)) return false;
    const rest = key.slice(prefix.length);
    return occurs(rest) || occurs(rest.split('.')[0] ?? '');
  });
}

/** As a whole: `drop` does not stand in `dropped`. Options write `hair-color` of `hair_color`. */
function occurs(text: string): boolean {
  const pattern = text.replaceAll('.', '\\.').replaceAll('-', '[-_]');
  return new RegExp(`(?<![\\w.-])${pattern}(?![\\w-]|\\.\\w)`).test(program);
}

/** Dotted; the forms of a plural fall together. */
function keysOf(catalogue: Catalogue, before = ''): string[] {
  const keys = Object.entries(catalogue).flatMap(([name, value]) => {
    const key = `${before}${name.replace(/_(one|other)$/, '')}`;
    return typeof value === 'string' ? [key] : keysOf(value, `${key}.`);
  });
  return [...new Set(keys)];
}

/** All that can name a key, the vocabulary included, in one text; a mere list of errors names none. */
function readProgram(folders: readonly string[]): string {
  return folders
    .flatMap((folder) => {
      const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|json)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => !/[\\/]((locales|generated)[\\/]|error-codes\.ts$)/.test(path));
    })
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}
