import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../../../src/errors/app-error.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { Storage } from '../../../src/storage/storage.js';
import { makePortrait, NOON, stock } from '../../support/storage/portraits.js';

const folder = mkdtempSync(join(tmpdir(), 'mugen-thread-'));
let files = 0;

describe('SQLite in a thread of its own', { timeout: 120_000 }, () => {
  let file: string;
  let storage: Storage;
  beforeEach(async () => {
    files += 1;
    file = join(folder, `${files}.db`);
    storage = await openStorage(`file:${file}`, { isThreaded: true });
  });
  afterEach(() => storage.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds nobody else up while another process holds the file', async () => {
    const other = new Database(file);
    other.exec('BEGIN EXCLUSIVE');
    const waiting = storage.people.findOrCreate('web', 'ann', NOON);
    // In this thread SQLite would wait for a lock that this thread could then never let go of.
    await sleep(100);
    other.exec('COMMIT');
    other.close();
    expect(await waiting).toMatchObject({ platformId: 'ann' });
  });

  it('gives numbers, dates and maps back as they were', async () => {
    const { person, ids } = await stock(storage, 1);
    const [id = ''] = ids;
    const { portrait } = makePortrait(id, person.id);
    expect(await storage.portraits.find(id)).toEqual(portrait);
    const pictures = await storage.portraits.findPictures([id], 256);
    expect([...pictures.keys()]).toEqual([id]);
    expect(pictures.get(id)?.bytes).toEqual(Uint8Array.from([1, 2, 3]));
  });

  it('throws what storage throws, with its code', async () => {
    await storage.close();
    const late = storage.people.find(1);
    await expect(late).rejects.toBeInstanceOf(StorageError);
    await expect(late).rejects.toMatchObject({ code: 'storage-unreachable' });
  });

  it('finishes what it is at before it closes', async () => {
    const asked = storage.people.findOrCreate('web', 'ann', NOON);
    await storage.close();
    expect(await asked).toMatchObject({ platformId: 'ann' });
  });

  it('says at once that a file is none', async () => {
    const opening = openStorage(`file:${folder}`, { isThreaded: true, patienceMs: 0 });
    await expect(opening).rejects.toBeInstanceOf(StorageError);
  });
});
