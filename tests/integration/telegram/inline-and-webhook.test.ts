import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { ChatState } from '../../support/telegram-standin/chat-world.js';
import { Person } from '../../support/telegram-standin/person.js';
import { isPhoto, openGenerator, openStage, says, type Stage } from './bot-harness.js';

let generator: PortraitGenerator;
let stage: Stage;
beforeAll(async () => {
  generator = await openGenerator();
});
afterAll(() => generator.close());
afterEach(async () => {
  expect(await stage.close()).toEqual([]);
});

describe('inline mode with a storage chat', () => {
  let storage: ChatState;
  beforeEach(async () => {
    stage = await openStage({ generator, telegram: { storageChatId: -1_001_999_999_999 } });
    storage = stage.standin.world.addChat(
      { id: -1_001_999_999_999, type: 'channel', title: 'Storage' },
      true,
    );
  });

  it('offers four faces that Telegram has, and whoever sees one can keep it', async () => {
    const ann = stage.person();
    const { results, is_personal: isPersonal } = await ann.asksInline('silver hair');
    expect(results).toHaveLength(4);
    expect(isPersonal).toBe(true);
    expect(storage.messages.size).toBe(4);
    expect(stage.standin.callsOf('sendMediaGroup')).toHaveLength(1);
    const bob = stage.person('en', 'Bob');
    const keep = inlineButton(results[2], 0)['callback_data'];
    expect((await stage.tapInline(bob, String(keep))).text).toBe('Kept as No. 1.');
  });

  it('opens the private chat for all that an inline picture cannot do', async () => {
    const ann = stage.person();
    const { results } = await ann.asksInline('silver hair');
    const { url } = inlineButton(results[0], 1);
    const payload = String(url).split('start=')[1] ?? '';
    const said = ann.says(`/start ${payload}`);
    expect(isPhoto(await stage.answer(ann.privateChat, isPhoto, said))).toBe(true);
    const id = String(results[0]?.['id']);
    expect((await stage.tapInline(ann, `c.${id}`)).url).toContain('?start=');
    expect((await stage.tapInline(ann, 'c.AAAAAAAAAAAA')).show_alert).toBe(true);
  });

  it('draws for the last of what somebody types', async () => {
    const ann = stage.person();
    const typed = ['s', 'si', 'silver hair'].map((query) => ann.asksInline(query));
    const last = await typed[2];
    expect(last?.results).toHaveLength(4);
  });

  it('says what it did not understand, and gives favourites for nothing', async () => {
    const ann = stage.person();
    const sorry = await ann.asksInline('qwertyuiop');
    expect(sorry.results).toEqual([]);
    expect(sorry.button?.text).toContain('nothing in there');
    const post = await stage.pull(ann, 'silver hair');
    await ann.presses(post, 'Keep');
    const own = await ann.asksInline('');
    expect(own.results).toHaveLength(1);
  });
});

function inlineButton(
  result: Readonly<Record<string, unknown>> | undefined,
  at: number,
): Readonly<Record<string, unknown>> {
  const markup = result?.['reply_markup'] as {
    inline_keyboard: Readonly<Record<string, unknown>>[][];
  };
  return markup.inline_keyboard[0]?.[at] ?? {};
}

describe('inline mode without a storage chat', () => {
  beforeEach(async () => {
    stage = await openStage({ generator });
  });

  it('offers four faces all the same, and leaves nothing behind in the private chat', async () => {
    const ann = stage.person();
    const { results } = await ann.asksInline('silver hair');
    expect(results).toHaveLength(4);
    const { standin } = stage;
    const [album] = standin.callsOf('sendMediaGroup');
    expect(album?.parameters).toMatchObject({ chat_id: ann.user.id, disable_notification: true });
    await standin.waitFor(() => standin.callsOf('deleteMessages').length > 0);
    expect(ann.privateChat.messages.size).toBe(0);
    const keep = inlineButton(results[1], 0)['callback_data'];
    const bob = stage.person('en', 'Bob');
    expect((await stage.tapInline(bob, String(keep))).text).toBe('Kept as No. 1.');
  });

  it('draws nothing for whoever never pressed Start, and shows them how', async () => {
    const ann = new Person(stage.standin, { isStranger: true });
    const none = await ann.asksInline('silver hair');
    expect(none.results).toEqual([]);
    expect(none.button).toMatchObject({ start_parameter: 'hello' });
    expect(none.button?.text).toContain('Press Start');
    expect(stage.standin.callsOf('sendMediaGroup')).toEqual([]);
    const said = ann.says('/start hello');
    await stage.answer(ann.privateChat, says('Tell me what'), said);
    expect((await ann.asksInline('silver hair')).results).toHaveLength(4);
  });
});

describe('the webhook', () => {
  const url = 'https://faces.example/telegram';
  const post = (path: string, body: string, secret?: string): Promise<Response> =>
    fetch(new URL(path, stage.standin.webhookTarget), {
      method: 'POST',
      headers: secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret },
      body,
    });

  beforeEach(async () => {
    const webhook = { url, host: '127.0.0.1', port: 0, secret: 'right-secret' };
    stage = await openStage({ generator, telegram: { webhook } });
  });

  it('takes nothing without the secret', async () => {
    const ann = stage.person();
    const update = JSON.stringify({
      update_id: 5,
      message: {
        message_id: 1,
        date: 1,
        chat: ann.privateChat.chat,
        from: ann.user,
        text: '/help',
      },
    });
    const statuses = await Promise.all([
      post('/telegram', update),
      post('/telegram', update, 'wrong-secret'),
      post('/elsewhere', update, 'right-secret'),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect((await post('/telegram', update, 'right-secret')).status).toBe(200);
    await stage.answer(ann.privateChat, says('/gacha'));
  });

  it('survives bodies that are no updates', async () => {
    for (const body of ['', 'null', '[]', '{', '"x"', '{"update_id":"x"}', '{}']) {
      const { status } = await post('/telegram', body, 'right-secret');
      expect([200, 400, 415]).toContain(status);
    }
    const large = await post('/telegram', 'x'.repeat(2_000_000), 'right-secret').catch(() => null);
    expect(large === null || large.status === 413).toBe(true);
    expect(isPhoto(await stage.pull(stage.person(), '銀髪 赤い目'))).toBe(true);
  });

  it('repeats nothing that Telegram delivers again after a restart', async () => {
    const ann = stage.person();
    const update = (id: number): string =>
      JSON.stringify({
        update_id: id,
        message: {
          message_id: 1,
          date: 1,
          chat: ann.privateChat.chat,
          from: ann.user,
          text: '/help',
        },
      });
    await post('/telegram', update(77), 'right-secret');
    await stage.answer(ann.privateChat, says('/gacha'));
    await stage.restart();
    await post('/telegram', update(77), 'right-secret');
    await stage.pull(ann, 'silver hair');
    expect(stage.standin.callsOf('sendMessage')).toHaveLength(1);
  });
});
