import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { composeSchema } from './compose-schema.mjs';

const NO_FILTER = { externalTables: [], externalEnums: [] };

/** PostgreSQL's numbers for its types. */
const CHAR_OID = 18;
const TEXT_OID = 25;

let isLoaded = false;

/** Loads Prisma's schema engine as WebAssembly, which needs no download and no Node flag. */
async function loadBindings() {
  if (isLoaded) return;
  const script = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(fileURLToPath(script.replace(/\.js$/, '.wasm')));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings,
  });
  // oxlint-disable-next-line no-underscore-dangle -- named by wasm-bindgen
  bindings.__wbg_set_wasm(instance.exports);
  // oxlint-disable-next-line no-underscore-dangle
  instance.exports.__wbindgen_start();
  isLoaded = true;
}

/** Answers the one question the engine asks before it compares models without a database. */
const OFFLINE_POSTGRES = {
  provider: 'postgres',
  adapterName: 'offline',
  connect: async () => ({
    provider: 'postgres',
    adapterName: 'offline',
    queryRaw: async () => ({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 15.0', 150000]],
    }),
    executeRaw: async () => 0,
    executeScript: async () => undefined,
    startTransaction: async () => undefined,
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: async () => undefined,
  }),
};

/** The engine hands over a migration in one piece, which better-sqlite3 takes only as a script. */
class ScriptingSqlite extends PrismaBetterSqlite3 {
  async connect() {
    return withScripts(await super.connect());
  }

  async connectToShadowDb() {
    return withScripts(await super.connectToShadowDb());
  }
}

function withScripts(adapter) {
  const executeRaw = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query);
    await adapter.executeScript(query.sql);
    return 0;
  };
  return adapter;
}

/**
 * The engine reads PostgreSQL's one-byte "char" columns only as text; and given a URL, the adapter's own
 * shadow database would be the very database that the URL names.
 */
class ShadowingPg extends PrismaPg {
  #url;

  constructor(url) {
    super(url);
    this.#url = url;
  }

  async connect() {
    return withCharAsText(await super.connect());
  }

  async connectToShadowDb() {
    const name = `mugen_shadow_${randomUUID().replaceAll('-', '')}`;
    const main = await super.connect();
    await main.executeScript(`CREATE DATABASE "${name}"`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const shadow = await new PrismaPg(url.href).connect();
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await main.executeScript(`DROP DATABASE "${name}"`);
      await main.dispose();
    };
    return withCharAsText(shadow);
  }
}

function withCharAsText(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    for (const field of result.fields) {
      if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
    }
    return result;
  };
  return adapter;
}

function adapterFor(provider, url) {
  if (provider === 'sqlite') return new ScriptingSqlite({ url: url ?? ':memory:' });
  return url ? new ShadowingPg(url) : OFFLINE_POSTGRES;
}

/**
 * The engine on a database; without a URL on none: SQLite in memory, PostgreSQL only for comparing
 * models.
 */
export async function openSchemaEngine(provider, url) {
  await loadBindings();
  const files = [{ path: `${provider}.prisma`, content: composeSchema(provider) }];
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFor(provider, url));
  const options = { datamodels: [[files[0].path, files[0].content]] };
  const engine = await bindings.SchemaEngine.new(options, () => undefined, adapter);
  const models = { tag: 'schemaDatamodel', files, configDir: '.' };
  const diff = async (from) => {
    const wanted = { from, to: models, script: true, exitCode: null, filters: NO_FILTER };
    return withoutSchema((await engine.diff(wanted)).stdout ?? '');
  };
  return {
    /** SQL that makes the models' tables from nothing. */
    scriptFromNothing: () => diff({ tag: 'empty' }),
    /** SQL that is missing after the migrations; they are replayed on a database of their own. */
    scriptFromMigrations: () => diff({ tag: 'migrations', ...listMigrations(provider) }),
    /** The migration history according to Prisma's own tools. */
    diagnose: () =>
      engine.diagnoseMigrationHistory({
        migrationsList: listMigrations(provider),
        optInToShadowDatabase: false,
        filters: NO_FILTER,
      }),
  };
}

/** The schema `public` is always there, and making it takes a right that a plain user lacks. */
function withoutSchema(script) {
  const cleaned = script.replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n', '');
  return cleaned.trim() === '-- This is an empty migration.' ? '' : cleaned;
}

function listMigrations(provider) {
  const baseDir = fileURLToPath(new URL(`migrations/${provider}`, import.meta.url));
  const lock = `provider = "${provider}"\n`;
  const names = existsSync(baseDir) ? readdirSync(baseDir, { withFileTypes: true }) : [];
  return {
    baseDir,
    lockfile: { path: './migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories: names
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
        },
      }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
