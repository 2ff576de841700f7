import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { Person } from '../../support/telegram-standin/person.js';
import { isPhoto, openGenerator, openStage, says, type Stage } from './bot-harness.js';

let generator: PortraitGenerator;
let stage: Stage;
beforeAll(async () => {
  generator = await openGenerator();
});
afterAll(() => generator.close());
beforeEach(async () => {
  stage = await openStage({ generator, telegram: { holdMs: 3000, stopPatienceMs: 200 } });
});
afterEach(async () => {
  expect(await stage.close()).toEqual([]);
});

const logged = (words: string): boolean => stage.log.some(({ msg }) => msg.includes(words));
const bot = (): { platform: 'telegram'; account: string } => ({
  platform: 'telegram',
  account: String(stage.standin.bot.id),
});

/** As a process left it that died: taken, and begun so often. */
async function leave(
  updateId: number,
  { from, text, begun }: { readonly from: Person; readonly text: string; readonly begun: number },
): Promise<void> {
  const { updates } = stage.game;
  const message = stage.standin.world.post(from.privateChat, from.user, { text });
  const address = { ...bot(), updateId: String(updateId) };
  const content = JSON.stringify({ update_id: updateId, message });
  await updates.claim({ ...address, content, holdMs: 0 });
  for (let tries = 0; tries < begun; tries += 1) await updates.begin(address);
}

describe('a backlog at a crash', { timeout: 180_000 }, () => {
  it('is answered in full, however large', async () => {
    const people = Array.from({ length: 40 }, () => stage.person());
    for (const [at, from] of people.entries()) await leave(at, { from, text: '/start', begun: 1 });
    await stage.restart();
    const { standin } = stage;
    await standin.waitFor(() => standin.callsOf('sendMessage').length >= 40, '40 answers');
    expect(people.every(({ user }) => standin.botMessages(user.id).length === 1)).toBe(true);
  });

  it('loses only what three processes died of, and tells of that', async () => {
    const [ann, bob] = [stage.person(), stage.person('ja', 'Bob')];
    await leave(1, { from: ann, text: 'silver hair', begun: 0 });
    await leave(2, { from: bob, text: '銀髪', begun: 3 });
    for (let times = 0; times < 5; times += 1) await stage.game.updates.takeOver(bot(), 0);
    await stage.restart();
    expect(isPhoto(await stage.answer(ann.privateChat, isPhoto))).toBe(true);
    await stage.answer(bob.privateChat, says('三回試しましたが'));
    expect(logged('update given up')).toBe(true);
    expect(stage.standin.callsOf('sendPhoto')).toHaveLength(1);
  });

  it('outlives any number of stops in good order', async () => {
    const ann = stage.person();
    const does = { kind: 'refuse', status: 500, description: 'Internal' } as const;
    stage.standin.faults.add({ method: 'sendPhoto', times: 1000, does });
    const said = ann.says('silver hair');
    for (let times = 1; times <= 4; times += 1) {
      const { length } = stage.standin.callsOf('sendPhoto');
      await stage.standin.waitFor(() => stage.standin.callsOf('sendPhoto').length > length);
      await stage.restart();
    }
    stage.standin.faults.clear();
    expect(isPhoto(await stage.answer(ann.privateChat, isPhoto, said))).toBe(true);
    expect(logged('given up')).toBe(false);
  });
});

describe('somebody who writes faster than can be answered', { timeout: 180_000 }, () => {
  it('is told so once, and gets the first answers', async () => {
    const ann = stage.person();
    for (let at = 0; at < 60; at += 1) ann.says('silver hair');
    const { standin } = stage;
    await stage.answer(ann.privateChat, says('a lot at once'));
    await standin.waitFor(() => standin.botMessages(ann.user.id).filter(isPhoto).length >= 20);
    const later = ann.says('/help');
    await stage.answer(ann.privateChat, says('/gacha'), later);
    expect(standin.botMessages(ann.user.id).filter(says('a lot at once'))).toHaveLength(1);
    expect(standin.botMessages(ann.user.id).filter(isPhoto).length).toBeLessThan(40);
  });
});
