import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { WireMessage } from '../../support/telegram-standin/chat-world.js';
import { openGroup } from '../../support/telegram-standin/person.js';
import { isPhoto, labels, openGenerator, openStage, says, type Stage } from './bot-harness.js';

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
  expect(stage.standin.queries.unansweredQueries).toBe(0);
  expect(await stage.close()).toEqual([]);
});

const current = ({ chat, message_id: id }: WireMessage): WireMessage =>
  stage.standin.world.chats.get(chat.id)!.messages.get(id)!;

describe('under a numbered picture', () => {
  it('keeps all of it at one tap, and marks what is kept', async () => {
    const ann = stage.person();
    const grid = await stage.pull(ann, 'x4 silver hair');
    expect((await ann.presses(grid, '❤ 2')).text).toBe('Kept as No. 1.');
    await stage.standin.waitFor(() => labels(current(grid)).includes('💖 2'));
    expect(labels(current(grid)).slice(0, 4)).toEqual(['❤ 1', '💖 2', '❤ 3', '❤ 4']);
    expect((await ann.presses(grid, 'Keep all')).text).toBe('Kept as No. 2, 1, 3, 4.');
    await stage.standin.waitFor(() => labels(current(grid)).includes('💖 4'));
    expect(await stage.kept(ann)).toEqual([1, 2, 3, 4]);
  });

  it('shows one large before it is kept', async () => {
    const ann = stage.person();
    const grid = await stage.pull(ann, 'x4 silver hair');
    await ann.presses(grid, 'Show one large');
    const which = await stage.answer(ann.privateChat, says('Which one?'), grid);
    await ann.presses(which, '3');
    const large = await stage.answer(ann.privateChat, isPhoto, which);
    expect((await ann.presses(large, 'Keep')).text).toBe('Kept as No. 1.');
    await stage.standin.waitFor(() => labels(current(large)).includes('💖 Kept'));
  });

  it('marks nothing in a group, where everybody keeps for themselves', async () => {
    const group = openGroup(stage.standin);
    const ann = stage.person();
    const said = ann.says('/gacha x2 silver hair', { in: group });
    const grid = await stage.answer(group, isPhoto, said);
    expect((await ann.presses(grid, 'Keep all')).text).toBe('Kept as No. 1, 2.');
    const help = ann.says('/help', { in: group });
    await stage.answer(group, says('/gacha'), help);
    expect(stage.standin.callsOf('editMessageReplyMarkup')).toEqual([]);
  });
});

describe('what only a forger sends', () => {
  it('repeats no wish that somebody else said in private', async () => {
    const [ann, bob] = [stage.person(), stage.person('en', 'Bob')];
    const secret = await stage.pull(ann, 'silver hair');
    const own = await stage.pull(bob, 'blonde');
    const again = secret.reply_markup?.inline_keyboard?.flat()[1]?.callback_data ?? '';
    expect(again).toMatch(/^a\./);
    for (const data of [again, again.replace('a.', 'o.')]) {
      await bob.tapsData(own, data);
      const sorry = await stage.answer(bob.privateChat, says('belongs to somebody else'), own);
      bob.privateChat.messages.delete(sorry.message_id);
    }
    // In a group everybody has read it.
    const group = openGroup(stage.standin);
    const said = ann.says('/gacha green hair', { in: group });
    const post = await stage.answer(group, isPhoto, said);
    await bob.presses(post, 'Again');
    await stage.answer(group, isPhoto, post);
  });

  it('gets an answer that says nothing of the inside', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    const by = ann.user.id.toString(36);
    const id = 'A1b2C3d4E5f6';
    for (const data of [`cg.${by}.${id}.x`, `cv.${by}.${id}.hair_color.plaid`, `fn.${by}.abc`]) {
      const answer = await ann.tapsData(post, data);
      expect(answer.text).toContain('no longer understand');
    }
    expect(stage.standin.botMessages(ann.user.id)).toHaveLength(1);
  });
});
