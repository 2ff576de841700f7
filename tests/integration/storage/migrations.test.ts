import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSchemaEngine } from '../../../prisma/schema-engine.mjs';
import { sqlitePath } from '../../../src/storage/drivers/sqlite-path.js';
import { loadMigrations } from '../../../src/storage/migrations.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import { describeWith } from '../../support/describe-with.js';
import { listDatabases, type TestDatabase } from '../../support/storage/databases.js';
import { startScript } from '../../support/storage/run-script.js';

const MIGRATIONS = new URL('../../../prisma/migrations/', import.meta.url);

function providerOf({ name }: TestDatabase): 'sqlite' | 'postgresql' {
  return name === 'SQLite' ? 'sqlite' : 'postgresql';
}

function migrationsOf(provider: string): string[] {
  const entries = readdirSync(new URL(`${provider}/`, MIGRATIONS));
  return entries.filter((entry) => /^\d{14}_/.test(entry)).toSorted();
}

function connect(database: TestDatabase, url: string) {
  const factory = database.name === 'SQLite' ? new PrismaBetterSqlite3({ url }) : new PrismaPg(url);
  return factory.connect();
}

async function query(database: TestDatabase, url: string, sql: string): Promise<unknown[][]> {
  const adapter = await connect(database, url);
  const { rows } = await adapter.queryRaw({ sql, args: [], argTypes: [] });
  await adapter.dispose();
  return rows;
}

describe.each(listDatabases())('migrations of $name', (database) => {
  describeWith(database.need, 'on a real database', { timeout: 240_000 }, () => {
    const provider = providerOf(database);

    beforeAll(() => database.start());
    afterAll(() => database.remove());

    it('are recorded as Prisma records them, and its own engine agrees', async () => {
      const url = await database.create();
      await (await openStorage(url)).close();
      const names = migrationsOf(provider);
      const checksums = names.map((name) => {
        const sql = readFileSync(new URL(`${provider}/${name}/migration.sql`, MIGRATIONS));
        return createHash('sha256').update(sql).digest('hex');
      });
      const rows = await query(
        database,
        url,
        `SELECT "migration_name", "checksum", "applied_steps_count" FROM "_prisma_migrations"
          ORDER BY "migration_name"`,
      );
      expect(rows.map((row) => row.map(String))).toEqual(
        names.map((name, at) => [name, checksums[at], '1']),
      );
      const diagnosis = await (await openSchemaEngine(provider, url)).diagnose();
      expect(diagnosis).toMatchObject({
        history: null,
        failedMigrationNames: [],
        editedMigrationNames: [],
        hasMigrationsTable: true,
      });
    });

    it('bring an empty database to the models exactly', async () => {
      const url = provider === 'postgresql' ? await database.create() : undefined;
      const engine = await openSchemaEngine(provider, url);
      expect(await engine.scriptFromMigrations()).toBe('');
    });

    it('forget whom an older program met once, and nobody of whom anything is known', async () => {
      const url = await database.create();
      if (provider === 'sqlite') mkdirSync(dirname(sqlitePath(url)), { recursive: true });
      const adapter = await connect(database, url);
      const migrations = await loadMigrations(provider);
      const last = migrations.findIndex(({ name }) => name.endsWith('_forget_bare_people'));
      for (const { sql } of migrations.slice(0, last)) await adapter.executeScript(sql);
      const people = [
        [1, 'met', false, null],
        [2, 'speaks', false, 'ja'],
        [3, 'open', true, null],
        [4, 'drew', false, null],
      ] as const;
      for (const [id, name, isOpen, language] of people) {
        const columns = '"id", "platform", "platformId", "allowsBlending", "language", "createdAt"';
        const spoken = language === null ? 'NULL' : `'${language}'`;
        const values = `${id}, 'web', '${name}', ${isOpen}, ${spoken}, '2026-11-01 00:00:00'`;
        await adapter.executeScript(`INSERT INTO "person" (${columns}) VALUES (${values})`);
      }
      const pull = `'p', 4, '{}', 1, '2026-11-01 00:00:00'`;
      await adapter.executeScript(`INSERT INTO "pull" VALUES (${pull})`);
      await adapter.executeScript(migrations[last]?.sql ?? '');
      await adapter.dispose();
      const rows = await query(database, url, 'SELECT "platformId" FROM "person" ORDER BY "id"');
      expect(rows.flat()).toEqual(['speaks', 'open', 'drew']);
    });

    it('run once when processes start at once', async () => {
      const url = await database.create();
      const children = [1, 2, 3].map(() => startScript('open-once.ts', [url]));
      const codes = await Promise.all(
        children.map(async (child) => {
          const [code] = (await once(child, 'exit')) as [number | null];
          return code;
        }),
      );
      expect(codes).toEqual([0, 0, 0]);
      const [count] = await query(database, url, 'SELECT count(*) FROM "_prisma_migrations"');
      const [people] = await query(database, url, 'SELECT count(*) FROM "person"');
      expect([Number(count?.[0]), Number(people?.[0])]).toEqual([migrationsOf(provider).length, 1]);
    });

    it('refuse a database of a newer program, with a word on what to do', async () => {
      const url = await database.create();
      await (await openStorage(url)).close();
      await query(
        database,
        url,
        `UPDATE "_prisma_migrations" SET "migration_name" = '29990101000000_future' RETURNING 1`,
      );
      await expect(openStorage(url)).rejects.toThrow(/29990101000000_future.*update the program/);
    });
  });
});
