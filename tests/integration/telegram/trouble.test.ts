import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { openGroup } from '../../support/telegram-standin/person.js';
import { isPhoto, labels, openGenerator, openStage, says, type Stage } from './bot-harness.js';

let generator: PortraitGenerator;
let stage: Stage;
beforeAll(async () => {
  generator = await openGenerator();
});
afterAll(() => generator.close());

const refuse = (status: number, description: string) =>
  ({ kind: 'refuse', status, description }) as const;
const logged = (words: string): boolean => stage.log.some(({ msg }) => msg.includes(words));

describe('when Telegram is in trouble', () => {
  beforeEach(async () => {
    stage = await openStage({ generator });
  });
  afterEach(async () => {
    expect(await stage.close()).toEqual([]);
  });

  it.each([
    ['429 with retry_after', { ...refuse(429, 'Too Many Requests'), retryAfterS: 1 }, 1],
    ['500', refuse(500, 'Internal Server Error'), 3],
    ['a gateway page', { kind: 'bad-gateway' }, 3],
  ] as const)('sends the picture after %s', async (_, does, times) => {
    const ann = stage.person();
    stage.standin.faults.add({ method: 'sendPhoto', times, does });
    const post = await stage.pull(ann, 'silver hair');
    expect((await ann.presses(post, 'Keep')).text).toBe('Kept as No. 1.');
    expect(logged('will try again')).toBe(true);
  });

  it('takes updates again after Telegram answered getUpdates with errors', async () => {
    const { faults } = stage.standin;
    faults.add({ method: 'getUpdates', does: { ...refuse(429, 'Too Many'), retryAfterS: 1 } });
    faults.add({ method: 'getUpdates', does: refuse(409, 'Conflict: terminated by other') });
    const ann = stage.person();
    expect(isPhoto(await stage.pull(ann, 'silver hair'))).toBe(true);
    expect(isPhoto(await stage.pull(ann, 'blonde'))).toBe(true);
  });

  it('goes on for others when somebody blocked it', async () => {
    const ann = stage.person();
    const bob = stage.person('en', 'Bob');
    ann.blocks();
    ann.says('silver hair');
    expect(isPhoto(await stage.pull(bob, 'silver hair'))).toBe(true);
    await stage.standin.waitFor(() => logged('message refused'));
    ann.blocks(false);
    expect(isPhoto(await stage.pull(ann, 'silver hair'))).toBe(true);
  });

  it('sends a photo that Telegram refuses as a file, with its buttons', async () => {
    const ann = stage.person();
    stage.standin.faults.add({
      method: 'sendPhoto',
      does: refuse(400, 'Bad Request: IMAGE_PROCESS_FAILED'),
    });
    const said = ann.says('silver hair');
    const file = await stage.answer(
      ann.privateChat,
      ({ document }) => document !== undefined,
      said,
    );
    expect((await ann.presses(file, 'Keep')).text).toBe('Kept as No. 1.');
    expect(logged('photo refused')).toBe(true);
  });

  it('uploads again what Telegram forgot', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    await ann.presses(post, 'Keep');
    stage.standin.world.files.clear();
    const said = ann.says('/show 1');
    const shown = await stage.answer(ann.privateChat, isPhoto, said);
    expect(labels(shown)).toContain('🎨 Change');
    expect(stage.standin.callsOf('sendPhoto').map(({ uploads }) => uploads)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('answers without a reply when the question was deleted, and taps on deleted posts', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    await ann.presses(post, 'Change');
    const prompt = await stage.answer(ann.privateChat, says('What shall be different'), post);
    ann.privateChat.messages.delete(prompt.message_id);
    ann.privateChat.messages.delete(post.message_id);
    await ann.tapsData(prompt, prompt.reply_markup?.inline_keyboard?.[0]?.[0]?.callback_data ?? '');
    await ann.tapsData(post, post.reply_markup?.inline_keyboard?.[1]?.[0]?.callback_data ?? '');
    const again = await stage.answer(ann.privateChat, says('What shall be different'), prompt);
    expect(again.reply_to_message).toBeUndefined();
  });

  it('follows a group that became a supergroup, with its posts', async () => {
    const group = openGroup(stage.standin, { type: 'group', isBotAdmin: true });
    const ann = stage.person();
    const first = ann.says('/gacha silver hair', { in: group });
    await stage.answer(group, isPhoto, first);
    const supergroup = openGroup(stage.standin, { isBotAdmin: true });
    group.migratedTo = supergroup.chat.id;
    ann.says('/gacha blonde', { in: group });
    const post = await stage.answer(supergroup, isPhoto);
    await stage.standin.waitFor(() => logged('new id'));
    const help = ann.says('/help', { in: supergroup });
    await stage.answer(supergroup, says('/gacha'), help);
    ann.reacts(post, ['❤']);
    const later = ann.says('/favorites', { in: supergroup });
    await stage.answer(supergroup, says('One face kept'), later);
  });

  it('draws a corrected wish anew', async () => {
    const ann = stage.person();
    const said = ann.says('/gacha qwertyuiop');
    const sorry = await stage.answer(ann.privateChat, says('nothing in there'), said);
    ann.edits(said, '/gacha silver hair');
    expect(isPhoto(await stage.answer(ann.privateChat, isPhoto, sorry))).toBe(true);
  });

  it('answers in people’s own words while there is no database', async () => {
    const ann = stage.person('ja');
    const post = await stage.pull(ann, '銀髪');
    await stage.loseDatabase();
    const said = ann.says('赤い目');
    const sorry = await stage.answer(ann.privateChat, ({ text }) => text !== undefined, said);
    expect(sorry.text).toMatch(/[ぁ-ん]/);
    const tapped = await ann.tapsData(
      post,
      post.reply_markup?.inline_keyboard?.[0]?.[0]?.callback_data ?? '',
    );
    expect(tapped.show_alert).toBe(true);
    expect(tapped.text).toMatch(/[ぁ-ん]/);
  });

  it('says in private what a tap did whose button no longer waits', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    stage.standin.faults.add({
      method: 'answerCallbackQuery',
      does: refuse(400, 'Bad Request: query is too old and response timeout expired'),
    });
    void ann.presses(post, 'Keep');
    await stage.answer(ann.privateChat, says('Kept as No. 1.'), post);
  });

  it('hands what it could not finish to the next start', async () => {
    const ann = stage.person();
    stage.standin.faults.add({ method: 'sendPhoto', times: 1000, does: refuse(500, 'Internal') });
    const said = ann.says('silver hair');
    await stage.standin.waitFor(() => stage.standin.callsOf('sendPhoto').length > 1);
    await stage.stop();
    stage.standin.faults.clear();
    await stage.start();
    expect(isPhoto(await stage.answer(ann.privateChat, isPhoto, said))).toBe(true);
    expect(logged('updates left for the next start')).toBe(true);
    expect(logged('taken up again')).toBe(true);
  });

  it('forgets a group that removed it', async () => {
    const group = openGroup(stage.standin);
    const { bot, updates } = stage.standin;
    updates.push('my_chat_member', {
      chat: group.chat,
      from: stage.person().user,
      date: 1,
      old_chat_member: { user: bot, status: 'member' },
      new_chat_member: { user: bot, status: 'kicked', until_date: 0 },
    });
    await stage.standin.waitFor(() => logged('membership'));
  });

  it('finishes what it has when it is stopped in the middle', async () => {
    const ann = stage.person();
    const said = ann.says('x4 silver hair');
    await stage.standin.waitFor(() => stage.standin.callsOf('sendChatAction').length > 0);
    await stage.restart();
    const post = await stage.answer(ann.privateChat, isPhoto, said);
    expect((await ann.presses(post, '❤ 4')).text).toBe('Kept as No. 1.');
    expect(stage.standin.callsOf('sendPhoto')).toHaveLength(1);
  });
});

describe('when Telegram cannot be reached at start', () => {
  it('stays off, and says so, with a token that nobody has', async () => {
    stage = await openStage({ generator, telegram: { token: '1:wrong' } });
    expect(logged('the bot is off')).toBe(true);
    expect(JSON.stringify(stage.log)).not.toContain('1:wrong');
    expect(await stage.close()).toEqual([]);
  });
});
