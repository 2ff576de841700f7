import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { runProgram, type Running } from '../../support/run-program.js';
import type { WireMessage } from '../../support/telegram-standin/chat-world.js';
import { Person } from '../../support/telegram-standin/person.js';
import { TelegramStandin } from '../../support/telegram-standin/telegram-standin.js';
import { isPhoto, labels, openGenerator, openStage, says, type Stage } from './stage.js';

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

  it('end when told to, and go on by the button, for whoever presses it', async () => {
    const [ann, bob] = [stage.person(), stage.person('ja', 'Bob')];
    const asked = ann.says('/endless green hair');
    const announced = await stage.answer(ann.privateChat, says('until you say stop'), asked);
    const face = await stage.answer(ann.privateChat, isPhoto, announced);
    await ann.taps(announced, 'Stop');
    const over = await stage.answer(ann.privateChat, says('Stopped after'), face);
    expect(labels(over)).toEqual(['▶ Go on']);
    await bob.taps(over, 'Go on');
    const next = await stage.answer(ann.privateChat, isPhoto, over);
    expect(next.caption).toContain('緑');
    bob.says('/stop');
  });

  it('say so when the bot is stopped, and go on after its restart', async () => {
    const ann = stage.person();
    ann.says('/endless green hair');
    await stage.answer(ann.privateChat, isPhoto);
    await stage.restart();
    const over = await stage.answer(ann.privateChat, says('I was restarted'));
    await ann.taps(over, 'Go on');
    await stage.answer(ann.privateChat, isPhoto, over);
    expect(stage.standin.botMessages(ann.user.id).filter(says('I was restarted'))).toHaveLength(1);
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

// The program itself, in a process of its own that gets no chance to say goodbye.
describe('endless pulls whose process is killed', { timeout: 300_000 }, () => {
  let standin: TelegramStandin;
  let folder: string;
  let running: Running;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mugen-endless-'));
    standin = await TelegramStandin.start();
  });
  afterEach(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
    await standin.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<void> => {
    running = runProgram('src/main.ts', [], {
      env: {
        PORT: '0',
        DATABASE_URL: `file:${join(folder, 'mugen.db')}`,
        TELEGRAM_TOKEN: standin.token,
        TELEGRAM_API_ROOT: standin.apiRoot,
      },
    });
    await running.until('telegram: connected');
  };

  it('are told of by the next one, once and for all, and go on by the button', async () => {
    const ann = new Person(standin, { languageCode: 'zh-TW' });
    const messages = (fits: (message: WireMessage) => boolean) =>
      standin.botMessages(ann.user.id).filter(fits);
    await start();
    ann.says('/endless green hair');
    await standin.waitFor(() => messages(isPhoto)[1], 'two faces', 120_000);
    const [announced] = messages(says('喊停為止'));
    running.child.kill('SIGKILL');
    await running.ended;
    const before = messages(isPhoto).length;

    await start();
    const told = await standin.waitFor(
      () => messages(says('我重新啟動了'))[0],
      'word of it',
      60_000,
    );
    expect(told).toMatchObject({ reply_to_message: { message_id: announced?.message_id } });
    await ann.taps(told, '接著抽');
    await standin.waitFor(() => messages(isPhoto)[before], 'another face', 60_000);
    const next = messages(says('喊停為止')).at(-1)!;
    expect(next.message_id).toBeGreaterThan(told.message_id);
    await ann.taps(next, '⏹');
    await standin.waitFor(() => messages(says('停下來了'))[0], 'its end', 60_000);
    expect(messages(says('我重新啟動了'))).toHaveLength(1);
    expect(standin.violations).toEqual([]);
  });
});
