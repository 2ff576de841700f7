import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { WireMessage } from '../../support/telegram-standin/chat-world.js';
import { openGroup, Person } from '../../support/telegram-standin/person.js';
import { useProgram } from './program-harness.js';
import { isPhoto, labels, openGenerator, openStage, says, type Stage } from './bot-harness.js';

describe('endless pulls', () => {
  let generator: PortraitGenerator;
  let stage: Stage;
  beforeAll(async () => {
    generator = await openGenerator();
  });
  afterAll(() => generator.close());
  beforeEach(async () => {
    const game = { endlessIntervalMs: 10, endlessLimit: 1000 };
    stage = await openStage({ generator, game });
  });
  afterEach(async () => {
    expect(await stage.close()).toEqual([]);
  });

  it('end when told to, and go on by the button, for whoever sees it', async () => {
    const [ann, bob] = [stage.person(), stage.person('ja', 'Bob')];
    const group = openGroup(stage.standin);
    const asked = ann.says('/endless green hair', { in: group });
    const announced = await stage.answer(group, says('until you say stop'), asked);
    const face = await stage.answer(group, isPhoto, announced);
    await ann.presses(announced, 'Stop');
    const over = await stage.answer(group, says('Stopped after'), face);
    expect(labels(over)).toEqual(['▶ Go on']);
    await bob.presses(over, 'Go on');
    const next = await stage.answer(group, isPhoto, over);
    expect(next.caption).toContain('緑');
    bob.says('/stop', { in: group });
    // Many pictures ring nobody.
    const rings = stage.standin.callsOf('sendPhoto').map(({ parameters }) => {
      return parameters['disable_notification'];
    });
    expect(new Set(rings)).toEqual(new Set([true]));
  });

  it('say so when the bot is stopped, and go on after its restart', async () => {
    const ann = stage.person();
    ann.says('/endless green hair');
    await stage.answer(ann.privateChat, isPhoto);
    await stage.restart();
    const over = await stage.answer(ann.privateChat, says('I was restarted'));
    await ann.presses(over, 'Go on');
    await stage.answer(ann.privateChat, isPhoto, over);
    expect(stage.standin.botMessages(ann.user.id).filter(says('I was restarted'))).toHaveLength(1);
  });

  it('end where the bot is thrown out, without a word to anybody', async () => {
    const ann = stage.person();
    const group = openGroup(stage.standin);
    ann.says('/endless green hair', { in: group });
    await stage.answer(group, isPhoto);
    group.hasBlockedBot = true;
    // One run a person: another may begin once the first is over.
    await expect
      .poll(
        async () => {
          const next = ann.says('/endless green hair');
          return says('until you say stop')(await stage.answer(ann.privateChat, () => true, next));
        },
        { timeout: 30_000, interval: 200 },
      )
      .toBe(true);
    ann.says('/stop');
  });

  it('hold nobody up that could not be announced', async () => {
    const ann = stage.person();
    stage.standin.faults.add({
      method: 'sendMessage',
      chatId: ann.user.id,
      does: { kind: 'refuse', status: 400, description: 'Bad Request: not now' },
    });
    ann.says('/endless green hair');
    await stage.standin.waitFor(() =>
      stage.standin.callsOf('sendMessage').some(({ status }) => status === 400),
    );
    const again = ann.says('/endless green hair');
    await stage.answer(ann.privateChat, isPhoto, again);
    expect(stage.standin.botMessages(ann.user.id).some(says('already'))).toBe(false);
  });
});

describe('endless pulls whose process is killed', { timeout: 300_000 }, () => {
  const stage = useProgram();

  it('are told of by the next one, once and for all, and go on by the button', async () => {
    const ann = new Person(stage.standin, { languageCode: 'zh-TW' });
    const messages = (fits: (message: WireMessage) => boolean) =>
      stage.standin.botMessages(ann.user.id).filter(fits);
    await stage.start();
    ann.says('/endless green hair');
    await stage.standin.waitFor(() => messages(isPhoto)[1], 'two faces', 120_000);
    const [announced] = messages(says('喊停為止'));
    await stage.kill();
    const before = messages(isPhoto).length;

    await stage.start();
    const told = await stage.standin.waitFor(
      () => messages(says('我重新啟動了'))[0],
      'word of it',
      60_000,
    );
    expect(told).toMatchObject({ reply_to_message: { message_id: announced?.message_id } });
    await ann.presses(told, '接著抽');
    await stage.standin.waitFor(() => messages(isPhoto)[before], 'another face', 60_000);
    const next = messages(says('喊停為止')).at(-1)!;
    expect(next.message_id).toBeGreaterThan(told.message_id);
    await ann.presses(next, '⏹');
    await stage.standin.waitFor(() => messages(says('停下來了'))[0], 'its end', 60_000);
    expect(messages(says('我重新啟動了'))).toHaveLength(1);
    expect(stage.standin.violations).toEqual([]);
  });
});
