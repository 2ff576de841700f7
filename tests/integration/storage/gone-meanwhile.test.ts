import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { PersonRecord, PostRecord } from '../../../src/storage/records.js';
import type { Storage } from '../../../src/storage/storage.js';
import { describeWith } from '../../support/describe-with.js';
import { listDatabases } from '../../support/storage/databases.js';
import { makePortrait, NOON, stock } from '../../support/storage/portraits.js';

function makePost(id: string, askerId: number, change: Partial<PostRecord> = {}): PostRecord {
  return {
    id,
    platform: 'telegram',
    kind: 'pull',
    askerId,
    isPrivate: false,
    pullId: null,
    serverId: null,
    channelId: null,
    messageId: null,
    createdAt: NOON,
    places: [{ place: 1, portraitId: `${id}-face`, code: 'mg1' }],
    ...change,
  };
}

function makePostIn(chat: string, messageId: string, askerId: number): PostRecord {
  const at = { serverId: chat, channelId: chat, messageId };
  return makePost(`${chat}/${messageId}`, askerId, at);
}

describe.each(listDatabases())('what goes away meanwhile in $name', (database) => {
  describeWith(database.need, 'on a real database', { timeout: 240_000 }, () => {
    let storage: Storage;

    beforeAll(async () => {
      await database.start();
      storage = await openStorage(await database.create());
    });
    afterAll(async () => {
      await storage?.close();
      await database.remove();
    });

    async function erase({ id }: PersonRecord): Promise<void> {
      await storage.people.requestErasure(id, 'token', new Date(NOON.getTime() + 1));
      expect(await storage.people.erase(id, 'token', NOON)).toBe('erased');
    }

    it('a person: nothing of what comes too late for them is stored', async () => {
      const person = await storage.people.findOrCreate('telegram', 'gone', NOON);
      await erase(person);
      const pull = { id: 'late', personId: person.id, prompt: '{}', count: 1, createdAt: NOON };
      const late = makePortrait('late', person.id);
      expect(await storage.portraits.add([late], pull)).toBe('forgotten');
      expect(await storage.portraits.add([], pull)).toBe('forgotten');
      expect(await storage.portraits.find('late')).toBeUndefined();
      expect(await storage.portraits.findPull('late')).toBeUndefined();
      expect(await storage.posts.add(makePost('late', person.id))).toBeUndefined();
      expect(await storage.posts.findById('late')).toBeUndefined();
    });

    it('a person: no endless run of theirs begins', async () => {
      const person = await storage.people.findOrCreate('telegram', 'gone-too', NOON);
      await erase(person);
      const run = {
        id: 'late',
        personId: person.id,
        pullId: 'late',
        account: 'telegram:1',
        slot: '0',
        language: null,
        serverId: null,
        channelId: null,
        messageId: null,
        pulled: 0,
        heldUntil: NOON,
      };
      expect(await storage.endlessRuns.begin(run, NOON)).toBe('forgotten');
    });

    it('a post: it is not published, and that is no failure', async () => {
      const { person } = await stock(storage, 0, 'post-gone');
      for (let at = 1; at <= 10; at += 1) {
        const id = `brief${at}`;
        await storage.posts.add(makePost(id, person.id));
        const address = { channelId: 'c', messageId: id };
        const [published] = await Promise.all([
          storage.posts.publish(id, { ...address, serverId: null }),
          storage.posts.remove(id),
        ]);
        // Whichever came first, it is gone in the end.
        if (published) expect(published).toMatchObject(address);
        expect(await storage.posts.findById(id)).toBeUndefined();
      }
    });

    it('a group’s old id: its settings and posts are the supergroup’s, message by message', async () => {
      const { person } = await stock(storage, 0, 'moved');
      const [old, young] = [makePostIn('-1', '5', person.id), makePostIn('-1001', '5', person.id)];
      await storage.posts.add(old);
      await storage.posts.add(makePostIn('-1', '6', person.id));
      // The first message of the supergroup may come before the word that it is one.
      await storage.posts.add(young);
      const settings = {
        language: 'ja',
        allowedChannels: [],
        forbiddenChannels: [],
        forbiddenWords: [],
        isEndlessAllowed: false,
        personPicturesPerMinute: null,
        serverPicturesPerMinute: null,
      };
      await storage.servers.save('telegram', '-1', settings);
      await storage.servers.move('telegram', '-1', '-1001');
      await storage.servers.move('telegram', '-1', '-1001');
      expect(await storage.servers.find('telegram', '-1001')).toEqual(settings);
      expect(await storage.servers.find('telegram', '-1')).toBeUndefined();
      const find = (channelId: string, messageId: string): Promise<PostRecord | undefined> =>
        storage.posts.find({ platform: 'telegram', channelId, messageId });
      expect(await find('-1001', '5')).toMatchObject({ id: young.id });
      expect(await find('-1', '5')).toMatchObject({ id: old.id, serverId: '-1001' });
      expect(await find('-1001', '6')).toBeUndefined();
      const next = makePostIn('-1001', '6', person.id);
      expect(await storage.posts.add(next)).toEqual(next);
      await storage.servers.remove('telegram', '-1001');
      for (const messageId of ['5', '6']) {
        expect(await find('-1', messageId)).toBeUndefined();
        expect(await find('-1001', messageId)).toBeUndefined();
      }
    });
  });
});
