import { readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COPIED_TABLES, copyDatabase } from '../../../src/storage/copy-database.js';
import { sqlitePath } from '../../../src/storage/drivers/sqlite-path.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { Storage } from '../../../src/storage/storage.js';
import { describeWith } from '../../support/describe-with.js';
import { runProgram } from '../../support/run-program.js';
import { listDatabases } from '../../support/storage/databases.js';
import { makePortrait, NOON } from '../../support/storage/portraits.js';

const [sqlite, postgres] = listDatabases();
if (!sqlite || !postgres) throw new Error('expected two databases');

const PEOPLE = 70;

/** Everything once, and some of it often enough to come in several pages. */
async function fill(storage: Storage): Promise<void> {
  for (let at = 1; at <= PEOPLE; at += 1) await keepOne(storage, `visitor ${at} Ä 花`, at);
  await storage.allowances.replace('person:1', undefined, 1_795_000_000_123);
}

/** Somebody new, who pulls one face and keeps it. */
async function keepOne(storage: Storage, name: string, at: number): Promise<void> {
  const { id } = await storage.people.findOrCreate('web', name, NOON);
  const made = makePortrait(`f${at}`, id);
  const pictures = [{ sizePx: 256, format: 'webp', bytes: Uint8Array.from([at]) }];
  const prompt = JSON.stringify({ description: '金发 \\u0000 "blonde"' });
  const pull = { id: `p${at}`, personId: id, prompt, count: 1, createdAt: NOON };
  await storage.portraits.add([{ ...made, pictures }], pull);
  await storage.favorites.keep(id, `f${at}`, NOON);
}

const countRows = async (url: string) => {
  const storage = await openStorage(url);
  const person = await storage.people.findOrCreate('web', `visitor ${PEOPLE} Ä 花`, NOON);
  const portrait = await storage.portraits.find(`f${PEOPLE}`);
  const newcomer = await storage.people.findOrCreate('web', 'newcomer', NOON);
  await storage.close();
  return { personId: person.id, portrait, newcomerId: newcomer.id };
};

describe('a copy of a database', () => {
  it('has every model, each with its key', () => {
    const models = readFileSync(new URL('../../../prisma/models.prisma', import.meta.url), 'utf8');
    const keys = [...models.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(
      ([, name = '', body = '']) => {
        const ids = /@@id\(\[(.*?)\]\)/.exec(body)?.[1] ?? /^\s+(\w+) .*@id/m.exec(body)?.[1] ?? '';
        return [name.charAt(0).toLowerCase() + name.slice(1), ids.split(', ')];
      },
    );
    expect(Object.fromEntries(keys)).toEqual(COPIED_TABLES);
  });
});

describeWith(postgres.need, 'a copy', { timeout: 120_000 }, () => {
  let source = '';

  beforeAll(async () => {
    await Promise.all([sqlite.start(), postgres.start()]);
    source = await sqlite.create();
    const storage = await openStorage(source);
    await fill(storage);
    await storage.close();
  }, 120_000);
  afterAll(() => Promise.all([sqlite.remove(), postgres.remove()]));

  it('from SQLite to PostgreSQL and back is the same, and goes on counting', async () => {
    const [there, back] = [await postgres.create(), await sqlite.create()];
    const copied = await copyDatabase(source, there);
    expect(copied).toMatchObject({
      person: PEOPLE,
      pull: PEOPLE,
      portrait: PEOPLE,
      picture: PEOPLE,
    });
    expect(copied).toMatchObject({ favorite: PEOPLE, allowance: 1 });
    expect(await copyDatabase(there, back)).toEqual(copied);
    const original = await countRows(source);
    expect(original.portrait?.z).toBeInstanceOf(Float32Array);
    expect(await countRows(there)).toEqual(original);
    expect(await countRows(back)).toEqual(original);
  });

  it('is of one moment while the database is written to', async () => {
    const from = await sqlite.create();
    const storage = await openStorage(from);
    for (let at = 1; at <= 5; at += 1) await keepOne(storage, `before ${at}`, at);
    let at = 5;
    const to = await sqlite.create();
    const copied = await copyDatabase(from, to, async (model) => {
      if (at === 5) expect(model).toBe('person');
      at += 1;
      await keepOne(storage, `meanwhile ${at}`, at);
    });
    await storage.close();
    expect(at).toBeGreaterThan(15);
    expect([copied.person, copied.portrait, copied.favorite]).toEqual([5, 5, 5]);

    const copy = new Database(sqlitePath(to), { readonly: true });
    const column = (sql: string): unknown[] =>
      copy
        .prepare(sql)
        .all()
        .map((row) => Object.values(row as Record<string, unknown>)[0]);
    expect(column('PRAGMA integrity_check')).toEqual(['ok']);
    expect(column('PRAGMA foreign_key_check')).toEqual([]);
    // What one transaction wrote is there or not there as a whole, and as it was written.
    const portraits = column('SELECT substr(id, 2) FROM portrait ORDER BY id');
    expect(portraits).toHaveLength(copied.portrait);
    expect(column('SELECT substr(id, 2) FROM pull ORDER BY id')).toEqual(portraits);
    expect(column('SELECT substr("portraitId", 2) FROM picture ORDER BY 1')).toEqual(portraits);
    const bytes = `SELECT hex(bytes) = printf('%02X', substr("portraitId", 2)) FROM picture`;
    expect(new Set(column(bytes))).toEqual(new Set([1]));
    const kept = `SELECT "nextNumber" - 1 = (SELECT count(*) FROM favorite f WHERE f."personId" = p.id)
      FROM person p`;
    expect(new Set(column(kept))).toEqual(new Set([1]));
    copy.close();
  });

  it('is made and put back by the command that a host types', async () => {
    const DATABASE_URL = await sqlite.create();
    const file = `${source.replace('file:', '')}.backup`;
    const run = (command: string, url: string) =>
      runProgram('src/app/database.ts', [command, file], { env: { DATABASE_URL: url } }).ended;
    expect(await run('backup', source)).toMatchObject({ code: 0, stderr: '' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await run('restore', DATABASE_URL)).stdout).toContain(`"favorite":${PEOPLE}`);
    const again = await run('restore', DATABASE_URL);
    expect([again.code, again.stderr]).toEqual([1, 'expected an empty database to copy into\n']);
  });

  it('goes into nothing that holds something, and comes from nothing that is not there', async () => {
    const full = await sqlite.create();
    const storage = await openStorage(full);
    await storage.people.findOrCreate('web', 'ann', NOON);
    await storage.close();
    await expect(copyDatabase(source, full)).rejects.toThrow('empty');
    await expect(copyDatabase(`${full}.none`, await sqlite.create())).rejects.toThrow('expected a');
  });
});
