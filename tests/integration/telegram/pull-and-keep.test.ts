import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { openGroup } from '../../support/telegram-standin/person.js';
import { isPhoto, labels, openGenerator, openStage, says, type Stage } from './bot-harness.js';

let generator: PortraitGenerator;
beforeAll(async () => {
  generator = await openGenerator();
});
afterAll(() => generator.close());

const webhook = { url: 'https://faces.example/telegram', host: '127.0.0.1', port: 0 };

describe.each([
  ['long polling', {}],
  ['a webhook', { webhook }],
] as const)('pull and keep, by %s', (_, telegram) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ generator, telegram });
  });
  afterEach(async () => {
    expect(stage.standin.queries.unansweredQueries).toBe(0);
    expect(await stage.close()).toEqual([]);
  });

  it('draws what somebody writes in private, with buttons, while it shows that it does', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair, red eyes');
    expect(post.caption).toMatch(/seed \d+/);
    expect(labels(post)).toEqual([
      '❤ Keep',
      '🔁 Again',
      '🎨 Change',
      '💞 Blend with…',
      '✨ Vary',
      '🔗 Share code',
      '🔎 Find the one',
    ]);
    const actions = stage.standin.callsOf('sendChatAction');
    expect(actions[0]?.parameters).toMatchObject({ chat_id: ann.user.id, action: 'upload_photo' });
  });

  it('keeps by button and by reaction, also from posts of before a restart', async () => {
    const ann = stage.person();
    const first = await stage.pull(ann, 'silver hair');
    expect((await ann.presses(first, 'Keep')).text).toBe('Kept as No. 1.');
    expect((await ann.presses(first, 'Keep')).text).toContain('No. 1');
    const second = await stage.pull(ann, 'blonde');
    const third = await stage.pull(ann, 'green eyes');

    await stage.restart();
    expect(ann.reacts(second, ['❤'])).toBe(true);
    await stage.answer(ann.privateChat, says('Kept as No. 2.'), third);
    expect((await ann.presses(third, 'Keep')).text).toBe('Kept as No. 3.');
    expect(await stage.kept(ann)).toEqual([1, 2, 3]);

    ann.reacts(second, [], ['❤']);
    await stage.answer(ann.privateChat, says('Let go: No. 2.'), third);
    expect(await stage.kept(ann)).toEqual([1, 3]);
  });

  it('answers a ten-pull with one numbered grid and ten buttons', async () => {
    const ann = stage.person();
    const said = ann.says('/gacha x10 pink hair seed:7');
    const post = await stage.answer(ann.privateChat, isPhoto, said);
    expect(post.caption).toContain('seed 7');
    expect(labels(post).slice(0, 10)).toEqual(Array.from({ length: 10 }, (__, n) => `❤ ${n + 1}`));
    expect((await ann.presses(post, '❤ 7')).text).toBe('Kept as No. 1.');
    expect(stage.standin.callsOf('sendPhoto')).toHaveLength(1);
  });

  it('handles once what is delivered twice', async () => {
    const ann = stage.person();
    stage.standin.updates.delivers = 'twice';
    const post = await stage.pull(ann, 'silver hair');
    await ann.presses(post, 'Keep');
    expect(stage.standin.callsOf('sendPhoto')).toHaveLength(1);
    const { standin } = stage;
    await standin.waitFor(() => standin.callsOf('answerCallbackQuery').length > 0);
    const later = ann.says('/help');
    await stage.answer(ann.privateChat, says('/gacha'), later);
    expect(standin.callsOf('answerCallbackQuery')).toHaveLength(1);
    expect(standin.callsOf('sendMessage')).toHaveLength(1);
  });

  it('asks for exactly the updates it handles', async () => {
    const wanted = [
      'message',
      'edited_message',
      'callback_query',
      'message_reaction',
      'inline_query',
      'my_chat_member',
    ];
    const { updates } = stage.standin;
    await stage.standin.waitFor(() => updates.allowed.length > 0);
    expect(updates.allowed).toEqual(wanted);
  });
});

describe('pull and keep in a group', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ generator });
  });
  afterEach(async () => {
    expect(await stage.close()).toEqual([]);
  });

  it('answers a mention or a reply, and nothing else', async () => {
    const group = openGroup(stage.standin, { isBotAdmin: true });
    const ann = stage.person();
    ann.says('blonde, what else', { in: group });
    const said = ann.says('@mugen_test_bot silver hair', { in: group });
    const post = await stage.answer(group, isPhoto, said);
    expect(post.reply_to_message?.message_id).toBe(said.message_id);
    const reply = ann.says('blonde', { in: group, replyTo: post });
    await stage.answer(group, isPhoto, reply);
    expect(stage.standin.callsOf('sendPhoto')).toHaveLength(2);
  });

  it('leaves other bots’ commands alone and answers its own', async () => {
    const group = openGroup(stage.standin, { isBotAdmin: true });
    const ann = stage.person();
    ann.says('/gacha@another_bot silver hair', { in: group });
    ann.says('/weather', { in: group });
    const said = ann.says('/gacha@Mugen_Test_Bot silver hair', { in: group });
    await stage.answer(group, isPhoto, said);
    expect(stage.standin.botMessages(group.chat.id)).toHaveLength(1);
  });

  it('keeps for everybody who reacts or taps, once each', async () => {
    const group = openGroup(stage.standin, { isBotAdmin: true });
    const caller = stage.person();
    const post = await stage.answer(
      group,
      isPhoto,
      caller.says('/gacha silver hair', { in: group }),
    );
    const people = Array.from({ length: 50 }, () => stage.person());
    await Promise.all(
      people.map(async (who, at) => {
        who.reacts(post, ['🔥']);
        if (at % 2 === 0) await who.presses(post, 'Keep');
        who.reacts(post, ['🔥', '❤'], ['🔥']);
      }),
    );
    await stage.restart();
    const kept = await Promise.all(people.map((who) => stage.kept(who)));
    expect(kept.flat()).toEqual(people.map(() => 1));
  });

  it('does not hear reactions where it is no administrator: the buttons do', async () => {
    const group = openGroup(stage.standin);
    const ann = stage.person();
    const post = await stage.answer(group, isPhoto, ann.says('/gacha silver', { in: group }));
    expect(ann.reacts(post, ['❤'])).toBe(false);
    expect((await ann.presses(post, 'Keep')).text).toBe('Kept as No. 1.');
    const help = ann.says('/help', { in: group });
    const short = await stage.answer(group, says('/gacha'), help);
    await ann.presses(short, 'All commands');
    await stage.answer(group, says('administrator'), short);
  });

  it('keeps a whole grid by one heart, and nothing by a thumb down', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'x4 silver hair');
    ann.reacts(post, ['👎']);
    ann.reacts(post, ['❤️'], ['👎']);
    await stage.answer(ann.privateChat, says('No. 4'), post);
    expect(await stage.kept(ann)).toEqual([1, 2, 3, 4]);
  });
});
