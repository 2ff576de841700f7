import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { openGroup } from '../../support/telegram-standin/person.js';
import { isPhoto, openGenerator, openStage, says, type Stage } from './bot-harness.js';

let generator: PortraitGenerator;
let stage: Stage;
beforeAll(async () => {
  generator = await openGenerator();
});
afterAll(() => generator.close());
beforeEach(async () => {
  stage = await openStage({ generator });
});
afterEach(async () => {
  expect(await stage.close()).toEqual([]);
});

describe('a place that takes no picture', () => {
  it('is told so in words where the bot may send no pictures', async () => {
    const group = openGroup(stage.standin);
    group.refusesPhotos = true;
    const said = stage.person().says('/gacha silver hair', { in: group });
    const sorry = await stage.answer(group, says('may not send pictures'), said);
    expect(sorry.reply_to_message?.message_id).toBe(said.message_id);
  });

  it('is told so beside a topic that was closed', async () => {
    const group = openGroup(stage.standin);
    group.topics = new Map([[7, 'closed']]);
    stage.person().says('/gacha silver hair', { in: group, topic: 7 });
    const sorry = await stage.answer(group, says('That topic is closed'));
    expect(sorry['message_thread_id']).toBeUndefined();
  });

  it('gets the picture without the topic where that is gone', async () => {
    const group = openGroup(stage.standin);
    group.topics = new Map([[7, 'open']]);
    const ann = stage.person();
    const said = ann.says('/gacha silver hair', { in: group, topic: 7 });
    const there = await stage.answer(group, isPhoto, said);
    expect(there['message_thread_id']).toBe(7);
    group.topics.delete(7);
    const again = ann.says('/gacha blonde', { in: group, topic: 7 });
    const elsewhere = await stage.answer(group, isPhoto, again);
    expect(elsewhere['message_thread_id']).toBeUndefined();
  });

  it('is told of a file that Telegram does not give', async () => {
    const ann = stage.person();
    const does = {
      kind: 'refuse',
      status: 400,
      description: 'Bad Request: file is too big',
    } as const;
    stage.standin.faults.add({ method: 'getFile', does });
    ann.sendsFile(new Uint8Array([1, 2, 3]), '');
    await stage.answer(ann.privateChat, says('could not fetch that file'));
  });

  it('is told of any other refusal', async () => {
    const ann = stage.person();
    const does = {
      kind: 'refuse',
      status: 400,
      description: 'Bad Request: SOMETHING_NEW',
    } as const;
    stage.standin.faults.add({ method: 'sendPhoto', does });
    ann.says('silver hair');
    await stage.answer(ann.privateChat, says('Telegram would not take my answer'));
  });
});
