import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GameSettings } from '../../../src/game/game-settings.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { openEnlarging } from '../../support/inference/models-folder.js';
import type { WireMessage } from '../../support/telegram-standin/chat-world.js';
import { openGroup, type Person } from '../../support/telegram-standin/person.js';
import { isPhoto, labels, openStage, says, type Stage } from './bot-harness.js';

let generator: PortraitGenerator;
let stage: Stage;

const begin = async (game: Partial<GameSettings> = {}): Promise<void> => {
  await stage?.close();
  stage = await openStage({ generator, game });
};

beforeAll(async () => {
  generator = await openEnlarging();
});
afterAll(() => generator.close());
beforeEach(async () => {
  stage = await openStage({ generator });
});
afterEach(async () => {
  expect(stage.standin.queries.unansweredQueries).toBe(0);
  expect(await stage.close()).toEqual([]);
});

/** The picture that a press brings. */
const brings = async (who: Person, post: WireMessage, label: string): Promise<WireMessage> => {
  await who.presses(post, label);
  return stage.answer(who.privateChat, isPhoto, post);
};

/** The face behind the first button that shows a number. */
const faceOf = (message: WireMessage, number: string): string | undefined =>
  (message.reply_markup?.inline_keyboard ?? [])
    .flat()
    .find(({ text }) => text === number)
    ?.callback_data?.split('.')[1];

describe('finding the one', () => {
  it('goes from a person to their colours, to their details, and to the one large', async () => {
    const ann = stage.person();
    const people = await brings(ann, await stage.pull(ann, 'blonde'), 'Find the one');
    expect(people.caption).toMatch(/^blonde hair\nSixteen faces/);
    const numbers = Array.from({ length: 16 }, (_, index) => String(index + 1));
    expect(labels(people)).toEqual([...numbers, '🔁 Others', '↩ Back']);
    const picked = await brings(ann, people, '16');
    expect(picked.caption).toContain('Is this the one?');

    const colors = await brings(ann, picked, 'Other colours');
    expect(colors.caption).toContain('The same person in other colours.');
    expect(faceOf(colors, '1')).toBe(faceOf(people, '16'));
    const details = await brings(ann, await brings(ann, colors, '2'), 'Other details');
    expect(details.caption).toContain('The same person with other details.');
    expect(faceOf(details, '1')).toBe(faceOf(colors, '2'));

    const found = await brings(ann, details, '3');
    await brings(ann, found, 'Enlarge');
    const sent = stage.standin.callsOf('sendPhoto').at(-1)?.parameters['photo'];
    expect((await sharp(sent as Uint8Array).metadata()).width).toBe(256);
    expect((await ann.presses(found, 'Keep')).text).toBe('Kept as No. 1.');
  });

  it('shows others of each step', async () => {
    const ann = stage.person();
    const people = await brings(ann, await stage.pull(ann, 'blonde'), 'Find the one');
    const others = await brings(ann, people, 'Others');
    expect(labels(others)).toEqual(labels(people));
    expect(faceOf(others, '1')).not.toBe(faceOf(people, '1'));
    const colors = await brings(ann, await brings(ann, others, '4'), 'Other colours');
    const recolored = await brings(ann, colors, 'Others');
    expect(faceOf(recolored, '1')).toBe(faceOf(others, '4'));
    expect(faceOf(recolored, '2')).not.toBe(faceOf(colors, '2'));
  });

  it('draws all sixteen of a saved picture again', async () => {
    const ann = stage.person();
    const people = await brings(ann, await stage.pull(ann, 'blonde'), 'Find the one');
    const bytes = stage.standin.world.files.get(people.photo?.at(-1)?.file_id ?? '');
    const sent = ann.sendsFile(bytes ?? new Uint8Array(), '');
    const again = await stage.answer(ann.privateChat, says('Drawn again'), sent);
    expect(labels(again)).toEqual(expect.arrayContaining(['❤ 1', '❤ 16']));
    expect((await ann.presses(again, '❤ 16')).text).toBe('Kept as No. 1.');
  });

  it('goes back a step for whoever asked, and for nobody else', async () => {
    const group = openGroup(stage.standin);
    const [ann, bob] = [stage.person(), stage.person('en', 'Bob')];
    const post = await stage.answer(group, isPhoto, ann.says('/gacha blonde', { in: group }));
    await ann.presses(post, 'Find the one');
    const people = await stage.answer(group, isPhoto, post);
    expect((await bob.presses(people, 'Back')).text).toContain('for whoever asked');
    expect(group.messages.has(people.message_id)).toBe(true);
    await ann.presses(people, 'Back');
    await stage.standin.waitFor(() => !group.messages.has(people.message_id));
    expect(group.messages.has(post.message_id)).toBe(true);
    // Gone already, as a second tap finds it.
    const back = labels(people).length - 1;
    const data = people.reply_markup?.inline_keyboard?.flat()[back]?.callback_data ?? '';
    expect((await ann.tapsData(people, data)).text).toBeUndefined();
  });

  it('leads back to the step before also where Telegram deletes nothing any more', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'blonde');
    const people = await brings(ann, post, 'Find the one');
    const old = { ...people, date: people.date - 49 * 3600 };
    ann.privateChat.messages.set(people.message_id, old);
    await ann.presses(old, 'Back');
    const back = await stage.answer(ann.privateChat, says('The step before'), people);
    expect(back.reply_to_message?.message_id).toBe(post.message_id);
    expect((await brings(ann, old, '3')).caption).toContain('Is this the one?');
  });

  it('repeats no description that somebody else said in private', async () => {
    const [ann, bob] = [stage.person(), stage.person('en', 'Bob')];
    const secret = await stage.pull(ann, 'silver hair');
    const own = await stage.pull(bob, 'blonde');
    const find = secret.reply_markup?.inline_keyboard?.flat().at(-1)?.callback_data ?? '';
    expect(find).toMatch(/^i\./);
    const face = faceOf(secret, '❤ Keep') ?? '';
    for (const data of [find, `ip.${face}`, `ic.${face}`, `it.${face}`]) {
      await bob.tapsData(own, data);
      const sorry = await stage.answer(bob.privateChat, says('belongs to somebody else'), own);
      bob.privateChat.messages.delete(sorry.message_id);
    }
  });

  it('counts sixteen pictures toward the limits, and says so as usual', async () => {
    await begin({ personPicturesPerMinute: 17 });
    const ann = stage.person();
    const people = await brings(ann, await stage.pull(ann, 'blonde'), 'Find the one');
    await ann.presses(people, 'Others');
    await stage.answer(ann.privateChat, says('That was quick!'), people);
    // Picking draws nothing new.
    expect((await brings(ann, people, '5')).caption).toContain('Is this the one?');
  });
});
