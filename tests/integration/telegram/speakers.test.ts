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

const channel = { id: -1_001_777_000_000, type: 'channel', title: 'News' } as const;

describe('whoever writes in a chat’s name', () => {
  it('is drawn for, as the chat, and keeps for it by reaction', async () => {
    const group = openGroup(stage.standin, { isBotAdmin: true });
    const ann = stage.person();
    const said = ann.says('/gacha silver hair', { in: group, as: group.chat });
    const post = await stage.answer(group, isPhoto, said);
    stage.standin.updates.push('message_reaction', {
      chat: group.chat,
      message_id: post.message_id,
      actor_chat: group.chat,
      date: post.date,
      old_reaction: [],
      new_reaction: [{ type: 'emoji', emoji: '❤' }],
    });
    const next = ann.says('/gacha blonde', { in: group, as: channel });
    await stage.answer(group, isPhoto, next);
    const list = ann.says('/favorites', { in: group, as: group.chat });
    const page = await stage.answer(group, says('One face kept'), list);
    // What only one person may see is not for a chat.
    const asked = ann.says('/export', { in: group, as: group.chat });
    await stage.answer(group, says('in the name of a chat'), asked);
    expect(page.message_id).toBeLessThan(asked.message_id);
  });

  it('is passed over where Telegram only repeats what a channel posted', async () => {
    const group = openGroup(stage.standin, { isBotAdmin: true });
    const telegram = { id: 777_000, is_bot: false, first_name: 'Telegram' };
    const forwarded = stage.standin.world.post(group, telegram, {
      sender_chat: channel,
      is_automatic_forward: true,
      text: '/gacha silver hair',
    });
    stage.standin.updates.push('message', forwarded);
    const said = stage.person().says('/gacha blonde', { in: group });
    await stage.answer(group, isPhoto, said);
    expect(stage.standin.callsOf('sendPhoto')).toHaveLength(1);
  });
});

describe('what is no new wish', () => {
  it('is an edit that says nothing new, or nothing at all', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    const said = stage.standin.world.post(ann.privateChat, ann.user, { location: {} });
    stage.standin.updates.push('edited_message', { ...said, edit_date: said.date + 5 });
    const wish = ann.privateChat.messages.get(post.reply_to_message?.message_id ?? 0)!;
    ann.edits(wish, 'silver hair');
    const other = await stage.pull(ann, 'blonde');
    expect(stage.standin.botMessages(ann.user.id)).toHaveLength(2);
    ann.edits(wish, 'green hair');
    await stage.answer(ann.privateChat, says('green hair'), other);
  });

  it('is news about the chat, of any kind, while other content is answered', async () => {
    const ann = stage.person();
    const send = (content: object): void => {
      const message = stage.standin.world.post(ann.privateChat, ann.user, { ...content });
      stage.standin.updates.push('message', message);
    };
    for (const kind of ['pinned_message', 'gift', 'users_shared', 'of_next_year']) {
      send({ [kind]: {} });
    }
    send({ voice: { file_id: 'x' } });
    await stage.answer(ann.privateChat, says('I go by words'));
    expect(stage.standin.botMessages(ann.user.id)).toHaveLength(1);
  });

  it('is the payload of a link from elsewhere', async () => {
    const ann = stage.person();
    for (const payload of ['promo2026', 'p-short', 'a'.repeat(40)]) {
      const said = ann.says(`/start ${payload}`);
      await stage.answer(ann.privateChat, says('Tell me what you would like'), said);
    }
  });
});
