import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { WireMessage } from '../../support/telegram-standin/chat-world.js';
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
  expect(stage.standin.queries.unansweredQueries).toBe(0);
  expect(await stage.close()).toEqual([]);
});

const current = (message: WireMessage): WireMessage =>
  stage.standin.world.chats.get(message.chat.id)?.messages.get(message.message_id) ?? message;

/** CallbackQueries, and waits until the prompt says something else. */
async function step(who: Person, prompt: WireMessage, label: string): Promise<WireMessage> {
  const before = JSON.stringify(current(prompt));
  await who.presses(prompt, label);
  return stage.standin.waitFor(() => {
    const now = current(prompt);
    return JSON.stringify(now) === before ? undefined : now;
  }, `a next step after ${label}`);
}

/** Keeps so many portraits of somebody, and gives the last post. */
async function keepSome(who: Person, count: number): Promise<WireMessage> {
  const post = await stage.pull(who, `/gacha x${count} silver hair`);
  for (let place = 1; place <= count; place += 1) {
    await who.presses(post, count === 1 ? 'Keep' : `❤ ${place}`);
  }
  return post;
}

describe('changing step by step', () => {
  it('goes from group to value to strip, over a restart, and keeps a step', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair, red eyes, sad');
    await ann.presses(post, 'Change');
    const prompt = await stage.answer(ann.privateChat, says('What shall be different'), post);
    expect(prompt.reply_to_message?.message_id).toBe(post.message_id);
    await step(ann, prompt, 'Eyes');

    await stage.restart();
    const chosen = await step(ann, prompt, 'green');
    expect(chosen.text).toContain('Eyes: green');
    await step(ann, prompt, 'Something else');
    await step(ann, prompt, 'Mood');
    const both = await step(ann, prompt, 'smiling');
    expect(both.text).toContain('Eyes: green, Mood: smiling');
    await ann.presses(prompt, 'Draw it');
    const strip = await stage.answer(ann.privateChat, isPhoto, prompt);
    expect(labels(strip).filter((label) => label.startsWith('❤'))).toHaveLength(8);
    expect((await ann.presses(strip, '❤ 4')).text).toBe('Kept as No. 1.');
    ann.reacts(strip, ['❤']);
    await stage.answer(ann.privateChat, says('Kept as No. 2.'), strip);
  });

  it('takes words instead of buttons', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair, red eyes, sad');
    await ann.presses(post, 'Change');
    const prompt = await stage.answer(ann.privateChat, says('What shall be different'), post);
    const said = ann.says('green eyes');
    const strip = await stage.answer(ann.privateChat, isPhoto, said);
    expect(labels(strip)).toContain('❤ 7');
    expect(prompt.message_id).toBeLessThan(strip.message_id);
    // The conversation is over: the next words are a wish of their own.
    const next = await stage.pull(ann, 'blonde');
    expect(labels(next)).toContain('🔁 Again');
  });

  it.each([[[]], [['Eyes']], [['Eyes', 'green']], [['Eyes', 'green', 'Something else']]])(
    'can be cancelled after %j',
    async (path) => {
      const ann = stage.person();
      const post = await stage.pull(ann, 'silver hair, red eyes, sad');
      await ann.presses(post, 'Change');
      const prompt = await stage.answer(ann.privateChat, says('What shall be different'), post);
      for (const label of path) await step(ann, prompt, label);
      const cancelled = await step(ann, prompt, 'Cancel');
      expect(labels(cancelled)).toEqual([]);
      const next = await stage.pull(ann, 'blonde');
      expect(labels(next)).toContain('🔁 Again');
    },
  );

  it('ends by /cancel', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair, red eyes, sad');
    await ann.presses(post, 'Change');
    const prompt = await stage.answer(ann.privateChat, says('What shall be different'), post);
    const cancel = ann.says('/cancel');
    await stage.answer(ann.privateChat, says('All right'), prompt);
    const again = ann.says('/cancel');
    await stage.answer(ann.privateChat, says('nothing going on'), cancel);
    expect(again.message_id).toBeGreaterThan(cancel.message_id);
  });

  it('asks which one of a grid', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'x4 silver hair');
    await ann.presses(post, 'Change');
    const which = await stage.answer(ann.privateChat, says('Which one?'), post);
    expect(labels(which)).toEqual(['1', '2', '3', '4', '✖ Cancel']);
    await ann.presses(which, '3');
    await stage.answer(ann.privateChat, says('What shall be different'), which);
  });

  it('is nobody else’s to go on with', async () => {
    const group = openGroup(stage.standin);
    const ann = stage.person();
    const bob = stage.person('en', 'Bob');
    const said = ann.says('/gacha silver hair, red eyes', { in: group });
    const post = await stage.answer(group, isPhoto, said);
    await ann.presses(post, 'Change');
    const prompt = await stage.answer(group, says('What shall be different'), post);
    expect(await bob.presses(prompt, 'Eyes')).toMatchObject({ show_alert: true });
    // Only a reply to the prompt is an answer in a group.
    const reply = ann.says('green eyes', { in: group, replyTo: prompt });
    const strip = await stage.answer(group, isPhoto, reply);
    expect(labels(strip)).toContain('❤ 7');
  });

  it('makes a face of one’s own of a picture that everybody sees', async () => {
    const group = openGroup(stage.standin);
    const ann = stage.person();
    const bob = stage.person('en', 'Bob');
    const said = ann.says('/gacha silver hair, red eyes', { in: group });
    const post = await stage.answer(group, isPhoto, said);
    await bob.presses(post, 'Change');
    const own = await stage.answer(group, says('What shall be different'), post);
    await step(bob, own, 'Eyes');
    await step(bob, own, 'green');
    await bob.presses(own, 'Draw it');
    const strip = await stage.answer(group, isPhoto, own);
    await bob.presses(post, 'Vary');
    const neighbours = await stage.answer(group, isPhoto, strip);
    expect((await bob.presses(neighbours, '❤ 2')).text).toBe('Kept as No. 1.');
  });

  it('says at the first tap that a private picture is somebody else’s', async () => {
    const ann = stage.person();
    const bob = stage.person('en', 'Bob');
    const post = await stage.pull(ann, 'silver hair');
    const change = post.reply_markup?.inline_keyboard?.flat().at(2)?.callback_data ?? '';
    const own = await stage.pull(bob, 'blonde');
    const answer = await bob.tapsData(own, change);
    expect(answer).toMatchObject({ show_alert: true, text: 'That one belongs to somebody else.' });
  });

  it('animates the way there', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair, red eyes, sad');
    const said = ann.says('/morph green eyes', { replyTo: post });
    const strip = await stage.answer(ann.privateChat, isPhoto, said);
    await ann.presses(strip, 'Animate');
    await stage.answer(ann.privateChat, ({ animation }) => animation !== undefined, strip);
    const [call] = stage.standin.callsOf('sendAnimation');
    expect(Buffer.from(call?.parameters['animation'] as Uint8Array).toString('latin1', 0, 3)).toBe(
      'GIF',
    );
  });
});

describe('blending step by step', () => {
  it('asks with whom, then how much, over a restart', async () => {
    const ann = stage.person();
    await keepSome(ann, 2);
    const post = await stage.pull(ann, 'blonde');
    await ann.presses(post, 'Blend with');
    const prompt = await stage.answer(ann.privateChat, says('Blend with which'), post);
    expect(prompt.photo).toBeDefined();
    await stage.restart();
    const ratio = await step(ann, prompt, 'No. 2');
    expect(labels(ratio)).toContain('Half and half');
    await ann.presses(prompt, 'Half and half');
    const strip = await stage.answer(
      ann.privateChat,
      (message) => isPhoto(message) && labels(message).includes('❤ 7'),
      prompt,
    );
    await ann.presses(strip, 'Family');
    await stage.answer(ann.privateChat, isPhoto, strip);
  });

  it('turns pages, goes back, and can be cancelled', async () => {
    const ann = stage.person();
    await keepSome(ann, 10);
    await keepSome(ann, 3);
    const post = await stage.pull(ann, 'blonde');
    await ann.presses(post, 'Blend with');
    const prompt = await stage.answer(ann.privateChat, says('Blend with which'), post);
    const second = await step(ann, prompt, '▶');
    expect(labels(second)).toContain('No. 3');
    await step(ann, prompt, 'No. 3');
    await step(ann, prompt, 'Back');
    expect(labels(await step(ann, prompt, 'Cancel'))).toEqual([]);
  });

  it('takes a number or a name, and says when nobody goes by it', async () => {
    const ann = stage.person();
    await keepSome(ann, 1);
    const post = await stage.pull(ann, 'blonde');
    await ann.presses(post, 'Blend with');
    const prompt = await stage.answer(ann.privateChat, says('Blend with which'), post);
    ann.says('Nobody');
    const sorry = await stage.answer(ann.privateChat, says('no face by that name'), prompt);
    ann.says('1');
    const strip = await stage.answer(ann.privateChat, isPhoto, sorry);
    expect(labels(strip)).toContain('❤ 7');
  });

  it('can be left at every other question too', async () => {
    const ann = stage.person();
    const grid = await keepSome(ann, 2);
    await ann.presses(grid, 'Change');
    const which = await stage.answer(ann.privateChat, says('Which one?'), grid);
    expect(labels(await step(ann, which, 'Cancel'))).toEqual([]);

    await ann.presses(grid, 'Blend with');
    const whose = await stage.answer(ann.privateChat, says('Which one?'), which);
    await ann.presses(whose, '1');
    const partner = await stage.answer(ann.privateChat, says('Blend with which'), whose);
    await step(ann, partner, 'No. 2');
    expect(labels(await step(ann, partner, 'Cancel'))).toEqual([]);

    ann.says('/show 1');
    const shown = await stage.answer(ann.privateChat, says('No. 1'), partner);
    await ann.presses(shown, 'Name');
    const name = await stage.answer(ann.privateChat, says('be called'), shown);
    expect(labels(await step(ann, name, 'Cancel'))).toEqual([]);

    ann.says('/forget_me');
    const erase = await stage.answer(ann.privateChat, says('2 faces'), name);
    expect(labels(await step(ann, erase, 'Cancel'))).toEqual([]);
    // The next words are a wish again, and everything is still there.
    expect(labels(await stage.pull(ann, 'blonde'))).toContain('🔁 Again');
    expect(await stage.kept(ann)).toEqual([1, 2]);
  });

  it('says that it takes two', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'blonde');
    await ann.presses(post, 'Blend with');
    await stage.answer(ann.privateChat, says('Blending takes two'), post);
  });

  it('takes somebody else’s in a group, unless they closed theirs', async () => {
    const group = openGroup(stage.standin);
    const ann = stage.person();
    const bob = stage.person('en', 'Bob');
    await keepSome(bob, 1);
    const post = await stage.answer(group, isPhoto, ann.says('/gacha blonde', { in: group }));
    const asked = bob.says('/blend 1 30%', { in: group, replyTo: post });
    const strip = await stage.answer(group, isPhoto, asked);
    expect(labels(strip)).toContain('❤ 7');
    ann.says('/privacy closed');
    const closed = await stage.answer(ann.privateChat, says('Nobody but you'));
    // Said at the first tap, before any question, and with the way to ask.
    const tapped = await bob.presses(post, 'Blend with');
    expect(tapped.text).toContain('Ask them: /privacy');
    const tried = bob.says('/blend 1', { in: group, replyTo: post });
    await stage.answer(group, says('lets nobody blend'), tried);
    // Nor by keeping it first.
    await bob.presses(post, 'Keep');
    const around = bob.says('/blend 1 2', { in: group });
    await stage.answer(group, says('lets nobody blend'), around);
    ann.says('/privacy');
    const privacy = await stage.answer(ann.privateChat, says('Nobody but you'), closed);
    await step(ann, privacy, 'Let others');
    const again = bob.says('/blend 1 30%', { in: group, replyTo: post });
    await stage.answer(group, isPhoto, again);
  });
});
