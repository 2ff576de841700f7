/**
 * Keeps the migrations in step with the models.
 *
 *   node prisma/migrations.mjs check
 *   node prisma/migrations.mjs create NAME
 *
 * SQLite's migrations are replayed in memory and compared with the models. PostgreSQL's are replayed
 * where SHADOW_DATABASE_URL names a server on which databases may be made; without one, the newest
 * migration must carry the fingerprint of today's models (and the tests replay it on a server).
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROVIDERS } from './compose-schema.mjs';
import { openSchemaEngine } from './schema-engine.mjs';

const FOLDER = fileURLToPath(new URL('migrations', import.meta.url));
const shadowUrl = process.env.SHADOW_DATABASE_URL;

function newestMigration(provider) {
  const folder = join(FOLDER, provider);
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^\d{14}_/.test(name))
    : [];
  const name = names.toSorted().at(-1);
  return name ? readFileSync(join(folder, name, 'migration.sql'), 'utf8') : undefined;
}

function fingerprintLine(scriptFromNothing) {
  const digest = createHash('sha256').update(scriptFromNothing).digest('hex').slice(0, 16);
  return `-- Models after this migration: ${digest}`;
}

async function open(provider) {
  const engine = await openSchemaEngine(provider, provider === 'sqlite' ? undefined : shadowUrl);
  const fingerprint = fingerprintLine(await engine.scriptFromNothing());
  const canReplay = provider === 'sqlite' || shadowUrl !== undefined;
  return { engine, fingerprint, canReplay };
}

async function check(provider) {
  const { engine, fingerprint, canReplay } = await open(provider);
  const missing = canReplay ? await engine.scriptFromMigrations() : '';
  const isMarked = newestMigration(provider)?.startsWith(`${fingerprint}\n`) ?? false;
  if (missing === '' && isMarked) return true;
  console.error(`prisma/migrations/${provider} has drifted from prisma/models.prisma.`);
  if (missing) console.error(`It lacks:\n${missing}`);
  console.error('Run: node prisma/migrations.mjs create NAME');
  return false;
}

async function create(provider, folderName) {
  const { engine, fingerprint } = await open(provider);
  const isFirst = newestMigration(provider) === undefined;
  const script = await (isFirst ? engine.scriptFromNothing() : engine.scriptFromMigrations());
  if (script === '') return;
  const folder = join(FOLDER, provider, folderName);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), `${fingerprint}\n\n${script}`);
  const lock = `# Read by Prisma's own tools.\nprovider = "${provider}"\n`;
  writeFileSync(join(FOLDER, provider, 'migration_lock.toml'), lock);
  console.error(`wrote ${join(folder, 'migration.sql')}`);
}

const [command, name] = process.argv.slice(2);
if (command === 'create' && /^[a-z0-9_]+$/.test(name ?? '')) {
  // Before anything is written: half of a migration is worse than none.
  if (newestMigration('postgresql') !== undefined && shadowUrl === undefined) {
    throw new Error(
      'set SHADOW_DATABASE_URL to a PostgreSQL server, to compare with its migrations',
    );
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  for (const provider of PROVIDERS) await create(provider, `${stamp}_${name}`);
} else if (command === 'check') {
  const results = [];
  for (const provider of PROVIDERS) results.push(await check(provider));
  process.exitCode = results.every(Boolean) ? 0 : 1;
} else {
  console.error('usage: node prisma/migrations.mjs check | create lower_case_name');
  process.exitCode = 2;
}
