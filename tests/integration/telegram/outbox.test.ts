import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import pino from 'pino';
import { Telegram } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Outbox } from '../../../src/bots/telegram/sending/outbox.js';
import { ConnectTimeoutAgent } from '../../../src/bots/telegram/sending/connect-timeout-agent.js';
import { TELEGRAM_LIMITS } from '../../../src/bots/telegram/sending/chat-throttle.js';
import { TelegramApi } from '../../../src/bots/telegram/sending/telegram-api.js';
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
    outbox = open(300);
  });
  afterEach(async () => {
    await outbox.close(0);
    await standin.stop();
  });

  const open = (requestTimeoutMs: number): Outbox =>
    new Outbox({
      api: new TelegramApi(new Telegram(standin.token, { apiRoot: standin.apiRoot })),
      log: pino({ level: 'silent' }),
      pace: TELEGRAM_LIMITS,
      requestTimeoutMs,
      backoffMs: [5],
      onMigrated: (from, to) => moved.push([from, to]),
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
  ] as const)('tries again after %s', async (_, does) => {
    standin.faults.add({ method: 'sendMessage', times: 3, does });
    await say('one');
    expect(texts()).toEqual(['one']);
  });

  it.each([
    ['never got it', 'hang', ['one']],
    ['took it and the answer was lost', 'lose-answer', ['one', 'one']],
  ] as const)('says it once more where Telegram %s', async (_, kind, said) => {
    standin.faults.add({ method: 'sendMessage', does: { kind } });
    await expect(say('one')).resolves.toMatchObject({ text: 'one' });
    expect(texts()).toEqual(said);
  });

  it('never says it more than twice, and goes on with the next', async () => {
    standin.faults.add({ method: 'sendMessage', times: 2, does: { kind: 'lose-answer' } });
    await expect(say('one')).rejects.toMatchObject({ kind: 'unanswered' });
    await say('two');
    expect(texts()).toEqual(['one', 'one', 'two']);
  });

  it('repeats a change until it is sure of it: nobody sees how often', async () => {
    const sent = (await say('one')) as { message_id: number };
    const { message_id } = sent;
    standin.faults.add({ method: 'editMessageText', times: 4, does: { kind: 'hang' } });
    await outbox.send('editMessageText', { chat_id: ann.user.id, message_id, text: 'two' });
    expect(texts()).toEqual(['two']);
  });

  it('knows that nothing was sent where there was no connection', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const elsewhere = new TelegramApi(
      new Telegram(standin.token, {
        apiRoot: `https://127.0.0.1:${port}`,
        agent: new ConnectTimeoutAgent(100),
      }),
    );
    await expect(elsewhere.call('getMe', {}, 5000)).rejects.toMatchObject({ kind: 'unreachable' });
    silent.close();
    await expect(elsewhere.call('getMe', {}, 5000)).rejects.toMatchObject({ kind: 'unreachable' });
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

  it('hints to a few of a crowd only, that a picture will come', async () => {
    outbox = open(60_000);
    const hint = () => outbox.hint({ chat_id: ann.user.id, action: 'upload_photo' });
    await Promise.all(Array.from({ length: 50 }, hint));
    expect(standin.callsOf('sendChatAction')).toHaveLength(8);
  });

  it('hints nothing where Telegram wants to hear nothing for a while', async () => {
    outbox = open(60_000);
    const does = { kind: 'refuse', status: 429, description: 'Too Many', retryAfterS: 1 } as const;
    standin.faults.add({ method: 'sendMessage', does });
    const said = say('one');
    await standin.waitFor(() => standin.callsOf('sendMessage').length === 1);
    await outbox.hint({ chat_id: ann.user.id, action: 'upload_photo' });
    await said;
    expect(standin.callsOf('sendChatAction')).toEqual([]);
    expect(standin.violations).toEqual([]);
  });

  it('hints nothing beside a message that is on its way', async () => {
    outbox = open(5000);
    standin.faults.add({ method: 'sendMessage', does: { kind: 'hang' } });
    const said = say('one');
    await standin.waitFor(() => standin.callsOf('sendMessage').length === 1);
    await outbox.hint({ chat_id: ann.user.id, action: 'upload_photo' });
    expect(standin.callsOf('sendChatAction')).toEqual([]);
    await said;
  });

  it('sends what waits before it closes', async () => {
    const all = [say('one'), say('two')];
    await outbox.close(10_000);
    await Promise.all(all);
    expect(texts()).toEqual(['one', 'two']);
  });
});
