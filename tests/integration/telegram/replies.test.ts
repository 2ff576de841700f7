import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { ChatState, WireMessage } from '../../support/telegram-standin/chat-world.js';
import { openGroup, type Person } from '../../support/telegram-standin/person.js';
import { isPhoto, labels, openGenerator, openStage, says, type Stage } from './bot-harness.js';

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

const reply = (who: Person, to: WireMessage, text: string, chat: ChatState): Promise<WireMessage> =>
  stage.answer(chat, () => true, who.says(text, { in: chat, replyTo: to }));

describe('the owner', () => {
  it(
    'sees what there is, blocks, and announces where it posted',
    { timeout: 180_000 },
    async () => {
      const owners: string[] = [];
      const own = await openStage({ generator, game: { owners } });
      const [ann, bob] = [own.person(), own.person('en', 'Bob')];
      owners.push(`telegram:${ann.user.id}`);
      const group = openGroup(own.standin);
      await own.answer(group, isPhoto, bob.says('/gacha silver hair', { in: group }));
      const platformId = String(ann.user.id);
      const owner = await own.game.people.meet({ platform: 'telegram', platformId });
      const stats = () => own.game.owner.run(owner, '/stats');
      // A post is recorded once it stands there.
      await vi.waitFor(async () => expect(await stats()).toMatchObject({ servers: 1 }), 60_000);
      const say = (text: string, words: string) =>
        own.answer(ann.privateChat, says(words), ann.says(text));
      await say('/stats', '1 servers');
      const said = ann.says('/announce Maintenance at noon');
      await own.answer(group, says('Maintenance at noon'));
      await own.answer(ann.privateChat, says('Posted in 1 of 1 servers'), said);
      await say(`/block person ${bob.user.id}`, 'draws no more');
      await own.answer(
        group,
        says('no longer draws for you'),
        bob.says('/gacha blonde', { in: group }),
      );
      expect(await own.close()).toEqual([]);
    },
  );
});

describe('a reply to a picture', () => {
  it('changes the face on it, for everybody in a group', async () => {
    const [ann, bob] = [stage.person(), stage.person('en', 'Bob')];
    const group = openGroup(stage.standin);
    const own = await stage.pull(ann, 'silver hair, red eyes');
    const strip = await reply(ann, own, 'green eyes, smiling', ann.privateChat);
    expect(labels(strip)).toContain('❤ 7');
    // The large one of a strip is what a reply to it means.
    expect(labels(await reply(ann, strip, 'blonde', ann.privateChat))).toContain('❤ 7');
    const said = ann.says('/gacha silver hair, red eyes', { in: group });
    const post = await stage.answer(group, isPhoto, said);
    expect(labels(await reply(bob, post, 'green eyes', group))).toContain('❤ 7');
  });

  it('shows one of a grid large by its number, and changes it by number and words', async () => {
    const ann = stage.person();
    const grid = await stage.pull(ann, 'x4 silver hair, red eyes');
    const third = await reply(ann, grid, '3', ann.privateChat);
    expect(labels(third)).toContain('🎨 Change');
    const strip = await reply(ann, grid, '2 green eyes', ann.privateChat);
    expect(labels(strip)).toContain('❤ 7');
    const asked = await reply(ann, grid, 'green eyes', ann.privateChat);
    expect(asked.text).toBe('Which one? Say its number first, such as “3 green eyes”.');
    expect(labels(await reply(ann, grid, 'x2 blonde', ann.privateChat))).toContain('🔁 Again');
    const group = openGroup(stage.standin);
    const said = ann.says('/gacha x4 silver hair', { in: group });
    const shared = await stage.answer(group, isPhoto, said);
    const which = await reply(ann, shared, 'qwertyuiop', group);
    expect(which.text).toBe('Which one? Say its number first, such as “3 blonde blue-eyes”.');
  });

  it('leaves an open question about another picture alone', async () => {
    const ann = stage.person();
    const first = await stage.pull(ann, 'silver hair, red eyes');
    const second = await stage.pull(ann, 'blonde, blue eyes');
    await ann.presses(first, 'Change');
    const prompt = await stage.answer(ann.privateChat, says('What shall be different'), second);
    // What the first face has already would change nothing of it.
    const strip = await reply(ann, second, 'silver hair', ann.privateChat);
    expect(strip.caption).toContain('silver hair');
    const said = ann.says('silver hair');
    await stage.answer(ann.privateChat, says('changes nothing'), said);
    expect(prompt.message_id).toBeLessThan(said.message_id);
  });

  it('finds the face on a picture that somebody posted by inline mode', async () => {
    const ann = stage.person();
    const group = openGroup(stage.standin);
    const { results } = await ann.asksInline('silver hair, red eyes');
    const posted = ann.picksInline(results[0]!, group);
    const strip = await reply(stage.person(), posted, 'green eyes, smiling', group);
    expect(labels(strip)).toContain('❤ 7');
  });
});
