import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StorageError } from '../../../src/errors/app-error.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { Storage } from '../../../src/storage/storage.js';
import { describeWith, itWith } from '../../support/describe-with.js';
import { needs } from '../../support/needs.js';
import { makePortrait, NOON, stock } from '../../support/storage/portraits.js';
import { startPostgres, type PostgresServer } from '../../support/storage/postgres-server.js';
import { startScript } from '../../support/storage/run-script.js';

/** Other processes are started and killed meanwhile, on machines that may be busy. */
const LONG_MS = 240_000;

/** Starts a burst of favourites, kills it with SIGKILL in the middle; gives what was confirmed. */
async function burstAndKill(url: string, strike: () => Promise<void>): Promise<string[]> {
  const child = startScript('keep-burst.ts', [url]);
  const confirmed: string[] = [];
  const ended = once(child, 'exit');
  if (!child.stdout) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    confirmed.push(line);
    if (confirmed.length === 40) {
      await strike();
      child.kill('SIGKILL');
    }
  }
  await ended;
  return confirmed;
}

async function expectKept(url: string, confirmed: readonly string[]): Promise<void> {
  const storage = await openStorage(url);
  const person = await storage.people.findOrCreate('web', 'burst', NOON);
  const filter = { order: 'oldest', offset: 0, limit: 10_000 } as const;
  const { favorites } = await storage.favorites.list(person.id, filter);
  await storage.close();
  const kept = favorites.map(({ portrait }) => portrait.id);
  expect(confirmed.length).toBeGreaterThanOrEqual(40);
  expect(kept.slice(0, confirmed.length)).toEqual(confirmed);
  // At most the one that was under way is there without having been confirmed.
  expect(kept.length - confirmed.length).toBeLessThanOrEqual(1);
}

/** Problems that SQLite's own integrity check finds in a file. */
async function expectSound(path: string): Promise<void> {
  const file = await new PrismaBetterSqlite3({ url: `file:${path}` }).connect();
  const ask = (sql: string): ReturnType<typeof file.queryRaw> =>
    file.queryRaw({ sql, args: [], argTypes: [] });
  expect((await ask('PRAGMA integrity_check')).rows).toEqual([['ok']]);
  expect((await ask('PRAGMA foreign_key_check')).rows).toEqual([]);
  await file.dispose();
}

async function expectError(work: Promise<unknown>, codes: readonly string[]): Promise<void> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StorageError);
  expect(codes).toContain((error as StorageError).code);
}

/** Fills the database with one picture until it refuses, and gives what was confirmed before. */
async function fill(storage: Storage, personId: number, bytes: Uint8Array): Promise<string[]> {
  const confirmed: string[] = [];
  for (let count = 1; count < 5000; count += 1) {
    const id = `fill${count}`;
    const portrait = makePortrait(id, personId);
    const pictures = [{ sizePx: 256, format: 'webp', bytes }];
    try {
      await storage.portraits.add([{ ...portrait, pictures }]);
      await storage.favorites.keep(personId, id, NOON);
      confirmed.push(id);
    } catch (error) {
      expect(error).toBeInstanceOf(StorageError);
      // PostgreSQL ends altogether when there is no room for its log.
      expect(['storage-full', 'storage-unreachable']).toContain((error as StorageError).code);
      expect(confirmed.length).toBeGreaterThan(5);
      return confirmed;
    }
  }
  throw new Error('the disk did not get full');
}

/** Everything that was confirmed is there to the last byte, and the database takes more. */
async function expectWhole(
  storage: Storage,
  personId: number,
  { confirmed, bytes }: { readonly confirmed: readonly string[]; readonly bytes: Uint8Array },
): Promise<void> {
  for (const id of confirmed) {
    const picture = await storage.portraits.findPicture(id, 256);
    expect(Buffer.compare(picture?.bytes ?? new Uint8Array(), bytes)).toBe(0);
    expect(await storage.favorites.find(personId, { portraitId: id })).toBeDefined();
  }
  expect(await storage.favorites.count(personId)).toBe(confirmed.length);
  await storage.portraits.add([makePortrait('after', personId)]);
  expect((await storage.favorites.keep(personId, 'after', NOON))?.isNew).toBe(true);
}

describe('SQLite under faults', { timeout: LONG_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mugen-faults-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loses no confirmed favourite to kill -9', async () => {
    const url = `file:${join(folder, 'kill.db')}`;
    const confirmed = await burstAndKill(url, async () => undefined);
    await expectKept(url, confirmed);
    await expectSound(join(folder, 'kill.db'));
  });

  it('says so while its file is away, and works again when it is back', async () => {
    const home = join(folder, 'home');
    const storage = await openStorage(`file:${join(home, 'mugen.db')}`);
    const { person, ids } = await stock(storage, 3);
    await storage.favorites.keep(person.id, ids[0] ?? '', NOON);
    renameSync(home, `${home}-away`);
    await expectError(storage.favorites.keep(person.id, ids[1] ?? '', NOON), [
      'storage-unreachable',
    ]);
    renameSync(`${home}-away`, home);
    expect((await storage.favorites.keep(person.id, ids[2] ?? '', NOON))?.isNew).toBe(true);
    expect(await storage.favorites.count(person.id)).toBe(2);
    await storage.close();
  });

  it('waits for another process that holds the file, then says so, then goes on', async () => {
    const path = join(folder, 'held.db');
    const storage = await openStorage(`file:${path}`);
    const { person, ids } = await stock(storage, 2);
    const holder = await new PrismaBetterSqlite3({ url: `file:${path}` }).connect();
    await holder.executeScript('BEGIN IMMEDIATE');
    await expectError(storage.favorites.keep(person.id, ids[0] ?? '', NOON), [
      'storage-unreachable',
    ]);
    await holder.executeScript('ROLLBACK');
    await holder.dispose();
    expect((await storage.favorites.keep(person.id, ids[0] ?? '', NOON))?.isNew).toBe(true);
    await storage.close();
  });

  itWith(
    needs.mounting,
    'is not corrupted by a full disk, and goes on when there is room',
    async () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
      try {
        const path = join(disk, 'mugen.db');
        const storage = await openStorage(`file:${path}`);
        const { person } = await stock(storage, 1);
        const bytes = randomBytes(64 * 1024);
        const confirmed = await fill(storage, person.id, bytes);
        const more = makePortrait('more', person.id).portrait;
        const pictures = [{ sizePx: 256, format: 'webp', bytes: new Uint8Array(256 * 1024) }];
        await expectError(storage.portraits.add([{ portrait: more, pictures }]), ['storage-full']);
        expect(await storage.favorites.count(person.id)).toBe(confirmed.length);
        execFileSync('mount', ['-o', 'remount,size=16m', disk]);
        await expectWhole(storage, person.id, { confirmed, bytes });
        await storage.close();
        await expectSound(path);
      } finally {
        execFileSync('umount', [disk]);
      }
    },
  );

  it('calls a file that is no database damaged', async () => {
    const path = join(folder, 'noise.db');
    mkdirSync(dirname(path), { recursive: true });
    execFileSync('sh', ['-c', `head -c 20000 /dev/urandom > '${path}'`]);
    await expectError(openStorage(`file:${path}`), ['storage-damaged']);
  });
});

describeWith(needs.postgres, 'PostgreSQL under faults', { timeout: LONG_MS }, () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  it('loses no confirmed favourite to kill -9 of the program', async () => {
    const url = await server.createDatabase();
    const confirmed = await burstAndKill(url, async () => undefined);
    await expectKept(url, confirmed);
  });

  it('loses no confirmed favourite to a crash of the server', async () => {
    const url = await server.createDatabase();
    const confirmed = await burstAndKill(url, () => server.stop());
    await server.start();
    await expectKept(url, confirmed);
  });

  it('says so while the server is away, and works again without a restart', async () => {
    const storage = await openStorage(await server.createDatabase());
    const { person, ids } = await stock(storage, 12);
    await storage.favorites.keep(person.id, ids[0] ?? '', NOON);
    await server.stop();
    await expectError(storage.favorites.keep(person.id, ids[1] ?? '', NOON), [
      'storage-unreachable',
    ]);
    const reads = ids.map((id) => expectError(storage.portraits.find(id), ['storage-unreachable']));
    await Promise.all(reads);
    await server.start();
    expect((await storage.favorites.keep(person.id, ids[2] ?? '', NOON))?.isNew).toBe(true);
    expect(await storage.favorites.count(person.id)).toBe(2);
    await storage.close();
  });

  it('waits at the start for a server that is not there yet', async () => {
    const url = await server.createDatabase();
    await server.stop();
    const opening = openStorage(url, { patienceMs: 200_000 });
    await sleep(500);
    await server.start();
    await (await opening).close();
    await server.stop();
    await expectError(openStorage(url, { patienceMs: 0 }), ['storage-unreachable']);
    await server.start();
  });

  itWith(
    needs.mounting,
    'is not corrupted by a full disk, and goes on when there is room',
    async () => {
      const disk = mkdtempSync(join(tmpdir(), 'mugen-disk-'));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=80m', 'tmpfs', disk]);
      let full: PostgresServer | undefined;
      try {
        full = await startPostgres(disk);
        const storage = await openStorage(await full.createDatabase());
        const { person } = await stock(storage, 1);
        // Random, since PostgreSQL would compress anything else.
        const bytes = randomBytes(512 * 1024);
        const confirmed = await fill(storage, person.id, bytes);
        execFileSync('mount', ['-o', 'remount,size=200m', disk]);
        // Without room for its log the server itself goes down, and comes back by being started.
        await full.stop().catch(() => undefined);
        await full.start();
        await expectWhole(storage, person.id, { confirmed, bytes });
        await storage.close();
      } finally {
        await full?.remove().catch(() => undefined);
        execFileSync('umount', [disk]);
      }
    },
  );
});
