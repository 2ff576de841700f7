import sharp from 'sharp';
import { Telegram } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeWith } from '../../support/describe-with.js';
import { needs } from '../../support/needs.js';
import { DOCUMENTED_LIMITS, FloodControl } from '../../support/telegram-standin/flood-control.js';
import { Person, openGroup } from '../../support/telegram-standin/person.js';
import { TelegramStandin } from '../../support/telegram-standin/telegram-standin.js';

// The stand-in judges the bot, so it is judged first: by the real client.
describe('TelegramStandin', () => {
  let standin: TelegramStandin;
  let telegram: Telegram;
  let ann: Person;

  beforeEach(async () => {
    standin = await TelegramStandin.start();
    telegram = new Telegram(standin.token, { apiRoot: standin.apiRoot });
    ann = new Person(standin, { firstName: 'Ann' });
  });
  afterEach(() => standin.stop());

  const chatId = (): number => ann.user.id;
  const send = (method: string, parameters: object): Promise<unknown> =>
    telegram.callApi(method as 'getMe', { chat_id: chatId(), ...parameters });
  const anyPicture = (): Promise<Buffer> =>
    sharp({ create: { width: 256, height: 256, channels: 3, background: '#abc' } })
      .webp()
      .toBuffer();

  it('takes a photo by upload, names it, and takes the name again', async () => {
    const source = await anyPicture();
    const sent = await telegram.sendPhoto(chatId(), { source }, { caption: 'a <b>' });
    const bob = new Person(standin);
    const again = await telegram.sendPhoto(bob.user.id, sent.photo.at(-1)!.file_id);
    expect(again.photo.at(-1)?.file_id).toBe(sent.photo.at(-1)?.file_id);
    expect(standin.callsOf('sendPhoto').map((call) => call.uploads)).toEqual([true, false]);
    expect(standin.violations).toEqual([]);
  });

  it.each([
    [
      'unescaped HTML',
      'sendMessage',
      { text: 'a < b', parse_mode: 'HTML' },
      "can't parse entities",
    ],
    [
      'callback data over 64 bytes',
      'sendMessage',
      {
        text: 'x',
        reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'あ'.repeat(22) }]] },
      },
      'bytes',
    ],
    [
      'a button without an action',
      'sendMessage',
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x' }]] } },
      'needs one action',
    ],
    ['an album of one', 'sendMediaGroup', { media: [{ type: 'photo', media: 'x' }] }, 'album of 1'],
  ])('refuses %s', async (_, method, parameters, problem) => {
    await expect(send(method, parameters)).rejects.toThrow('400');
    expect(standin.violations.join()).toContain(problem);
  });

  it('refuses pictures where a group lets none be sent, and topics that are closed or gone', async () => {
    const silent = openGroup(standin);
    silent.refusesPhotos = true;
    const source = await anyPicture();
    await expect(telegram.sendPhoto(silent.chat.id, { source })).rejects.toThrow(
      'not enough rights to send photos',
    );
    const inTopic = (message_thread_id: number): Promise<unknown> => {
      const group = openGroup(standin);
      group.topics = new Map([
        [7, 'open'],
        [8, 'closed'],
      ]);
      return send('sendMessage', { chat_id: group.chat.id, message_thread_id, text: 'x' });
    };
    await expect(inTopic(7)).resolves.toMatchObject({ message_thread_id: 7 });
    await expect(inTopic(8)).rejects.toThrow('TOPIC_CLOSED');
    await expect(inTopic(9)).rejects.toThrow('message thread not found');
  });

  it('counts a chat action before retry_after has passed as a violation', async () => {
    const does = { kind: 'refuse', status: 429, description: 'Too Many', retryAfterS: 60 } as const;
    standin.faults.add({ method: 'sendMessage', does });
    await expect(send('sendMessage', { text: 'x' })).rejects.toThrow('429');
    await expect(send('sendChatAction', { action: 'typing' })).rejects.toThrow('429');
    expect(standin.violations).toHaveLength(1);
  });

  describeWith(needs.telegramDescription, 'with the Bot API’s description', {}, () => {
    it.each([
      ['a text over 4096', 'sendMessage', { text: 'x'.repeat(4097) }, 'characters'],
      ['an unknown parameter', 'sendMessage', { text: 'x', colour: 'red' }, 'no such field'],
      ['a missing parameter', 'sendMessage', {}, 'required'],
      ['a wrong type', 'sendMessage', { text: 5 }, 'not String'],
      ['a wrong chat action', 'sendChatAction', { action: 5 }, 'not String'],
      ['an unknown method', 'sendPhotograph', {}, 'no such method'],
    ])('refuses %s', async (_, method, parameters, problem) => {
      await expect(send(method, parameters)).rejects.toThrow('400');
      expect(standin.violations.join()).toContain(problem);
    });
  });

  it('refuses a photo that is no picture, and one too long and thin', async () => {
    const thin = await sharp({ create: { width: 21, height: 1, channels: 3, background: '#abc' } })
      .png()
      .toBuffer();
    for (const source of [Buffer.from('<svg/>'), thin]) {
      await expect(telegram.sendPhoto(chatId(), { source })).rejects.toThrow('400');
    }
  });

  it('holds a chat to its limit and says how long to wait', async () => {
    await telegram.sendMessage(chatId(), 'one');
    await expect(telegram.sendMessage(chatId(), 'two')).rejects.toMatchObject({
      response: { error_code: 429, parameters: { retry_after: 1 } },
    });
  });

  it.each([
    ['31 messages in a second', 'overall', Array.from({ length: 31 }, (_, n) => [n, n + 1])],
    ['21 in a minute to a group', 'group', Array.from({ length: 21 }, (_, n) => [n * 2800, -1])],
    ['two within a second to a chat', 'chat', [0, 990].map((atMs) => [atMs, 1])],
  ])('objects to %s, and to one less does not', (_, scope, times) => {
    let nowMs = 0;
    const flood = new FloodControl(DOCUMENTED_LIMITS, () => nowMs);
    const verdicts = times.map(([atMs = 0, to = 0]) => {
      nowMs = atMs;
      return flood.check('sendMessage', to)?.scope;
    });
    expect(verdicts.slice(0, -1).filter((verdict) => verdict !== undefined)).toEqual([]);
    expect(verdicts.at(-1)).toBe(scope);
  });

  it('counts the pictures of an album, and knows how dense it ever was', () => {
    let nowMs = 0;
    const flood = new FloodControl(DOCUMENTED_LIMITS, () => nowMs);
    for (const atMs of [0, 1000, 2500, 3600, 5000]) {
      nowMs = atMs;
      expect(flood.check('sendMediaGroup', -1, 4)).toBeUndefined();
    }
    expect(flood.busiest).toEqual({ chatGapMs: 1000, groupMinute: 20, overallSecond: 4 });
    nowMs = 59_000;
    expect(flood.check('sendMessage', -1)).toMatchObject({ scope: 'group' });
  });

  it('delivers reactions only to a bot that asked for them and may see them', async () => {
    const group = openGroup(standin);
    const post = standin.world.post(group, standin.bot, { text: 'x' });
    const own = standin.world.post(ann.privateChat, standin.bot, { text: 'x' });
    expect(ann.reacts(own, ['❤'])).toBe(false);
    standin.updates.allow(['message_reaction']);
    expect(ann.reacts(own, ['❤'])).toBe(true);
    expect(ann.reacts(post, ['❤'])).toBe(false);
    group.isBotAdmin = true;
    expect(ann.reacts(post, ['❤'])).toBe(true);
  });

  it('confirms updates by offset, and again until then', async () => {
    ann.says('hello');
    const [first] = await telegram.getUpdates(0, 100, 0, []);
    expect(await telegram.getUpdates(0, 100, 0, [])).toEqual([first]);
    expect(await telegram.getUpdates(0, 100, first!.update_id + 1, [])).toEqual([]);
  });

  it('loses an answer although the message went out', async () => {
    standin.faults.add({ method: 'sendMessage', does: { kind: 'lose-answer' } });
    await expect(telegram.sendMessage(chatId(), 'x')).rejects.toThrow();
    expect(standin.botMessages(chatId())).toHaveLength(1);
  });
});
