import { chmod, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadSettings } from '../config/env.js';
import { hideSecrets, secretsOf } from '../config/secrets.js';
import { copyDatabase } from '../storage/copy-database.js';
import { DEFAULT_DATABASE_URL } from '../storage/open-storage.js';

/** Backs the database up and restores it: `npm run db -- backup FILE`. */

const USAGE = `Backs the database at DATABASE_URL up, while the program runs as well, and restores it.

Usage:
  npm run db -- backup FILE    writes all of it into a new SQLite file
  npm run db -- restore FILE   puts all of a SQLite file into the empty database at DATABASE_URL

What arrives is compared with what was there. From SQLite to PostgreSQL: stop the program, set DATABASE_URL
to the new database, and restore the old file.`;

async function backUp(url: string, file: string): Promise<object> {
  if (existsSync(file)) throw new Error(`${file} is there already: name another file`);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  const copied = await copyDatabase(url, `file:${partial}`, showProgress);
  await chmod(partial, 0o600);
  await rename(partial, file);
  return copied;
}

/** For whoever watches a large copy. */
function showProgress(model: string, rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`${model}: ${rows}\n`);
}

async function main(): Promise<void> {
  const options = { help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command, file, ...rest] = positionals;
  const isKnown = command === 'backup' || command === 'restore';
  if (values.help === true || !isKnown || file === undefined || rest.length > 0) {
    process.stdout.write(`${USAGE}\n`);
    process.exitCode = values.help === true ? 0 : 1;
    return;
  }
  const settings = loadSettings();
  const { DATABASE_URL: url = DEFAULT_DATABASE_URL } = settings;
  try {
    const copied =
      command === 'backup'
        ? await backUp(url, file)
        : await copyDatabase(`file:${file}`, url, showProgress);
    process.stdout.write(`${JSON.stringify(copied)}\n`);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${hideSecrets(text, secretsOf(settings))}\n`);
    process.exitCode = 1;
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
