import pino from 'pino';
import { Telegram } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Outbox } from '../../../src/bots/telegram/outbox.js';
import { TELEGRAM_PACE } from '../../../src/bots/telegram/pace.js';
import { TelegramApi } from '../../../src/bots/telegram/telegram-api.js';
import { Person, openGroup } from '../../support/telegram-standin/person.js';
import { TelegramStandin } from '../../support/telegram-standin/telegram-standin.js';

describe('Outbox', () => {
  let standin: TelegramStandin;
  let outbox: Outbox;
  let ann: Person;
  let moved: [number, number][];

  beforeEach(async () => {
    standin = await TelegramStandin.start();
    ann = new Person(standin);
    moved = [];
    outbox = new Outbox({
      api: new TelegramApi(new Telegram(standin.token, { apiRoot: standin.apiRoot })),
      log: pino({ level: 'silent' }),
      pace: TELEGRAM_PACE,
      requestTimeoutMs: 300,
      backoffMs: [5],
      onMigrated: (from, to) => moved.push([from, to]),
    });
  });
  afterEach(async () => {
    await outbox.close(0);
    await standin.stop();
  });

  const say = (text: string, chat_id = ann.user.id): Promise<unknown> =>
    outbox.send('sendMessage', { chat_id, text });
  const texts = (chatId = ann.user.id): (string | undefined)[] =>
    standin.botMessages(chatId).map((message) => message.text);

  it('obeys retry_after and loses nothing, in order', async () => {
    standin.faults.add({
      method: 'sendMessage',
      does: {
        kind: 'refuse',
        status: 429,
        description: 'Too Many Requests: retry after 1',
        retryAfterS: 1,
      },
    });
    await Promise.all([say('one'), say('two')]);
    expect(texts()).toEqual(['one', 'two']);
    // The stand-in reports a request that comes before the wait is over, or too soon after.
    expect(standin.violations).toEqual([]);
  });

  it.each([
    ['a 500', { kind: 'refuse', status: 500, description: 'Internal Server Error' }],
    ['a page instead of JSON', { kind: 'bad-gateway' }],
    ['no answer at all', { kind: 'hang' }],
  ] as const)('tries again after %s', async (_, does) => {
    standin.faults.add({ method: 'sendMessage', times: 3, does });
    await say('one');
    expect(texts()).toEqual(['one']);
  });

  it('rather says it twice than not at all when the answer was lost', async () => {
    standin.faults.add({ method: 'sendMessage', does: { kind: 'lose-answer' } });
    await expect(say('one')).resolves.toMatchObject({ text: 'one' });
  });

  it('follows a group to its new id', async () => {
    const group = openGroup(standin, { type: 'group' });
    const supergroup = openGroup(standin);
    group.migratedTo = supergroup.chat.id;
    await say('one', group.chat.id);
    expect(texts(supergroup.chat.id)).toEqual(['one']);
    expect(moved).toEqual([[group.chat.id, supergroup.chat.id]]);
  });

  it.each([
    ['blocked', 403, 'Forbidden: bot was blocked by the user'],
    ['chat-gone', 400, 'Bad Request: chat not found'],
    ['other', 400, 'Bad Request: whatever'],
  ])('gives up at once where Telegram says %s', async (kind, status, description) => {
    standin.faults.add({ method: 'sendMessage', does: { kind: 'refuse', status, description } });
    await expect(say('one')).rejects.toMatchObject({ name: 'TelegramRefusal', kind });
    await say('two');
    expect(texts()).toEqual(['two']);
  });

  it('sends what waits before it closes', async () => {
    const all = [say('one'), say('two')];
    await outbox.close(10_000);
    await Promise.all(all);
    expect(texts()).toEqual(['one', 'two']);
  });
});
