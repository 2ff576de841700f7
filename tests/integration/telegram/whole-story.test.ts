import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { ChatState, WireMessage } from '../../support/telegram-standin/chat-world.js';
import { openGroup, type Person } from '../../support/telegram-standin/person.js';
import { isPhoto, labels, openGenerator, openStage, says, type Stage } from './bot-harness.js';

let generator: PortraitGenerator;
let stage: Stage;
let group: ChatState;
beforeAll(async () => {
  generator = await openGenerator();
});
afterAll(() => generator.close());

const current = (message: WireMessage): WireMessage =>
  stage.standin.world.chats.get(message.chat.id)?.messages.get(message.message_id) ?? message;

/** Waits until a message says something. */
const shows = (message: WireMessage, words: string): Promise<WireMessage> =>
  stage.standin.waitFor(() => {
    const now = current(message);
    return says(words)(now) ? now : undefined;
  }, `“${words}” in a message`);

async function keeps(who: Person, count: number): Promise<void> {
  const counted = async (): Promise<number> => (await stage.kept(who)).length;
  await expect.poll(counted, { timeout: 30_000 }).toBe(count);
}

/** Says something in the group, and gives the picture that answers it. */
const draws = (who: Person, text: string, replyTo?: WireMessage): Promise<WireMessage> => {
  const said = who.says(text, { in: group, ...(replyTo === undefined ? {} : { replyTo }) });
  return stage.answer(
    group,
    (message) => isPhoto(message) && message.reply_to_message?.message_id === said.message_id,
    said,
  );
};

describe.each([
  ['long polling', {}],
  ['a webhook', { webhook: { url: 'https://faces.example/bot', host: '127.0.0.1', port: 0 } }],
])('one long story, by %s', (_, telegram) => {
  it('goes from the first pull to being forgotten', { timeout: 240_000 }, async () => {
    stage = await openStage({ generator, telegram });
    group = openGroup(stage.standin, { isBotAdmin: true });
    const [ann, bob] = [stage.person(), stage.person('en', 'Bob')];

    // Pull ten, and keep by the buttons under the one numbered grid.
    const grid = await draws(ann, '@mugen_test_bot x10 blonde blue-eyes');
    expect((await ann.presses(grid, '❤ 2')).text).toBe('Kept as No. 1.');
    expect((await bob.presses(grid, '❤ 10')).text).toBe('Kept as No. 1.');

    // Restart the bot, and keep another from the old post; a single one by a heart, taken back again.
    await stage.restart();
    expect((await ann.presses(grid, '❤ 3')).text).toBe('Kept as No. 2.');
    const single = await draws(ann, '/gacha silver hair, red eyes');
    ann.reacts(single, ['❤']);
    await keeps(ann, 3);
    ann.reacts(single, [], ['❤']);
    await keeps(ann, 2);

    // Morph, and keep a step.
    const strip = await draws(ann, '/morph 2 green eyes');
    expect((await ann.presses(strip, '❤ 5')).text).toContain('Kept as No.');
    await keeps(ann, 3);

    // Blend in the group with a face that Bob showed and lets others blend with.
    const bobs = await draws(bob, '/gacha pink hair');
    bob.says('/privacy open', { in: group });
    await stage.answer(group, says('Others may blend'), bobs);
    const child = await draws(ann, '/blend 2 25%', bobs);
    expect(child.caption).toMatch(/25 %/);
    ann.reacts(child, ['❤']);
    await keeps(ann, 4);
    await draws(ann, '/family', child);

    // Page through favourites: eleven need two pages.
    for (const place of [1, 4, 5, 6, 7, 8, 9]) await ann.presses(grid, `❤ ${place}`);
    await keeps(ann, 11);
    const list = await draws(ann, '/favorites');
    expect(list.caption).toContain('Page 1 of 2');
    await ann.presses(list, 'Next');
    await shows(list, 'Page 2 of 2');
    const [number = ''] = labels(current(list));
    await ann.presses(list, number);
    await stage.answer(group, says(`No. ${number}`), list);

    // Forget me: nothing of Ann's is left, and Bob keeps what he kept.
    const asked = ann.says('/forget_me', { in: group });
    const prompt = await stage.answer(group, says('11'), asked);
    expect((await ann.presses(prompt, 'Erase')).text).toContain('All erased');
    expect([await stage.kept(ann), await stage.kept(bob)]).toEqual([[], [1]]);
    expect((await draws(bob, '/show 1')).caption).toContain('blonde');
    expect(stage.standin.queries.unansweredQueries).toBe(0);
    expect(await stage.close()).toEqual([]);
  });
});
