import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGame } from '../../../src/game/create-game.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { Storage } from '../../../src/storage/storage.js';
import { startTinyGenerator } from '../../support/game/test-game.js';
import { makePortrait, NOON } from '../../support/storage/portraits.js';

const folder = mkdtempSync(join(tmpdir(), 'mugen-growth-'));
const file = join(folder, 'mugen.db');
const DAY_MS = 86_400_000;
const later = (days: number): Date => new Date(NOON.getTime() + days * DAY_MS);
const BYTES = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251);

describe('a database over many pulls', { timeout: 240_000 }, () => {
  let storage: Storage;
  let generator: PortraitGenerator;
  let pulls = 0;

  beforeAll(async () => {
    generator = await startTinyGenerator();
    storage = await openStorage(`file:${file}`, { isThreaded: true });
  }, 240_000);
  afterAll(async () => {
    await storage.close();
    await generator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** One pull; the first hundred are by the same person. */
  async function pull(at: Date): Promise<{ personId: number; portraitId: string }> {
    pulls += 1;
    const name = pulls > 100 ? `passer-by ${pulls}` : 'ann';
    const { id: personId } = await storage.people.findOrCreate('web', name, at);
    const portraitId = `f${pulls}`;
    const { portrait } = makePortrait(portraitId, personId, { createdAt: at });
    const pictures = [{ sizePx: 256, format: 'webp', bytes: BYTES }];
    const record = { id: `pull${pulls}`, personId, prompt: '{}', count: 1, createdAt: at };
    await storage.portraits.add([{ portrait, pictures }], record);
    return { personId, portraitId };
  }

  async function sweep(at: Date): Promise<object> {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const game = createGame({ storage, generator, log, clock: () => at });
    const swept = await game.housekeeping.sweep();
    await game.close();
    return swept;
  }

  const sizeOf = (): number => statSync(file).size;
  const rowsOf = (table: string): number => {
    const database = new Database(file, { readonly: true });
    const { rows } = database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as {
      rows: number;
    };
    database.close();
    return rows;
  };

  /** Repeats the last pull with its person so many times, as it stands in the tables. */
  function multiply(times: number): void {
    const database = new Database(file);
    const copy = (table: string, change: Readonly<Record<string, string>>): void => {
      const columns = database.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[];
      const names = columns.map(({ name }) => `"${name}"`);
      const values = columns.map(({ name }) => change[name] ?? `"${name}"`);
      const last = `SELECT * FROM ${table} ORDER BY rowid DESC LIMIT 1`;
      database.exec(`
        WITH RECURSIVE times(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM times WHERE n < ${times})
        INSERT INTO ${table} (${names.join()}) SELECT ${values.join()} FROM (${last}), times`);
    };
    database.transaction(() => {
      copy('person', { id: 'id + n', platformId: "platformId || '-' || n" });
      copy('pull', { id: "id || '-' || n", personId: 'personId + n' });
      copy('portrait', { id: "id || '-' || n", personId: 'personId + n' });
      copy('picture', { portraitId: "portraitId || '-' || n" });
    })();
    database.close();
  }

  it('is as large as before, within a tenth, after 10,000 pulls that nobody keeps', async () => {
    for (let at = 0; at < 100; at += 1) {
      const { personId, portraitId } = await pull(NOON);
      await storage.favorites.keep(personId, portraitId, NOON);
    }
    await sweep(later(31));
    const before = sizeOf();
    const people = rowsOf('person');
    await pull(later(31));
    multiply(9999);
    expect(sizeOf()).toBeGreaterThan(5 * before);
    expect(await sweep(later(62))).toMatchObject({
      portraits: 10_000,
      pulls: 10_000,
      people: 10_000,
    });
    expect(sizeOf()).toBeLessThan(1.1 * before);
    expect([rowsOf('pull'), rowsOf('person'), rowsOf('portrait')]).toEqual([0, people, 100]);
  });

  it('keeps the pull of a post as long as the post, and forgets both at their time', async () => {
    const at = later(62);
    const { personId, portraitId } = await pull(at);
    const place = { place: 1, portraitId, code: `mg1${portraitId}` };
    await storage.posts.add({
      id: 'post1',
      platform: 'discord',
      kind: 'pull',
      askerId: personId,
      isPrivate: false,
      pullId: `pull${pulls}`,
      serverId: 's',
      channelId: 'c',
      messageId: 'm',
      createdAt: at,
      places: [place],
    });
    expect(await sweep(later(62 + 40))).toMatchObject({ portraits: 1, pulls: 0, posts: 0 });
    expect(await sweep(later(62 + 366))).toMatchObject({ posts: 1, pulls: 1, people: 1 });
  });

  it('forgets what is over in every table, and nothing that somebody keeps or set', async () => {
    const [at, soon] = [later(500), later(501)];
    const { personId, portraitId } = await pull(at);
    const remote = { platform: 'telegram', account: 'bot', portraitId, variant: 'photo' };
    await storage.remoteFiles.save(remote, 'file id');
    await storage.favorites.keep(personId, portraitId, at);
    await storage.favorites.setTags(personId, 1, ['calm']);
    await storage.favorites.drop(personId, { number: 1 }, at);
    const child = makePortrait('child', personId, { createdAt: at, parentIds: [portraitId] });
    await storage.portraits.add([child]);
    await storage.updates.claim({ platform: 'telegram', account: 'bot', updateId: '1' }, at);
    const chat = { platform: 'telegram', channelId: '5', platformId: '6' };
    await storage.conversations.save(chat, '{}', soon);
    await storage.allowances.replace('person:6', undefined, soon.getTime());
    const nobody = { serverId: null, channelId: null, messageId: null, language: null, pulled: 0 };
    const run = { id: 'run', personId, pullId: `pull${pulls}`, account: 'bot', slot: '0' };
    await storage.endlessRuns.begin({ ...run, ...nobody, heldUntil: soon }, at);
    const rules = {
      language: 'ja',
      allowedChannels: [],
      forbiddenChannels: [],
      forbiddenWords: [],
    };
    const limits = { personPicturesPerMinute: null, serverPicturesPerMinute: null };
    await storage.servers.save('discord', '7', { ...rules, ...limits, isEndlessAllowed: true });
    await storage.owner.block({ platform: 'discord', kind: 'person', platformId: '8' }, at);
    await sweep(later(500 + 400));
    const database = new Database(file, { readonly: true });
    const tables = database
      .prepare(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'`,
      )
      .all() as { name: string }[];
    database.close();
    const left = tables.filter(({ name }) => !name.startsWith('sqlite'));
    const rows = Object.fromEntries(left.map(({ name }) => [name, rowsOf(name)]));
    const none = Object.fromEntries(Object.keys(rows).map((name) => [name, 0]));
    const kept = { portrait: 100, picture: 100, favorite: 100, server_settings: 1, block: 1 };
    // Ann, and whoever once kept something: no number of theirs is given out twice.
    expect(rows).toEqual({ ...none, ...kept, person: 2 });
  });
});
