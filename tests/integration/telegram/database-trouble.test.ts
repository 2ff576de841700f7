import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { isPhoto, openGenerator, openStage, says, type Stage } from './bot-harness.js';

let generator: PortraitGenerator;
let stage: Stage;
beforeAll(async () => {
  generator = await openGenerator();
});
afterAll(() => generator.close());
beforeEach(async () => {
  stage = await openStage({ generator, telegram: { holdMs: 1500 } });
});
afterEach(async () => {
  expect(await stage.close()).toEqual([]);
});

const logged = (words: string) => (): boolean => stage.log.some(({ msg }) => msg.includes(words));

describe('while the database is in trouble', { timeout: 180_000 }, () => {
  it.each([
    ['and the heart is on record', ['favorite']],
    ['and the heart could not be recorded', ['favorite', 'handled_update']],
  ] as const)('a heart is kept later, and told of, %s', async (_, tables) => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    const repairs = [];
    for (const table of tables) repairs.push(await stage.breakTable(table));
    ann.reacts(post, ['❤']);
    await stage.standin.waitFor(logged('update not handled'));
    for (const repair of repairs) await repair();
    await stage.answer(ann.privateChat, says('Kept as No. 1.'), post);
  });

  it('a picture is remembered as soon as it can be, so that hearts on it count', async () => {
    const ann = stage.person();
    const repair = await stage.breakTable('post');
    const post = await stage.pull(ann, 'silver hair');
    await stage.standin.waitFor(logged('post not recorded'));
    ann.reacts(post, ['❤']);
    await repair();
    await stage.answer(ann.privateChat, says('Kept as No. 1.'), post);
  });

  it('a picture that is out is struck out later, and not sent again', async () => {
    const ann = stage.person();
    const unfinished = () => stage.ask('SELECT * FROM handled_update WHERE content IS NOT NULL');
    stage.standin.faults.add({
      method: 'sendPhoto',
      does: { kind: 'refuse', status: 500, description: 'x' },
    });
    ann.says('silver hair');
    await stage.standin.waitFor(() => stage.standin.callsOf('sendPhoto').length > 0);
    const repair = await stage.breakTable('handled_update');
    await stage.answer(ann.privateChat, isPhoto);
    await stage.standin.waitFor(logged('not struck out'));
    await repair();
    expect(await unfinished()).toHaveLength(1);
    while ((await unfinished()).length > 0) await new Promise((done) => setTimeout(done, 50));
    await stage.restart();
    expect(isPhoto(await stage.pull(ann, 'blonde'))).toBe(true);
    expect(stage.standin.botMessages(ann.user.id).filter(isPhoto)).toHaveLength(2);
  });
});

describe('after a kill between keeping and telling', () => {
  it('the heart is told of', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    await ann.presses(post, 'Keep');
    const reaction = {
      chat: ann.privateChat.chat,
      message_id: post.message_id,
      user: ann.user,
      date: post.date,
      old_reaction: [],
      new_reaction: [{ type: 'emoji', emoji: '❤' }],
    };
    const content = JSON.stringify({ update_id: 5, message_reaction: reaction });
    const address = { platform: 'telegram', account: String(stage.standin.bot.id) } as const;
    await stage.game.updates.claim({ ...address, updateId: '5', content, holdMs: 0 });
    await stage.restart();
    await stage.answer(ann.privateChat, says('Kept as No. 1.'), post);
  });
});
